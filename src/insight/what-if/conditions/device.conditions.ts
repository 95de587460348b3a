import { formatBytes } from '../../../model/bytes.ts';
import { compareVersions } from '../../../model/version.ts';
import type { World } from '../../../model/world.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { isManaged } from '../../../rulebook/case/managed.ts';
import { type ConditionRow, WHICH_BACKUP, wholeOf } from './row.ts';

const parts = wholeOf('device', 'this device');
const named = (values: readonly string[], words: (value: string) => string): Record<string, string> =>
  Object.fromEntries([...new Set(values)].map((value) => [value, words(value)]));
const newestBackup = ({ world }: Scenario): string =>
  world.backups.map(({ ios }) => ios).toSorted((a, b) => compareVersions(b, a))[0] ?? world.device.ios;
/** Nobody can be told to update a device further than it goes. */
const canRun = ({ world: { device } }: Scenario, ios: string): boolean =>
  ios === device.ios || device.latestIos === undefined || compareVersions(ios, device.latestIos) <= 0;
const bytesOfAll = ({ world }: Scenario): number => world.items.reduce((sum, { bytes }) => sum + bytes, 0);

/** Room is freed on a device that has something on it, and never more than the device has. */
const canBeFreed = ({ world: { device } }: Scenario, bytes: number): boolean =>
  bytes <= device.free || (device.state === 'in-use' && (device.room === undefined || bytes <= device.room));

/** Somebody gave up before the restore began, so no other condition shows what it does. */
const wasLeft = ({ script }: Scenario): boolean =>
  script.some((entry) => 'do' in entry && entry.do === 'person.gaveUp');

/** With supervision goes who set it up, whose apps are there, and whether a backup fits it. */
const SUPERVISED = ['device.supervised', 'device.supervised-by', 'item.installed-by', 'backup.supervision'] as const;
const SUPERVISION = { yes: 'Use a supervised device', no: 'Use a device that nobody supervises' };

/** The devices that made the backups, without one that nobody has any more. */
const devicesAtHand = ({ backups, oldPhone }: World): readonly string[] =>
  backups.flatMap(({ device }) =>
    oldPhone?.name === device && (oldPhone.state === 'gone' || oldPhone.state === 'broken') ? [] : [device],
  );

