import { compareVersions } from '../../model/version.ts';
import type { Fact } from './fact.ts';
import type { Question } from '../case/situation.ts';

/** A thing made on the backup's own day counts as older than it, unless both give a time of day. */
export function isAfterBackup({ item, backup }: Question): boolean {
  if (!item.created || !backup) return false;
  const precise = item.created.length > 10 && backup.made.length > 10;
  return precise ? item.created > backup.made : item.created.slice(0, 10) > backup.made.slice(0, 10);
}

/**
 * Whether its iCloud service takes an item in: the service’s switch, and whether this item is kept on the device
 * alone.
 */
export const serviceState = (question: Question, when: 'atBackup' | 'now'): string => {
  const { service } = question.category;
  if (!service) return 'none';
  const states = [question.item.syncs, question.file.world.services[service][when]];
  if (states.includes('off')) return 'off';
  return states.includes('unknown') ? 'unknown' : 'on';
};

/** What its maker decided: only apps and what they keep have one, and the keys of an app lie on no server. */
export function policyOf({ item, category }: Question): string {
  if (category.kind === 'apps') return item.policy;
  const counts = item.category === 'app-keychain' && item.policy !== 'server' && item.policy !== 'own-cloud';
  return counts ? item.policy : 'ordinary';
}

/** What the backup could hold at all. */
export const CAPTURED_FACTS = {
  'backup.chosen': {
    title: 'A backup',
    group: 'which backup',
    values: { yes: 'was chosen', no: 'was not chosen' },
    read: ({ backup }) => (backup ? 'yes' : 'no'),
    perItem: false,
    ask: 'Which backup was chosen?',
    changeable: 'now',
  },
  'item.created': {
    title: 'This data',
    group: 'which backup',
    values: { before: 'existed when the backup was made', after: 'came after the backup was made' },
    read: (question) => (isAfterBackup(question) ? 'after' : 'before'),
    perItem: true,
    ask: 'When was this made or received?',
    changeable: 'before-the-backup',
    compare: ({ item, backup }) => ({
      backup: `made ${backup?.made ?? 'never'}`,
      now: `data from ${item.created ?? 'before it'}`,
    }),
  },
  'backup.encrypted': {
    title: 'The computer backup',
    group: 'encryption context',
    values: { yes: 'is encrypted', no: 'is not encrypted', icloud: 'is an iCloud backup' },
    read: ({ file, backup }) => (file.world.route === 'icloud' ? 'icloud' : (backup?.encrypted ?? 'no')),
    perItem: false,
    ask: 'Is “Encrypt local backup” switched on for this device in Finder or iTunes?',
    changeable: 'before-the-backup',
    // There is no encryption of a device to compare it with; what is missing is told where it is missing.
    compare: ({ backup }) =>
      backup?.encrypted === 'no' ? { backup: 'not encrypted', now: 'needs an encrypted one' } : undefined,
  },
  'backup.era': {
    title: 'The backup',
    group: 'which backup',
    values: {
      'ios-10-or-earlier': 'was made by iOS 10 or earlier',
      'ios-11': 'was made by iOS 11',
      'ios-12-or-later': 'was made by iOS 12 or later',
    },
    read: ({ file, backup }) => {
      const ios = backup?.ios ?? file.world.device.ios;
      if (compareVersions(ios, '11') < 0) return 'ios-10-or-earlier';
      return compareVersions(ios, '12') < 0 ? 'ios-11' : 'ios-12-or-later';
    },
    perItem: false,
    ask: 'Which iOS made the backup?',
    changeable: 'never',
    compare: ({ backup, situation }) => ({ backup: `made by iOS ${backup?.ios ?? '?'}`, now: `iOS ${situation.ios}` }),
  },
  'service.at-backup': {
    title: 'Its iCloud service',
    group: 'what was captured',
    values: { on: 'was on when the backup was made', off: 'was off when the backup was made', none: 'does not exist' },
    read: (question) => serviceState(question, 'atBackup'),
    perItem: true,
    ask: 'Was iCloud switched on for this kind of data when the backup was made?',
    changeable: 'before-the-backup',
  },
  'app.switch': {
    title: 'The app’s backup switch',
    group: 'what was captured',
    values: { on: 'was on', off: 'was off' },
    read: ({ item }) => item.backupSwitch,
    perItem: true,
    ask: 'Is this app switched on in the list of apps in the iCloud Backup settings?',
    changeable: 'before-the-backup',
  },
  'app.policy': {
    title: 'The app',
    group: 'the app',
    values: {
      ordinary: 'keeps its data in the backup',
      server: 'keeps its data on its server',
      'own-cloud': 'keeps its data in its own cloud backup',
      'excludes-itself': 'leaves its data out of every backup',
      'bound-to-device': 'ties its data to one device',
      'same-model': 'gives its data back only to the same model',
    },
    read: policyOf,
    perItem: true,
    ask: 'What does the maker of the app say about backups?',
    changeable: 'never',
  },
  'item.management': {
    title: 'The organisation',
    group: 'the organisation',
    values: {
      none: 'does not manage it',
      'prevent-backup': 'keeps its data out of backups',
      'remove-with-profile': 'removes it together with its profile',
      'assigned-to-user': 'assigned it to the person',
      'assigned-to-device': 'assigned it to one device',
    },
    read: ({ item }) => item.management,
    perItem: true,
    ask: 'Does an organisation manage this app, and how?',
    changeable: 'before-the-backup',
  },
  'item.protection': {
    title: 'Its protection class',
    group: 'encryption context',
    values: {
      none: 'is none',
      migratory: 'may travel to another device',
      'this-device-only': 'is “this device only”',
      'when-passcode-set': 'exists only while a passcode is set',
      'secure-enclave': 'lies in the Secure Enclave',
      'user-presence': 'needs a face, a finger or the passcode each time',
      unreadable: 'cannot be opened with the keys of this backup',
      'security-state': 'is tied to the security state at the backup',
    },
    // A key that never leaves the chip stays one, whatever else is said of it.
    read: ({ item, category }) =>
      category.protection === 'secure-enclave' ? category.protection : (item.protection ?? category.protection),
    perItem: true,
    ask: 'Is this a password, a code or a key, and does the app bind it to one device?',
    changeable: 'never',
  },
  'organisation.icloud-backup': {
    title: 'The organisation',
    group: 'the organisation',
    values: { allowed: 'allows iCloud Backup', forbidden: 'forbids iCloud Backup' },
    read: ({ file }) => file.world.organisation.icloudBackup,
    perItem: false,
    ask: 'Does an organisation forbid iCloud Backup on this device?',
    changeable: 'before-the-backup',
  },
} as const satisfies Record<string, Fact>;
