import { isLaterDay, momentInWords } from '../../model/time.ts';
import { hasService, type ServiceId } from '../../model/services.ts';
import { UNKNOWN, type Fact } from './fact.ts';
import { statesOwnWay } from '../case/own-ways.ts';
import type { Question } from '../case/situation.ts';

/** A thing made on the backup's own day counts as older than it, unless both give a time of day. */
export function isAfterBackup({ item, backup }: Question): boolean {
  // What is on the old phone is there as of now.
  if (!item.created || !backup || backup.kind === 'direct') return false;
  // A day alone stands before every moment of that day.
  const precise = backup.made.length > 10;
  return precise ? item.created > backup.made : isLaterDay(item.created, backup.made);
}

/**
 * Whether its iCloud service takes an item in: whether the iOS of that moment has the service, its switch, and whether
 * this item is kept on the device alone.
 */
export const serviceState = (question: Question, when: 'atBackup' | 'now'): string => {
  const { service } = question.category;
  if (!service || !hasService(iosAt(question, when), service)) return 'none';
  const states = [question.item.syncs, switchAt(question, service, when)];
  if (states.includes('off')) return 'off';
  return states.includes('unknown') ? 'unknown' : 'on';
};

/** What is said of one backup counts for that one; what is said of all, where nothing is. */
export function switchAt(
  { file, backup }: Pick<Question, 'file' | 'backup'>,
  service: ServiceId,
  when: 'atBackup' | 'now',
): string {
  const ofAll = file.world.services[service][when];
  return when === 'atBackup' && backup && backup.kind !== 'direct' ? (backup.services?.[service] ?? ofAll) : ofAll;
}

/** Without a backup, what was on at the backup is asked of the device that is there. */
const iosAt = ({ backup, situation }: Question, when: 'atBackup' | 'now'): string =>
  when === 'atBackup' && backup ? backup.ios : situation.ios;

/** What its maker decided: only apps, what they keep and their keys have one. */
export function policyOfItem({ item, category }: Pick<Question, 'item' | 'category'>): string {
  if (category.kind === 'apps')
    // Where the maker says so, it lies in the phone's backup like any other, beside the app's own.
    return item.policy === 'own-cloud' && item.inBackup === 'yes' ? 'ordinary' : item.policy;
  // A key that an app keeps elsewhere than on the phone has been made data of the app (completeWorld).
  return item.category === 'app-keychain' ? item.policy : 'ordinary';
}

/** The same with what the world says of copies: an own backup that is stated is judged by its conditions. */
export const policyOf = (question: Question): string => {
  const policy = policyOfItem(question);
  return policy === 'own-cloud' && statesOwnWay(question.file, question.item) ? 'ordinary' : policy;
};

/** What was read in the list of a backup, as rules compare it. */
const LISTED = { yes: 'named', no: 'not-named', unknown: 'not-known' } as const;

/** What the backup could hold at all. */
export const CAPTURED_FACTS = {
  'backup.chosen': {
    title: 'A source of the data',
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
      backup: backup ? `made on ${momentInWords(backup.made)}` : 'never made',
      now: item.created === undefined ? 'from before it' : `from ${momentInWords(item.created)}`,
    }),
  },
  'item.in-this-backup': {
    title: 'This data',
    group: 'what was captured',
    values: {
      yes: 'could be written into this backup',
      'left-out': 'was left out of this backup',
      'deleted-before': 'had been deleted when this backup was made',
      'of-another-device': 'lies on another device than the one that made this backup',
    },
    read: ({ item, backup }) => {
      if (!backup) return 'yes';
      if (item.heldBy) return item.heldBy.includes(backup.id) ? 'yes' : 'left-out';
      if (item.on !== undefined && item.on !== backup.device && backup.kind !== 'direct') return 'of-another-device';
      return item.deleted !== undefined && !isLaterDay(item.deleted, backup.made) ? 'deleted-before' : 'yes';
    },
    perItem: true,
    ask: 'Is it known to be in this backup?',
    changeable: 'before-the-backup',
  },
  'backup.encrypted': {
    title: 'The computer backup',
    group: 'encryption context',
    values: {
      yes: 'is encrypted',
      no: 'is not encrypted',
      icloud: 'is an iCloud backup',
      direct: 'is none: the data come from the old phone itself',
    },
    read: ({ route, backup }) => (route === 'computer' ? (backup ? backup.encrypted : UNKNOWN) : route),
    perItem: false,
    ask: 'Is “Encrypt local backup” switched on for this device in Finder or iTunes?',
    changeable: 'before-the-backup',
    // There is no encryption of a device to compare it with; what is missing is told where it is missing.
    compare: ({ backup }) =>
      backup?.encrypted === 'no' ? { backup: 'not encrypted', now: 'needs an encrypted one' } : undefined,
  },
  'backup.keychain': {
    title: 'The key bag of the computer backup',
    group: 'encryption context',
    values: {
      'as-encrypted': 'says no more than its encryption does',
      moves: 'lets passwords and codes open on another device',
      stays: 'ties passwords and codes to the device that made it',
    },
    read: ({ backup }) => (backup?.kind === 'computer' ? backup.keychain : 'as-encrypted'),
    perItem: false,
    ask: 'What does the key bag in Manifest.plist say of the classes 6 to 8?',
    changeable: 'before-the-backup',
  },
  'item.listed': {
    title: 'The list of files in this backup',
    group: 'what was captured',
    values: {
      named: 'names it',
      'not-named': 'does not name it',
      'not-known': 'was not looked at for it',
    },
    read: ({ item, backup }) => {
      if (backup?.kind !== 'computer' || backup.list !== 'read') return 'not-known';
      return LISTED[item.listed];
    },
    perItem: true,
    toldOn: 'computer',
    ask: 'Does the list of files in the backup name it?',
    changeable: 'before-the-backup',
  },
  'item.put-back': {
    title: 'The file list of iOS',
    group: 'the course of the restore',
    values: {
      ordinary: 'has these files put back like most',
      'same-device': 'keeps these files with their device',
      never: 'has these files put back nowhere',
    },
    read: ({ item }) => item.putBack,
    perItem: true,
    ask: 'What are these files? The app or the part of iOS that wrote them can tell.',
    changeable: 'never',
  },
  'service.at-backup': {
    title: 'Its iCloud service',
    group: 'what was captured',
    values: {
      on: 'was on when the backup was made',
      off: 'was off for it when the backup was made',
      none: 'did not exist on that iOS',
    },
    read: (question) => serviceState(question, 'atBackup'),
    perItem: true,
    ask: 'Was iCloud switched on for this kind of data when the backup was made?',
    changeable: 'before-the-backup',
  },
  'item.in-backup': {
    title: 'The copy in the backup',
    group: 'what was captured',
    values: { yes: 'is put back by a restore', no: 'is not put back by a restore' },
    read: ({ item }) => item.inBackup ?? UNKNOWN,
    perItem: true,
    ask: 'Was it on the device after the restore, before iCloud could bring it?',
    changeable: 'never',
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
  'app.own-switch': {
    title: 'The switch for backups in the app itself',
    group: 'the app',
    values: { no: 'left nothing out of the backup', 'left-out': 'stands beside data that the backup does not hold' },
    read: ({ item: { ownSwitch, inBackup } }) => {
      if (ownSwitch === 'none' || inBackup === 'yes') return 'no';
      if (inBackup === 'no') return 'left-out';
      return ownSwitch === 'in' ? 'no' : UNKNOWN;
    },
    perItem: true,
    ask: 'How does the switch for backups in the app itself stand, and are its data there after a restore?',
    changeable: 'never',
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
