import { NO_SERVICE } from '../../../model/kinds.ts';
import { spokenNames } from '../../../model/spoken-names.ts';
import { RETURNS } from '../../../model/world.ts';
import { certificateOf, managedBy } from '../../../rulebook/case/enrolment.ts';
import { isManaged } from '../../../rulebook/case/managed.ts';
import { UNKNOWN } from '../../../rulebook/facts/fact.ts';
import type { ScriptEvent } from '../../../model/events.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { type ConditionRow, FURTHER, type Part, WHICH_BACKUP, wholeOf } from './row.ts';

const parts = wholeOf('organisation');
const underManagement = { applies: ({ world }: Scenario) => isManaged(world) };
const happens = ({ script }: Scenario, event: ScriptEvent): boolean =>
  script.some((entry) => 'do' in entry && entry.do === event);

/** The services that the world speaks of. */
const servicesOf = ({ world }: Scenario): readonly string[] =>
  [
    ...new Set([
      world.organisation.service,
      ...(world.organisation.movesTo === undefined ? [] : [world.organisation.movesTo]),
      ...world.backups.map((backup) => managedBy(world, backup)).filter((service) => service !== null),
    ]),
  ].toSorted();
/** The backups of a world under management, with the service of their day. */
const managedBackups = ({ world }: Scenario): readonly Part[] =>
  world.backups.map((backup) => ({
    path: `backups.${backup.id}`,
    name: spokenNames(world).backup(backup.id),
    values: { managedBy: managedBy(world, backup) ?? NO_SERVICE },
  }));

