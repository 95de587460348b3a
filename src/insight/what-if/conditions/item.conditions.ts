import { spokenNames } from '../../../model/spoken-names.ts';
import type { Item } from '../../../model/world.ts';
import { categoryOf } from '../../../rulebook/case/case-file.ts';
import { UNKNOWN } from '../../../rulebook/facts/fact.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { ConditionRow, Part } from './row.ts';

const parts = ({ world }: Scenario): readonly Part[] =>
  world.items.map((item) => ({ path: `items.${item.id}`, name: `“${item.title}”`, values: item, item: item.id }));
const isApp = (_scenario: Scenario, { values }: Part): boolean => values['app'] !== undefined;
/** Of an app, or of what nobody has said anything about. */
const ofAppOr =
  (key: string) =>
  (scenario: Scenario, part: Part): boolean =>
    isApp(scenario, part) || part.values[key] === UNKNOWN;
const isValue =
  (key: string, value: string) =>
  (_scenario: Scenario, part: Part): boolean =>
    part.values[key] === value;
/** Where nobody has said whether a service holds it, one only has to look. */
const perhapsUploaded = (scenario: Scenario): readonly Part[] =>
  parts(scenario)
    .filter(
      ({ values }) =>
        categoryOf(values as unknown as Item).service !== undefined &&
        (values['uploaded'] === undefined || values['uploaded'] === 'unknown'),
    )
    .map((part) => ({ ...part, values: { ...part.values, uploaded: 'unknown' } }));
/** The same for a computer backup, where sources differ on what it puts back, or are silent. */
const perhapsInBackup = (scenario: Scenario): readonly Part[] =>
  parts(scenario)
    .filter(
      ({ values }) =>
        ['disputed-if-synced', 'not-settled-unless-synced'].includes(categoryOf(values as unknown as Item).computer) &&
        (values['inBackup'] === undefined || values['inBackup'] === 'unknown'),
    )
    .map((part) => ({ ...part, values: { ...part.values, inBackup: 'unknown' } }));
/** What no source says of a direct move: it can be looked for on the new phone. */
const perhapsCarried = (scenario: Scenario): readonly Part[] =>
  scenario.route === 'direct'
    ? parts(scenario)
        .filter(({ values }) => values['carried'] === undefined || values['carried'] === 'unknown')
        .map((part) => ({ ...part, values: { ...part.values, carried: 'unknown' } }))
    : [];
const withKey =
  (key: string) =>
  (_scenario: Scenario, { values }: Part): boolean =>
    values[key] !== undefined;
const logins = ({ world }: Scenario): readonly Part[] =>
  world.items
    .filter(({ app, category }) => app !== undefined && category !== 'app')
    .map((item) => ({
      path: `script.login.${item.app}`,
      name: spokenNames(world).app(String(item.app)),
      values: { value: 'not yet' },
      item: item.id,
    }));

/** A switch in the app itself is only a wish: whether it was followed has to be looked for. */
const perhapsWished = ({ world }: Scenario): readonly Part[] =>
  world.items
    .filter(({ ownSwitch, inBackup }) => ownSwitch !== 'none' && (inBackup === undefined || inBackup === 'unknown'))
    .map((item) => ({
      path: `items.${item.id}`,
      name: `“${item.title}”`,
      values: { ...item, inBackup: 'unknown' },
      item: item.id,
    }));
const hangingApps = ({ world }: Scenario): readonly Part[] =>
  world.items
    .filter(({ category, app, start }) => category === 'app' && app !== undefined && start === 'hangs')
    .map((item) => ({
      path: `script.anew.${item.app}`,
      name: `“${item.title}”`,
      values: { value: 'as it is' },
      item: item.id,
    }));
/** An app that was deleted when the restore was over, or whose grey icon was. */
const deletedApps = ({ world, script }: Scenario): readonly Part[] =>
  world.items
    .filter(
      ({ category, app, start }) =>
        category === 'app' &&
        start !== 'hangs' &&
        script.some((entry) => 'do' in entry && entry.do === 'app.deleted' && entry.app === app),
    )
    .map((item) => ({
      path: `script.keptApp.${item.app}`,
      name: `“${item.title}”`,
      values: { value: 'deleted' },
      item: item.id,
    }));

const SYNCS = { on: 'Keep % in iCloud and not on the device alone', off: 'Keep % on the device alone' };
/** What was found says the same of the backup whichever of its rows asked for it. */
const LOOKED_AT = ['item.in-backup', 'app.own-switch', 'item.last-copy-erased', 'item.in-a-backup'] as const;
const STAYS_HERE: readonly string[] = ['this-device-only', 'when-passcode-set', 'secure-enclave'];
const SYNC_FACTS = [
  'service.now',
  'service.at-backup',
  'item.listed',
  'item.last-copy-erased',
  'service.holds',
  'service.trust',
  'item.in-a-backup',
  'move.carries',
] as const;
const wasInICloud = ({ world }: Scenario, { values }: Part): boolean => {
  const service = categoryOf(values as unknown as Item).service;
  return values['syncs'] === 'on' && service !== undefined && world.services[service].atBackup !== 'off';
};