/** What the device is and how it is set. */
export const DEVICE_CONDITIONS: readonly ConditionRow[] = [
  {
    key: 'name',
    title: 'Which device it is',
    reads: 'names',
    group: 'device state',
    when: 'another-way',
    parts,
    // A phone cannot hand its data to itself.
    applies: ({ route }) => route !== 'direct',
    values: ({ world }) => named([world.device.name, ...devicesAtHand(world)], (name) => `Restore onto “${name}”`),
    // What lies on a device, what a backup of it says of its model, kind and iOS, and which phone is the old one go
    // with its name.
    moves: [
      'device.identity',
      'device.model',
      'device.roll',
      'backup.ios',
      'service.at-backup',
      'device.taken',
      'phone.copy',
      'move.holds',
      'enrolment.state',
      'enrolment.after-older-backup',
      'backup.managed',
      'item.last-copy-erased',
      'app.present',
      'item.password',
      'service.trust',
    ],
    unblocks: ['no-space', 'newer-ios', 'no-update', 'too-old-for-icloud'],
  },
  {
    key: 'kind',
    title: 'The kind of device',
    group: 'device state',
    when: 'another-way',
    parts,
    values: { iphone: 'Restore onto an iPhone', ipad: 'Restore onto an iPad', ipod: 'Restore onto an iPod touch' },
    // The model goes with the kind unless it is stated.
    moves: [
      'device.roll',
      'device.model',
      'device.pairs-a-watch',
      'item.runs-here',
      'app.present',
      'item.password',
      'move.carries',
      'watch.step',
    ],
  },
  {
    key: 'model',
    title: 'The model',
    reads: 'names',
    group: 'device state',
    when: 'another-way',
    parts,
    values: ({ world }) =>
      named(
        [world.device.model, ...world.backups.map(({ model }) => model)],
        (model) => `Restore onto a device of the model ${model}`,
      ),
    moves: ['device.model'],
  },
  {
    key: 'passcode',
    title: 'A passcode on this device',
    group: 'device state',
    when: 'now',
    parts,
    helps: ['yes'],
    values: { yes: 'Set a passcode on this device', no: 'Use no passcode' },
    together: { 'script.passcode': 'as stated' },
    moves: ['device.security-state'],
  },
  {
    key: 'ios',
    title: 'The iOS of this device',
    reads: 'names',
    group: 'device state',
    when: 'now',
    parts,
    values: (scenario, { values }) =>
      named(
        [String(values['ios']), newestBackup(scenario)].filter((ios) => canRun(scenario, ios)),
        (ios) => `Bring the device to iOS ${ios}`,
      ),
    moves: [...WHICH_BACKUP.moves, 'device.ios'],
    unblocks: [...WHICH_BACKUP.unblocks, 'old-phone-newer'],
  },
  {
    key: 'findMy',
    title: 'Find My',
    group: 'device state',
    when: 'now',
    parts,
    helps: ['off'],
    applies: (scenario) => !wasLeft(scenario),
    values: { on: 'Leave Find My on', off: 'Switch Find My off' },
    moves: [],
    unblocks: ['find-my', 'erase-refused'],
  },
  {
    key: 'findMy',
    title: 'Find My',
    group: 'device state',
    when: 'now',
    parts,
    helps: ['off'],
    // Whoever left the restore for it goes on with it once it is off: the one without the other helps nobody.
    applies: wasLeft,
    values: { on: 'Leave Find My on', off: 'Switch Find My off, and go on with the restore' },
    together: { 'script.carriesOn': 'yes' },
    moves: [],
    unblocks: ['find-my', 'erase-refused'],
  },
  {
    key: 'lockedOut',
    title: 'A phone that lets nobody in',
    group: 'device state',
    when: 'now',
    parts,
    helps: ['no'],
    applies: ({ world }) => world.device.state === 'in-use',
    values: {
      no: 'Find a passcode that fits',
      yes: 'Nobody knows the passcode',
      'previous-known': 'The passcode from before the change is known',
    },
    moves: ['device.locked-out'],
    unblocks: ['locked-out'],
  },
  {
    key: 'stolenDeviceProtection',
    title: 'Stolen Device Protection',
    group: 'device state',
    when: 'now',
    parts,
    // To switch it off asks for the face or finger too.
    helps: [],
    values: {
      off: 'Stolen Device Protection is off',
      on: 'Stolen Device Protection is on, away from familiar places',
      everywhere: 'Stolen Device Protection is on, at familiar places too',
    },
    moves: [],
  },
  {
    key: 'place',
    title: 'The place',
    group: 'device state',
    when: 'now',
    parts,
    helps: ['familiar'],
    values: {
      familiar: 'Go to a place that the device knows, such as home',
      unfamiliar: 'The device does not know the place',
    },
    moves: [],
    unblocks: ['device-protection'],
  },
  {
    key: 'face',
    title: 'The face or finger',
    group: 'device state',
    when: 'now',
    parts,
    helps: ['works'],
    values: {
      works: 'Have the person there whose face or finger the device knows',
      fails: 'The device knows neither face nor finger of whoever is there',
    },
    moves: [],
    unblocks: ['device-protection'],
  },
  {
    key: 'activationLock',
    title: 'Activation Lock',
    group: 'device state',
    when: 'now',
    parts,
    helps: ['off', 'password-known'],
    values: {
      off: 'Have Activation Lock removed',
      'password-known': 'Find the password of the linked account',
      'password-forgotten': 'Nobody knows the password of the linked account',
    },
    moves: [],
    unblocks: ['activation-lock', 'given-up'],
  },
  {
    key: 'free',
    title: 'Free space',
    reads: 'sizes',
    group: 'device state',
    when: 'now',
    parts,
    values: (scenario, { values }) =>
      named([String(values['free']), String(Math.max(Number(values['free']), bytesOfAll(scenario)))], (bytes) =>
        canBeFreed(scenario, Number(bytes))
          ? `Have ${formatBytes(Number(bytes))} free`
          : `Take a device with ${formatBytes(Number(bytes))} of room`,
      ),
    moves: ['move.room'],
    unblocks: ['no-space'],
  },
  {
    key: 'sim',
    title: 'The SIM',
    group: 'device state',
    when: 'now',
    parts,
    helps: ['same'],
    values: { same: 'Put in the SIM of that time', other: 'Another SIM is in', none: 'No SIM is in' },
    moves: ['device.sim'],
  },
  {
    key: 'supervised',
    title: 'Supervision',
    group: 'device state',
    when: 'another-way',
    parts,
    applies: ({ route }) => route === 'icloud',
    values: SUPERVISION,
    moves: [...SUPERVISED, 'item.last-copy-erased'],
  },
  {
    key: 'supervised',
    title: 'Supervision',
    group: 'device state',
    when: 'another-way',
    parts,
    applies: ({ route }) => route === 'computer',
    values: SUPERVISION,
    moves: [...SUPERVISED, ...WHICH_BACKUP.moves],
    unblocks: [...WHICH_BACKUP.unblocks, 'erased-by-ios', 'staging-left'],
  },
  {
    key: 'forcedRestart',
    title: 'What the forced restart left',
    words: { whole: 'Everything', lost: 'Nothing' },
    group: 'outside',
    section: 'course',
    when: 'now',
    atOnce: true,
    parts,
    applies: ({ script }) => script.some((entry) => 'do' in entry && entry.do === 'restart.forced'),
    helps: ['whole'],
    values: {
      whole: 'See that messages and settings are there',
      lost: 'See that messages and settings are not there',
      unknown: 'Nobody has looked',
    },
    moves: ['restart.forced'],
  },
  {
    key: 'assigned',
    title: 'Assignment to an organisation',
    group: 'device state',
    when: 'another-way',
    parts,
    applies: ({ world }) => isManaged(world),
    values: { yes: 'Use a device that is assigned to the organisation', no: 'Use a device that nobody has assigned' },
    moves: [
      'device.assigned',
      'item.installed-by',
      'enrolment.after-older-backup',
      'enrolment.state',
      'backup.supervision',
    ],
    unblocks: ['direct-not-offered', 'no-old-phone'],
  },
  {
    key: 'state',
    title: 'New or in use',
    group: 'device state',
    when: 'another-way',
    parts,
    helps: ['new'],
    values: {
      new: 'Use a device that is new',
      'set-up': 'Use a device that was set up as new',
      'in-use': 'The device is in use',
    },
    moves: [
      'item.last-copy-erased',
      'phone.copy',
      'device.taken',
      'app.present',
      'device.security-state',
      'enrolment.state',
    ],
    unblocks: ['erase-refused', 'given-up', 'find-my', 'device-protection'],
  },
];
