import { newestFirst } from '../../model/newest-first.ts';
import { compareVersions } from '../../model/version.ts';
import type { Backup, CopyKind, DeviceKind } from '../../model/world.ts';
import type { CaseFile } from '../case/case-file.ts';
import { heldByService } from '../case/enrolment.ts';
import type { Fact } from './fact.ts';
import type { Question } from '../case/situation.ts';
import { isAfterBackup, policyOf } from './captured.facts.ts';

/** iPhone and iPod touch hold the same Camera Roll; an iPad holds another (C10). */
const rollOf = (kind: DeviceKind): string => (kind === 'ipad' ? 'iPad' : 'iPhone or iPod touch');

const isSameDevice = ({ file, backup }: Question): boolean =>
  backup !== null && backup.device === file.world.device.name;

/** Where nobody has chosen a backup, data lie on the device of the newest one. */
const homeOf = ({ file, item, backup }: Question): string =>
  item.on ?? backup?.device ?? newestBackup(file)?.device ?? file.world.device.name;
const newestBackup = (file: CaseFile): Backup | null =>
  file.remember('newest backup', () => file.world.backups.toSorted(newestFirst)[0] ?? null);

const isErased = (question: Question): boolean =>
  question.situation.erased && homeOf(question) === question.file.world.device.name;

/** Kinds of copies that outlive the erase and hold the thing itself. */
const LASTING_COPIES: ReadonlySet<CopyKind> = new Set<CopyKind>([
  'other-device',
  'computer-library',
  'web',
  'photo-service',
  'older-backup',
]);

/** What an organisation's service puts on a phone; it can do so again. */
const SET_UP_BY_SERVICE: ReadonlySet<string> = new Set(['enrolment', 'profiles', 'managed-settings']);

const copiedItems = (file: CaseFile): ReadonlySet<string> =>
  file.remember(
    'copied items',
    () => new Set(file.world.copies.filter(({ kind }) => LASTING_COPIES.has(kind)).flatMap(({ of }) => of)),
  );

/** B2: the store, a server, iCloud or any other place may still hold what the erase removed from the device. */
function readLastCopyErased(question: Question): string {
  const { file, item, category } = question;
  if (!isErased(question)) return 'no';
  if (
    category.returns === 'store' ||
    ['server', 'own-cloud'].includes(policyOf(question)) ||
    copiedItems(file).has(item.id) ||
    (SET_UP_BY_SERVICE.has(item.category) && heldByService(file.world, item))
  )
    return 'no';
  const service = category.service && item.syncs !== 'off' ? file.world.services[category.service] : undefined;
  if (!service || !file.isUploaded(item)) return 'yes';
  const states = isAfterBackup(question) ? [service.now] : [service.atBackup, service.now];
  if (file.maybeUploadedSince(item, category.service) && states.includes('on')) return 'unknown';
  if (states.includes('on')) return item.uploaded === 'unknown' || item.syncs === 'unknown' ? 'unknown' : 'no';
  return states.includes('unknown') ? 'unknown' : 'yes';
}

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
    compare: ({ file, backup }) => ({
      backup: `locked to ${backup?.device ?? 'no device'}`,
      now: `this is ${file.world.device.name}`,
    }),
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
      backup: `from ${rollOf(backup?.deviceKind ?? 'iphone')}`,
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
    compare: ({ file, backup }) => ({ backup: backup?.model ?? 'none', now: file.world.device.model }),
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
      backup: 'the SIM of that day',
      now: file.world.device.sim === 'same' ? 'the same SIM' : `${file.world.device.sim} SIM`,
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
      backup: backup?.passcodeSet === 'yes' ? 'passcode set' : 'no passcode',
      now: situation.passcode ? 'passcode set' : 'no passcode',
    }),
  },
  'item.runs-here': {
    title: 'The app',
    group: 'device state',
    values: { yes: 'runs on this kind of device', no: 'does not run on this kind of device' },
    read: ({ file, item }) => {
      const { kind } = file.world.device;
      const { runsOn } = file.appItem(item.app) ?? item;
      return runsOn === 'any' || (runsOn === 'ipad-only') === (kind === 'ipad') ? 'yes' : 'no';
    },
    perItem: true,
    ask: 'Does the app exist for this kind of device?',
    changeable: 'another-way',
    compare: ({ file, item }) => ({
      backup: `${(file.appItem(item.app) ?? item).runsOn.replace('-', ' ')} app`,
      now: file.world.device.kind,
    }),
  },
  'item.last-copy-erased': {
    title: 'The last copy',
    group: 'other copies',
    values: { yes: 'was on the device that was erased', no: 'was not erased' },
    read: readLastCopyErased,
    perItem: true,
    ask: 'Is there a copy in iCloud, on another device or on a computer?',
    changeable: 'before-the-backup',
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
  'backup.keychain-era': {
    title: 'The backup',
    group: 'which backup',
    values: { 'ios-9-to-10.0': 'was made by iOS 9 or 10.0', other: 'was made by another iOS' },
    read: ({ backup }) =>
      backup && compareVersions(backup.ios, '9') >= 0 && compareVersions(backup.ios, '10.1') < 0
        ? 'ios-9-to-10.0'
        : 'other',
    perItem: false,
    ask: 'Which iOS made the backup?',
    changeable: 'never',
    compare: ({ backup, situation }) => ({ backup: `made by iOS ${backup?.ios ?? '?'}`, now: `iOS ${situation.ios}` }),
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
