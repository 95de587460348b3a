import type { Item } from '../../model/world.ts';
import { DEVICE_KIND_NAMES, type DeviceKind, pairsAWatch } from '../../model/kinds.ts';
import { runsHere } from '../case/on-the-device.ts';
import type { Fact } from './fact.ts';
import type { Question } from '../case/situation.ts';

const RUNS_ON_WORDS: Readonly<Record<Item['runsOn'], string>> = {
  any: 'made for every kind of device',
  'iphone-only': 'made for iPhone only',
  'ipad-only': 'made for iPad only',
};

/** iPhone and iPod touch hold the same Camera Roll; an iPad holds another (C10). */
const rollOf = (kind: DeviceKind): string => (kind === 'ipad' ? 'iPad' : 'iPhone or iPod touch');

const isSameDevice = ({ file, backup }: Question): boolean =>
  backup !== null && backup.device === file.world.device.name;

const SIM_WORDS = {
  same: 'the SIM of the backup',
  other: 'another SIM',
  none: 'no SIM',
  unknown: 'nobody has looked',
} as const;
/** What is compared where nothing is restored. */
const NO_BACKUP = 'no backup';
const PASSCODE_WORDS = { yes: 'passcode set', no: 'no passcode', unknown: 'nobody knows' } as const;

/** The device now, against what the backup's metadata recorded. */
export const DEVICE_FACTS = {
  'device.identity': {
    title: 'This device',
    group: 'device state',
    values: { same: 'made the backup', other: 'is not the one that made the backup' },
    read: (question) => (isSameDevice(question) ? 'same' : 'other'),
    perItem: false,
    ask: 'Is this the very device that made the backup?',
    changeable: 'another-way',
    compare: ({ file, backup }) => ({ backup: backup ? backup.device : NO_BACKUP, now: file.world.device.name }),
  },
  'device.roll': {
    title: 'The kind of device',
    group: 'device state',
    values: { same: 'keeps the same Camera Roll', other: 'keeps a Camera Roll of its own' },
    read: ({ file, backup }) =>
      !backup || rollOf(backup.deviceKind) === rollOf(file.world.device.kind) ? 'same' : 'other',
    perItem: false,
    ask: 'Was the backup made by an iPhone or by an iPad?',
    changeable: 'another-way',
    compare: ({ file, backup }) => ({
      backup: backup ? rollOf(backup.deviceKind) : NO_BACKUP,
      now: rollOf(file.world.device.kind),
    }),
  },
  'device.model': {
    title: 'The model',
    group: 'device state',
    values: { same: 'is the one that made the backup', other: 'is another one' },
    read: ({ file, backup }) => (!backup || backup.model === file.world.device.model ? 'same' : 'other'),
    perItem: false,
    ask: 'Which model made the backup?',
    changeable: 'another-way',
    compare: ({ file, backup }) => ({ backup: backup ? backup.model : NO_BACKUP, now: file.world.device.model }),
  },
  'device.sim': {
    title: 'The SIM',
    group: 'device state',
    values: { same: 'is the one from the time of the backup', other: 'is another one', none: 'is missing' },
    read: ({ file }) => file.world.device.sim,
    perItem: false,
    ask: 'Is the SIM the one that was in the phone when the backup was made?',
    changeable: 'now',
    compare: ({ file }) => ({
      backup: SIM_WORDS.same,
      now: SIM_WORDS[file.world.device.sim],
    }),
  },
  'device.security-state': {
    title: 'The passcode',
    group: 'device state',
    values: { kept: 'is set now as it was then', removed: 'was set then and is not set now' },
    read: ({ backup, situation }) => {
      if (situation.passcode || !backup) return 'kept';
      if (backup.passcodeSet === 'unknown') return 'unknown';
      return backup.passcodeSet === 'yes' ? 'removed' : 'kept';
    },
    perItem: false,
    ask: 'Did the old phone have a passcode when the backup was made?',
    changeable: 'now',
    compare: ({ backup, situation }) => ({
      backup: backup ? PASSCODE_WORDS[backup.passcodeSet] : NO_BACKUP,
      now: PASSCODE_WORDS[situation.passcode ? 'yes' : 'no'],
    }),
  },
  'item.runs-here': {
    title: 'The app',
    group: 'device state',
    values: { yes: 'runs on this kind of device', no: 'does not run on this kind of device' },
    read: ({ file, item }) => (runsHere(file, item) ? 'yes' : 'no'),
    perItem: true,
    ask: 'Does the app exist for this kind of device?',
    changeable: 'another-way',
    compare: ({ file, item }) => ({
      backup: RUNS_ON_WORDS[(file.appItem(item.app) ?? item).runsOn],
      now: DEVICE_KIND_NAMES[file.world.device.kind],
    }),
  },
  'device.pairs-a-watch': {
    title: 'This device',
    group: 'device state',
    values: { yes: 'can be paired with an Apple Watch', no: 'cannot be paired with an Apple Watch' },
    read: ({ file }) => (pairsAWatch(file.world.device.kind) ? 'yes' : 'no'),
    perItem: false,
    ask: 'Is it an iPhone, an iPad or an iPod touch?',
    changeable: 'another-way',
    compare: ({ file }) => ({ backup: 'an iPhone', now: DEVICE_KIND_NAMES[file.world.device.kind] }),
  },
  'device.supervised': {
    title: 'This device',
    group: 'device state',
    values: { yes: 'is supervised by an organisation', no: 'is not supervised' },
    read: ({ file }) => file.world.device.supervised,
    perItem: false,
    ask: 'Does the device say in Settings that it is supervised?',
    changeable: 'another-way',
  },
  'computer.system-files': {
    title: 'The program on the computer',
    group: 'the course of the restore',
    values: { yes: 'asks for everything outside apps too', no: 'asks for app data only' },
    read: ({ file }) => file.world.computer.systemFiles,
    perItem: false,
    ask: 'Which program ran the restore, and with which options?',
    changeable: 'another-way',
  },
  'computer.keeps-settings': {
    title: 'The program on the computer',
    group: 'the course of the restore',
    values: { yes: 'leaves the device’s own settings in place', no: 'puts back the settings of the backup' },
    read: ({ file }) => file.world.computer.keepsSettings,
    perItem: false,
    ask: 'Was the restore told to keep the settings of the device?',
    changeable: 'another-way',
  },
  'computer.installs-apps': {
    title: 'The program on the computer',
    group: 'the course of the restore',
    values: { yes: 'asks the device to install the apps', no: 'does not ask the device to install the apps' },
    read: ({ file }) => file.world.computer.installsApps,
    perItem: false,
    ask: 'Which program ran the restore, and did it handle the apps?',
    changeable: 'another-way',
  },
} as const satisfies Record<string, Fact>;