/** How the device stands to a service: what its organisation can do about it, and what the backups know of it. */
export const MANAGEMENT_CONDITIONS: readonly ConditionRow[] = [
  {
    key: 'afterOlderBackup',
    title: 'Enrolment after a backup from before it',
    group: 'outside',
    section: 'organisation',
    when: 'another-way',
    ...underManagement,
    parts: ({ world: { organisation } }) => {
      const { afterOlderBackup = UNKNOWN } = organisation;
      return [{ path: 'organisation', name: '', values: { afterOlderBackup } }];
    },
    values: {
      enrols: 'Setup comes to Remote Management after this restore',
      missing: 'Setup ends without Remote Management after this restore',
    },
    moves: ['enrolment.after-older-backup', 'enrolment.state'],
  },
  {
    key: 'profileRemoval',
    title: 'The old management profile',
    group: 'outside',
    section: 'organisation',
    when: 'another-way',
    ...underManagement,
    parts,
    helps: ['allowed'],
    values: {
      allowed: 'Ask the earlier organisation to let the profile be removed',
      forbidden: 'The management profile is locked',
    },
    moves: ['profile.removable'],
  },
  {
    key: 'record',
    title: 'The device in the earlier service’s list',
    group: 'outside',
    section: 'organisation',
    when: 'another-way',
    ...underManagement,
    parts,
    helps: ['kept'],
    values: {
      kept: 'Ask whether the service still lists the device, and restore while it does',
      gone: 'The service no longer lists the device',
      unknown: 'Nobody knows whether the service still lists the device',
    },
    moves: ['enrolment.still-taken'],
  },
  {
    key: 'enrolmentLogin',
    title: 'The login at Remote Management',
    group: 'outside',
    section: 'organisation',
    when: 'now',
    parts,
    applies: ({ world }) => isManaged(world) && world.organisation.enrolmentLogin === 'not-known',
    helps: ['known'],
    values: {
      known: 'Get the login of the organisation, or have it release the device',
      none: 'Remote Management asks for no login',
      'not-known': 'Nobody has the login of the organisation',
    },
    moves: [...FURTHER, 'enrolment.state'],
  },
  {
    key: 'certificate',
    title: 'The certificate of the enrolment in the backup',
    group: 'outside',
    section: 'organisation',
    when: 'before-the-backup',
    ...underManagement,
    parts: ({ world }) => [{ path: 'organisation', name: '', values: { certificate: certificateOf(world) } }],
    helps: ['valid'],
    values: {
      valid: 'Make a backup after the enrolment got its new certificate',
      expired: 'The certificate is over a year old',
      unknown: 'Nobody knows how old the certificate is',
    },
    moves: ['enrolment.still-taken'],
  },
  {
    key: 'service',
    title: 'The service to which the device is assigned',
    reads: 'names',
    group: 'outside',
    section: 'organisation',
    when: 'another-way',
    parts,
    applies: ({ world }) => world.device.assigned === 'yes',
    values: (scenario) =>
      Object.fromEntries(
        servicesOf(scenario).map((id) => [id, `Have the organisation assign the device to the service “${id}”`]),
      ),
    moves: ['enrolment.state'],
  },
  {
    key: 'deliversApps',
    title: 'Managed apps and the new service',
    group: 'outside',
    section: 'organisation',
    when: 'another-way',
    parts,
    applies: ({ world }) => world.organisation.movesTo !== undefined,
    helps: ['yes'],
    values: {
      yes: 'Have the new service deliver the managed apps before it lets the device go on',
      no: 'The new service delivers no managed apps in time',
    },
    moves: ['organisation.delivers-apps'],
  },
  {
    key: 'changeOfService',
    title: 'An erase, or a change of the service without one',
    group: 'outside',
    section: 'organisation',
    when: 'another-way',
    parts: (scenario) =>
      scenario.world.organisation.movesTo === undefined || happens(scenario, 'service.changed')
        ? []
        : [{ path: 'script', name: '', values: { changeOfService: 'erased' } }],
    helps: ['without'],
    values: {
      without: 'Have the organisation move the device to its new service without an erase',
      erased: 'Go on with the erase or the restore',
    },
    moves: ['phone.copy', 'device.taken', 'enrolment.state', 'item.last-copy-erased'],
  },
  {
    key: 'returnToService',
    title: 'Return to Service',
    group: 'outside',
    section: 'organisation',
    when: 'another-way',
    parts,
    applies: (scenario) => happens(scenario, 'service.wiped'),
    helps: RETURNS.filter((word) => word !== 'on'),
    values: {
      off: 'Have the service erase the device without Return to Service, so that Setup offers a backup',
      on: 'The device returns to service by itself',
      'keeps-apps': 'Have the service let the device keep its apps when it returns to service',
    },
    moves: ['enrolment.apps-kept', 'restore.blocked', ...WHICH_BACKUP.moves],
    unblocks: ['return-to-service'],
  },
  {
    key: 'managedBy',
    title: 'Who managed the device on the day of %',
    reads: 'names',
    group: 'outside',
    section: 'organisation',
    when: 'before-the-backup',
    ...underManagement,
    parts: managedBackups,
    values: (scenario) => ({
      [NO_SERVICE]: 'Leave the service before % is made',
      ...Object.fromEntries(
        servicesOf(scenario).map((id) => [id, `Make % while the service “${id}” manages the device`]),
      ),
    }),
    words: { [NO_SERVICE]: 'nobody' },
    moves: ['backup.managed', 'enrolment.state', 'enrolment.after-older-backup', 'enrolment.still-taken'],
  },
  {
    key: 'management',
    title: 'Leaving management',
    words: { 'as stated': 'left', stays: 'not left' },
    group: 'outside',
    section: 'organisation',
    when: 'another-way',
    parts: (scenario) =>
      happens(scenario, 'profile.removed') || happens(scenario, 'management.retired')
        ? [{ path: 'script', name: '', values: { management: 'as stated' } }]
        : [],
    helps: ['stays'],
    values: {
      stays: 'Leave the management profile where it is',
      'as stated': 'The management profile is removed, or the organisation retires the device',
    },
    moves: ['enrolment.state', 'enrolment.still-taken', 'account.left'],
  },
  {
    key: 'bypassCode',
    title: 'The code against Activation Lock',
    group: 'outside',
    section: 'organisation',
    when: 'now',
    parts,
    applies: ({ world }) => isManaged(world) && world.device.activationLock !== 'off',
    helps: ['known'],
    values: {
      known: 'Ask the organisation for its code against Activation Lock',
      none: 'The organisation has no code for this device',
      'of-earlier-service': 'The code is of an earlier service and does not count',
    },
    moves: FURTHER,
    unblocks: ['activation-lock'],
  },
  ...(['simPane', 'watchPane'] as const).map((key): ConditionRow => ({
    key,
    title: key === 'simPane' ? 'The page for the line in Setup' : 'The page for the watch in Setup',
    group: 'outside',
    section: 'organisation',
    when: 'another-way',
    parts,
    applies: ({ route, world }) => route === 'direct' && world.organisation[key] === 'forbidden',
    helps: ['allowed'],
    values: { allowed: 'Ask the organisation to show this page', forbidden: 'The organisation hides this page' },
    moves: ['line.step', 'watch.step'],
  })),
  ...(
    [
      ['paymentPane', 'The page for cards in Setup'],
      ['biometricPane', 'The page for Face ID or Touch ID in Setup'],
      ['messagesPane', 'The page for Messages and FaceTime in Setup'],
      ['reportPane', 'The page that reports the restore'],
    ] as const
  ).map(([key, title]): ConditionRow => ({
    key,
    title,
    group: 'cannot matter',
    when: 'another-way',
    parts,
    applies: ({ world }) => world.organisation[key] === 'forbidden',
    helps: [],
    values: { allowed: 'The page is shown', forbidden: 'The organisation hides this page' },
    moves: [],
    cannotMatter: 'A hidden page is not on the screen, and what it asks for can be set up later in Settings.',
  })),
];
