import { categoryNamed } from '../../../rulebook/case/case-file.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import {
  isValue,
  logins,
  ofAppOr,
  everyItem,
  perhapsCarried,
  perhapsInBackup,
  perhapsStillShown,
  perhapsUploaded,
  perhapsWished,
} from './item-parts.ts';
import type { ConditionRow, Part } from './row.ts';

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
/** Kinds of which people keep some in iCloud and some on the device alone; of the others one switch counts for all. */
const KEPT_APART: readonly string[] = ['contacts', 'calendars', 'reminders', 'notes'];
/** Only its app takes a code into iCloud Keychain. Nobody who uses it can. */
const isLeftOutByItsApp = ({ values }: Part): boolean =>
  values['category'] === 'app-keychain' && values['syncs'] === 'off';
const wasInICloud = ({ world }: Scenario, { values }: Part): boolean => {
  const service = categoryNamed(String(values['category'])).service;
  return values['syncs'] === 'on' && service !== undefined && world.services[service].atBackup !== 'off';
};

/** An iCloud service has it, or none has; what another provider keeps reaches no iCloud. */
const isOfAService = ({ values }: Part): boolean => categoryNamed(String(values['category'])).service !== undefined;

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
    parts: everyItem,
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
    parts: everyItem,
    helps: ['on'],
    values: SYNCS,
    moves: SYNC_FACTS,
    // What its maker locked to one device takes no part in iCloud Keychain, whatever anybody switches on.
    applies: (_scenario, part) =>
      part.values['syncs'] !== 'on' &&
      !STAYS_HERE.includes(String(part.values['protection'])) &&
      !isLeftOutByItsApp(part),
  },
  {
    key: 'syncs',
    title: 'Whether the app of % takes part in iCloud Keychain with it',
    group: 'outside',
    section: 'item',
    when: 'never',
    parts: everyItem,
    applies: (_scenario, part) => isLeftOutByItsApp(part),
    values: { on: 'Its app marks % for iCloud Keychain', off: 'Its app keeps % out of iCloud Keychain' },
    moves: SYNC_FACTS,
  },
  {
    key: 'syncs',
    title: 'Whether % is kept in iCloud',
    group: 'outside',
    section: 'item',
    when: 'before-the-backup',
    parts: everyItem,
    values: SYNCS,
    moves: SYNC_FACTS,
    applies: (scenario, part) => KEPT_APART.includes(String(part.values['category'])) && wasInICloud(scenario, part),
  },
  {
    key: 'uploaded',
    title: 'Whether % had reached iCloud',
    group: 'outside',
    section: 'item',
    when: 'before-the-backup',
    parts: everyItem,
    applies: (scenario, part) => isOfAService(part) && isValue('uploaded', 'no')(scenario, part),
    helps: ['yes'],
    values: { yes: 'Let % reach iCloud first', no: '% never reached iCloud' },
    moves: ['service.holds', 'item.last-copy-erased', 'old-phone.last-copy', 'service.trust'],
  },
  {
    key: 'uploaded',
    title: 'Whether % lay with its provider',
    group: 'outside',
    section: 'item',
    when: 'before-the-backup',
    parts: everyItem,
    applies: (_scenario, part) => !isOfAService(part) && part.values['uploaded'] !== undefined,
    helps: ['yes'],
    values: { yes: 'Leave % with its provider too', no: '% lay on the phone alone', unknown: 'Nobody has looked' },
    moves: ['provider.keeps', 'item.last-copy-erased', 'old-phone.last-copy'],
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
    key: 'stillShown',
    title: 'Whether the device still shows %',
    group: 'outside',
    section: 'item',
    when: 'now',
    atOnce: true,
    parts: perhapsStillShown,
    helps: ['yes'],
    values: {
      yes: 'See that % is still on the device after the restore',
      no: 'See that % is not on the device any more',
      unknown: 'Nobody has looked',
    },
    moves: ['phone.shared-store', 'phone.copy', 'item.last-copy-erased'],
  },
  {
    key: 'inBackup',
    title: 'Whether the backup brings %',
    group: 'outside',
    section: 'item',
    when: 'now',
    atOnce: true,
    parts: perhapsInBackup,
    helps: ['yes'],
    values: {
      yes: 'See that % is on the device before iCloud could bring it',
      no: 'See that % is not there before iCloud could bring it',
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
    parts: everyItem,
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
    parts: everyItem,
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
];
