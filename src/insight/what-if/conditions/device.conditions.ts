import { compareVersions } from '../../../model/version.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { type ConditionRow, WHICH_BACKUP, wholeOf } from './row.ts';

const parts = wholeOf('device', 'this device');
const named = (values: readonly string[], words: (value: string) => string): Record<string, string> =>
  Object.fromEntries([...new Set(values)].map((value) => [value, words(value)]));
const newestBackup = ({ world }: Scenario): string =>
  world.backups.map(({ ios }) => ios).toSorted((a, b) => compareVersions(b, a))[0] ?? world.device.ios;
const bytesOfAll = ({ world }: Scenario): number => world.items.reduce((sum, { bytes }) => sum + bytes, 0);

const SUPERVISION = { yes: 'Use a supervised device', no: 'Use a device that nobody supervises' };

/** What the device is and how it is set. */
export const DEVICE_CONDITIONS: readonly ConditionRow[] = [
  {
    key: 'name',
    title: 'Which device it is',
    reads: 'names',
    group: 'device state',
    when: 'another-way',
    parts,
    values: ({ world }) =>
      named([world.device.name, ...world.backups.map(({ device }) => device)], (name) => `Restore onto “${name}”`),
    moves: ['device.identity', 'item.last-copy-erased', 'app.present', 'item.password', 'service.trust'],
  },
  {
    key: 'kind',
    title: 'The kind of device',
    group: 'device state',
    when: 'another-way',
    parts,
    values: { iphone: 'Restore onto an iPhone', ipad: 'Restore onto an iPad', ipod: 'Restore onto an iPod touch' },
    moves: ['device.roll', 'item.runs-here', 'app.present'],
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
      named([String(values['ios']), newestBackup(scenario)], (ios) => `Bring the device to iOS ${ios}`),
    moves: [...WHICH_BACKUP.moves, 'device.ios'],
    unblocks: WHICH_BACKUP.unblocks,
  },
  {
    key: 'findMy',
    title: 'Find My',
    group: 'device state',
    when: 'now',
    parts,
    helps: ['off'],
    values: { on: 'Leave Find My on', off: 'Switch Find My off' },
    moves: [],
    unblocks: ['find-my', 'erase-refused'],
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
      named(
        [String(values['free']), String(Math.max(Number(values['free']), bytesOfAll(scenario)))],
        (bytes) => `Have ${bytes} bytes free`,
      ),
    moves: [],
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
    moves: ['device.supervised'],
  },
  {
    key: 'supervised',
    title: 'Supervision',
    group: 'device state',
    when: 'another-way',
    parts,
    applies: ({ route }) => route === 'computer',
    values: SUPERVISION,
    moves: ['device.supervised', ...WHICH_BACKUP.moves],
    unblocks: [...WHICH_BACKUP.unblocks, 'erased-by-ios'],
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
    moves: ['item.last-copy-erased'],
    unblocks: ['erase-refused', 'given-up', 'find-my'],
  },
];
