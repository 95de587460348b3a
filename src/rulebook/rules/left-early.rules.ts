import { BACKUP_ROUTES } from '../../model/kinds.ts';
import { APP_DATA, OF_THE_KEYCHAIN, SEALABLE, STORE, SYNCED } from './scopes.ts';
import type { StrictRule } from './strict-rule.ts';

/** Nobody chose a backup, none holds the item, and still another copy is left. */
const NO_RESTORE_AND_NO_BACKUP = {
  'backup.chosen': 'no',
  'restore.blocked': ['given-up', 'set-up-as-new'],
  'item.in-a-backup': 'no',
  'item.last-copy-erased': 'no',
} as const;

/** No restore has begun: the device was set up as new, or the person left. What still has a copy of it? */
export const LEFT_EARLY_RULES = {
  'erase/set-up-as-new': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'the course of the restore',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: 'all',
    when: { 'restore.blocked': 'set-up-as-new', 'item.in-a-backup': 'yes' },
    says:
      'The device was set up as new. Only a fresh start in setup could restore a backup; sync still brings its ' +
      'part.',
    customer:
      'The phone was set up as new, so nothing came from the backup. It can be chosen once the phone is erased and ' +
      'setup begins again.',
    cites: ['EL-08', 'LS-11', 'EL-07'],
    shows: ['C1'],
  },
  'erase/given-up': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'the course of the restore',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: 'all',
    when: { 'restore.blocked': 'given-up', 'item.in-a-backup': 'yes' },
    says: 'The person left the restore before it began. The backup is unchanged.',
    customer: 'The restore was not started, and your backup is as it was. You can try again at any time.',
    cites: ['LS-11', 'LS-14'],
    shows: ['A5'],
  },
  'erase/set-up-as-new-and-icloud-has-it': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'other copies',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: SYNCED,
    when: {
      'backup.chosen': 'no',
      'restore.blocked': 'set-up-as-new',
      'item.in-a-backup': 'no',
      'item.last-copy-erased': 'no',
      'service.now': 'on',
      'service.holds': 'yes',
      'service.trust': ['reachable', 'waits'],
    },
    before: ['erase/set-up-as-new-without-a-copy'],
    says:
      'The device was set up as new. iCloud keeps a copy: it comes once its account signs in, end-to-end data with ' +
      'the passcode of an older device.',
    customer:
      'This is kept in iCloud. It comes once you sign in on the device, some of it with the passcode of your old one.',
    cites: ['IC-01', 'SY-01', 'EL-08', 'EE-04'],
    shows: ['A12a', 'C1'],
  },
  'erase/given-up-and-icloud-has-it': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'other copies',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: SYNCED,
    when: {
      'backup.chosen': 'no',
      'restore.blocked': 'given-up',
      'item.in-a-backup': 'no',
      'item.last-copy-erased': 'no',
      'service.now': 'on',
      'service.holds': 'yes',
      'service.trust': ['reachable', 'waits'],
    },
    before: ['erase/given-up-without-a-copy'],
    says:
      'The person left the restore first. iCloud keeps a copy: it comes once its account signs in, end-to-end data ' +
      'with the passcode of an older device.',
    customer:
      'The restore was not started. iCloud keeps this. It comes once you sign in, some of it with the passcode of ' +
      'your old device.',
    cites: ['IC-01', 'SY-01', 'EE-04', 'LS-11'],
    shows: ['A12a', 'A5'],
  },
  'erase/no-restore-and-the-backup-stays-locked': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'account trust',
    editions: ['modern'],
    routes: BACKUP_ROUTES,
    categories: 'all',
    when: {
      'backup.chosen': 'no',
      'restore.blocked': ['given-up', 'set-up-as-new'],
      'item.in-a-backup': 'no',
      'item.in-a-locked-backup': 'yes',
      'item.last-copy-erased': 'no',
    },
    before: ['erase/set-up-as-new-without-a-copy', 'erase/given-up-without-a-copy'],
    says:
      'No restore has begun. The backup that holds this opens with a device of the person or a recovery way alone, ' +
      'and none is left.',
    customer: 'The backup with this is locked so well that only your own devices or a recovery key could open it.',
    cites: ['IC-44', 'EE-02'],
    shows: ['A9c', 'D11'],
  },
  'erase/no-restore-and-the-keys-are-lost': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'account trust',
    editions: ['modern'],
    routes: BACKUP_ROUTES,
    categories: [...OF_THE_KEYCHAIN, ...SEALABLE],
    when: {
      ...NO_RESTORE_AND_NO_BACKUP,
      'service.now': 'on',
      'service.holds': 'yes',
      'service.trust': 'lost',
    },
    before: ['erase/set-up-as-new-without-a-copy', 'erase/given-up-without-a-copy'],
    says:
      'No restore has begun. iCloud keeps a copy that a device of the person or a recovery way would open, and none ' +
      'is left.',
    customer: 'iCloud keeps this so well locked that only your own devices or a recovery key could open it.',
    cites: ['EE-02', 'EE-03', 'KC-38'],
    shows: ['A12a', 'D11'],
  },
  'erase/no-restore-and-the-store-has-it': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'other copies',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: STORE,
    when: {
      ...NO_RESTORE_AND_NO_BACKUP,
      'item.store': 'available',
    },
    before: ['erase/set-up-as-new-without-a-copy', 'erase/given-up-without-a-copy'],
    says: 'No restore has asked the store for it. What was bought stays with the account, and is fetched by hand.',
    customer: 'This is still yours in the store. You can download it there again with the account that bought it.',
    cites: ['EL-08', 'IC-21'],
    shows: ['A14', 'C1'],
  },
  'erase/no-restore-and-its-server-has-it': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'other copies',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: APP_DATA,
    when: {
      ...NO_RESTORE_AND_NO_BACKUP,
      'app.policy': 'server',
    },
    before: ['erase/set-up-as-new-without-a-copy', 'erase/given-up-without-a-copy'],
    says: 'No restore has begun. The app keeps its data on a server, and a login in the app brings them.',
    customer: 'Your data are with the maker of the app. Please install the app and log in, and they appear.',
    cites: ['EL-08', 'EL-28'],
    shows: ['A14'],
  },
  'erase/no-restore-and-the-provider-has-it': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'other copies',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: ['mail-messages', 'other-cloud'],
    when: {
      ...NO_RESTORE_AND_NO_BACKUP,
      'provider.keeps': 'yes',
    },
    before: ['erase/set-up-as-new-without-a-copy', 'erase/given-up-without-a-copy'],
    says: 'No restore has begun. Its provider keeps it, and it comes once that account is added on the device.',
    customer: 'This lies with your provider. It appears once you add that account on your device.',
    cites: ['IC-13', 'IC-14'],
    shows: ['A12a'],
  },
  'erase/set-up-as-new-without-a-copy': {
    gate: 'erase',
    outcome: 'never-in-backup',
    group: 'the course of the restore',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: 'all',
    when: { 'restore.blocked': 'set-up-as-new', 'item.in-a-backup': 'no' },
    says: 'The device was set up as new, and no backup that could be restored instead holds it.',
    customer: 'The device was set up as new, and no backup has this. Let us look where else a copy may be.',
    cites: ['EL-08', 'IC-41'],
    shows: ['D1', 'C1'],
  },
  'erase/given-up-before-a-backup-of-no-use': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'the course of the restore',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: 'all',
    when: { 'backup.chosen': 'yes', 'restore.blocked': 'given-up', 'item.in-a-backup': 'no' },
    says:
      'The person left the restore before it began. The backup that was chosen holds this and could not have been ' +
      'restored, and no other backup has it.',
    customer:
      'The restore was not started. The backup that was chosen would not have worked, and no other backup has this. ' +
      'Let us look where else a copy may be.',
    cites: ['LS-11', 'IC-41', 'EL-09'],
    shows: ['A5'],
  },
  'erase/given-up-without-a-copy': {
    gate: 'erase',
    outcome: 'never-in-backup',
    group: 'the course of the restore',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: 'all',
    when: { 'backup.chosen': 'no', 'restore.blocked': 'given-up', 'item.in-a-backup': 'no' },
    says: 'The person left the restore before it began. No backup that could be restored holds this.',
    customer: 'The restore was not started, and no backup has this. Let us look where else a copy may be.',
    cites: ['LS-11', 'IC-41'],
    shows: ['D1', 'A5'],
  },
} as const satisfies Record<string, StrictRule>;
