import { BACKUP_ROUTES } from '../../model/world.ts';
import type { StrictRule } from './strict-rule.ts';

/** Which secrets open on this device. */
export const KEYCHAIN_RULES = {
  'keychain/unreadable': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'encryption context',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: 'all',
    when: { 'item.protection': 'unreadable' },
    says: 'The keys of this backup do not open the item. It is skipped alone, and the others go on.',
    customer: 'This one entry could not be opened. Please enter it again; the others are not affected.',
    cites: ['KC-14'],
    shows: ['A8', 'A9b', 'A10'],
  },
  'keychain/dropped-tokens': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'encryption context',
    editions: ['modern'],
    routes: BACKUP_ROUTES,
    categories: 'all',
    when: { 'item.protection': 'secure-enclave' },
    ios: { backup: { from: '9.0', before: '10.1' } },
    says: 'Backups by iOS 9 and 10.0 may hold keys of the Secure Enclave. They are dropped when the backup is read.',
    customer: 'This key was bound to the old phone and cannot be used here. The app will make a new one with you.',
    cites: ['KC-18'],
    shows: ['A9b', 'A10'],
  },
  'keychain/locked-to-the-old-device': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'device state',
    editions: 'all',
    routes: ['icloud'],
    categories: ['passwords', 'app-keychain'],
    when: { 'device.identity': 'other' },
    says: 'An iCloud backup locks passwords with a key inside the device that made it. No other device can open them.',
    customer:
      'For your protection these open only on the phone that made the backup. iCloud Keychain can bring ' +
      'passwords here.',
    cites: ['KC-33', 'KC-20'],
    shows: ['A9b', 'A9c', 'A10'],
    dispute: 'saved-passwords-on-another-device',
  },
  'keychain/locked-without-a-backup-password': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'encryption context',
    editions: 'all',
    routes: ['computer'],
    categories: ['passwords', 'app-keychain', 'voicemail-password'],
    when: { 'device.identity': 'other', 'backup.encrypted': 'no' },
    says: 'Without a backup password the computer backup locks these with a key of the device that made it.',
    customer:
      'These open only on the old phone, because the backup had no password. A new backup with one can bring ' +
      'them here.',
    cites: ['KC-19', 'KC-33', 'KC-27'],
    shows: ['A9b', 'A10'],
    dispute: 'saved-passwords-unencrypted',
  },
  'keychain/this-device-only': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'device state',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: 'all',
    when: { 'device.identity': 'other', 'item.protection': 'this-device-only' },
    says: 'The item is marked for one device only. On any other it is thrown away, even from an encrypted backup.',
    customer: 'For your protection this stays with the old phone. Please set it up again here.',
    cites: ['KC-21', 'KC-04', 'KC-05', 'KC-06', 'KC-33'],
    shows: ['A9b', 'A9c', 'A10'],
  },
} as const satisfies Record<string, StrictRule>;