/** What concerns one item alone. Rows with `never` say why nothing can be done. */
export const ITEM_CONDITIONS: readonly ConditionRow[] = [
  {
    title: 'The login in %',
    group: 'account trust',
    section: 'item',
    when: 'now',
    atOnce: true,
    parts: logins,
    values: { 'not yet': 'Leave it', done: 'Log in to %' },
    moves: ['app.login'],
  },
  {
    key: 'backupSwitch',
    title: 'The backup switch of %',
    group: 'outside',
    section: 'item',
    when: 'before-the-backup',
    parts,
    applies: ofAppOr('backupSwitch'),
    helps: ['on'],
    values: { on: 'Switch the app of % on in the iCloud Backup settings', off: 'The switch is off' },
    moves: ['app.switch'],
  },
  {
    key: 'syncs',
    title: 'Whether % is kept in iCloud',
    group: 'outside',
    section: 'item',
    when: 'before-the-backup',
    parts,
    helps: ['on'],
    values: SYNCS,
    moves: SYNC_FACTS,
    // What its maker locked to one device takes no part in iCloud Keychain, whatever anybody switches on.
    applies: (_scenario, { values }) => values['syncs'] !== 'on' && !STAYS_HERE.includes(String(values['protection'])),
  },
  {
    key: 'syncs',
    title: 'Whether % is kept in iCloud',
    group: 'outside',
    section: 'item',
    when: 'before-the-backup',
    parts,
    values: SYNCS,
    moves: SYNC_FACTS,
    applies: wasInICloud,
  },
  {
    key: 'uploaded',
    title: 'Whether % had reached iCloud',
    group: 'outside',
    section: 'item',
    when: 'before-the-backup',
    parts,
    applies: isValue('uploaded', 'no'),
    helps: ['yes'],
    values: { yes: 'Let % reach iCloud first', no: '% never reached iCloud' },
    moves: ['service.holds', 'item.last-copy-erased', 'old-phone.last-copy', 'service.trust'],
  },
  {
    key: 'uploaded',
    title: 'Whether % is in iCloud',
    group: 'outside',
    section: 'item',
    when: 'now',
    atOnce: true,
    parts: perhapsUploaded,
    helps: ['yes'],
    values: {
      yes: 'See that % is in iCloud already, on iCloud.com or another device',
      no: 'See that % is not in iCloud',
      unknown: 'Nobody has looked',
    },
    moves: ['service.holds', 'item.last-copy-erased', 'old-phone.last-copy', 'service.trust'],
  },
  {
    key: 'carried',
    title: 'Whether % came over from the old phone',
    group: 'outside',
    section: 'item',
    when: 'now',
    atOnce: true,
    parts: perhapsCarried,
    helps: ['yes'],
    values: { yes: 'See that % is on the new phone', no: 'See that % is not on it', unknown: 'Nobody has looked' },
    moves: ['move.carries'],
  },
  {
    key: 'inBackup',
    title: 'Whether the computer backup brings %',
    group: 'outside',
    section: 'item',
    when: 'now',
    atOnce: true,
    parts: perhapsInBackup,
    helps: ['yes'],
    values: {
      yes: 'See that % is on the device before anybody signs in to iCloud',
      no: 'See that % is not there before anybody signs in to iCloud',
      unknown: 'Nobody has looked',
    },
    moves: LOOKED_AT,
  },
  {
    key: 'inBackup',
    title: 'Whether the backup holds % in spite of the switch in the app',
    group: 'outside',
    section: 'item',
    when: 'now',
    atOnce: true,
    parts: perhapsWished,
    helps: ['yes'],
    values: {
      yes: 'See that % is there after a restore',
      no: 'See that % is not there after a restore',
      unknown: 'Nobody has looked',
    },
    moves: LOOKED_AT,
  },
  {
    key: 'putBack',
    title: 'What % is',
    group: 'outside',
    section: 'item',
    when: 'never',
    parts,
    applies: (_scenario, { values }) => values['putBack'] === 'unknown',
    helps: ['ordinary'],
    values: {
      ordinary: 'They are put back like most',
      never: 'They are put back on no device',
    },
    words: { ordinary: 'put back like most', never: 'put back on no device' },
    moves: ['item.put-back'],
  },
  {
    key: 'ownSwitch',
    title: 'The switch for backups in the app of %',
    words: { none: 'There is none', in: 'In backups', out: 'Not in backups' },
    group: 'outside',
    section: 'item',
    when: 'before-the-backup',
    parts,
    applies: (_scenario, { values }) => values['ownSwitch'] !== 'none',
    helps: ['in'],
    values: {
      in: 'Let the app of % into backups, in its own settings',
      out: 'The switch keeps % out, if the system follows it',
      none: 'The app has no such switch',
      unknown: 'Nobody knows how the switch stands',
    },
    moves: ['app.own-switch', 'item.last-copy-erased', 'item.in-a-backup'],
  },
  {
    title: 'The app % and what it holds',
    group: 'outside',
    section: 'item',
    when: 'now',
    atOnce: true,
    parts: hangingApps,
    values: { 'as it is': 'Leave it', anew: 'Delete % and install it anew, without what it holds here' },
    words: { anew: 'Installed anew' },
    moves: ['item.lacks'],
  },
  {
    title: 'What was done with the app %',
    group: 'outside',
    section: 'item',
    when: 'now',
    parts: deletedApps,
    helps: ['kept'],
    values: { kept: 'Restore again, and leave % and its icon where they are', deleted: 'It is deleted' },
    words: { kept: 'left where it is', deleted: 'deleted' },
    moves: ['phone.copy', 'app.present', 'app.by-hand'],
  },
  {
    key: 'offloaded',
    title: 'Offloading of %',
    group: 'outside',
    section: 'item',
    when: 'now',
    atOnce: true,
    parts,
    helps: ['no'],
    values: { no: 'Tap %, and it downloads', yes: 'It stays offloaded' },
    moves: ['item.offloaded', 'item.in-a-backup', 'move.carries'],
  },
  {
    key: 'management',
    title: 'Management of %',
    group: 'outside',
    section: 'item',
    when: 'before-the-backup',
    parts,
    applies: isApp,
    helps: ['none', 'assigned-to-user'],
    values: {
      none: 'Use % without the organisation',
      'prevent-backup': 'Kept out of backups',
      'remove-with-profile': 'Removed with its profile',
      'assigned-to-user': 'Have % assigned to the person',
      'assigned-to-device': 'Assigned to one device',
    },
    moves: ['item.management', 'item.listed', 'app.present', 'item.password', 'item.in-a-backup', 'move.carries'],
    unblocks: ['no-space'],
  },
  {
    key: 'store',
    title: 'The store and %',
    group: 'outside',
    section: 'item',
    when: 'never',
    parts,
    helps: ['available'],
    values: {
      available: 'The store offers % again',
      withdrawn: 'Withdrawn',
      refunded: 'Refunded',
      'other-region': 'Not by itself in this region',
      'not-shared': 'No longer shared by the family',
      'test-build': 'A test build',
      never: 'It never was in the store',
    },
    moves: ['item.store', 'app.present', 'item.in-a-backup', 'move.carries'],
  },
  {
    key: 'policy',
    title: 'How the app of % treats its data',
    group: 'outside',
    section: 'item',
    when: 'never',
    parts,
    applies: ofAppOr('policy'),
    helps: ['ordinary', 'server', 'own-cloud'],
    values: {
      ordinary: 'The app leaves % in the backup',
      server: 'The app keeps % on its server',
      'own-cloud': 'The app keeps a backup of its own',
      'excludes-itself': 'It stays out of every backup',
      'bound-to-device': 'It is bound to one device',
      'same-model': 'It goes to the same model alone',
    },
    moves: [
      'app.policy',
      'item.last-copy-erased',
      'item.in-a-backup',
      'move.carries',
      'own.backup',
      'own.best',
      'own.kept-apart',
      'own.done',
      'app.login',
    ],
  },
  {
    key: 'protection',
    title: 'Protection of %',
    group: 'encryption context',
    section: 'item',
    when: 'never',
    parts,
    applies: withKey('protection'),
    helps: ['none', 'migratory'],
    values: {
      none: '% is not protected',
      migratory: '% may travel to another device',
      'this-device-only': 'This device only',
      'when-passcode-set': 'While a passcode is set',
      'secure-enclave': 'Secure Enclave',
      'user-presence': 'With the person present',
      unreadable: 'Unreadable',
      'security-state': 'Tied to the security state',
    },
    moves: ['item.protection', 'item.in-a-backup', 'move.carries'],
  },
  {
    key: 'runsOn',
    title: 'Where % runs',
    group: 'device state',
    section: 'item',
    when: 'never',
    parts,
    applies: isApp,
    helps: ['any'],
    values: { any: '% runs on every kind of device', 'iphone-only': 'On iPhone alone', 'ipad-only': 'On iPad alone' },
    moves: ['item.runs-here'],
  },
];
