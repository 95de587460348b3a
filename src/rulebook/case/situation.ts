import type { Backup, Item } from '../../model/world.ts';
import type { CaseFile } from './case-file.ts';
import type { Category } from '../categories/category.ts';

/** Why no restore began, or why it broke off. */
export const BLOCKS = {
  'no-backup': 'There is no backup to restore from',
  'never-completed': 'The backup never completed',
  'newer-ios': 'The backup was made by a newer iOS than the device runs',
  'other-account': 'The backup belongs to another account',
  deleted: 'The backup was deleted after 180 days without a new one',
  'not-kept': 'Only the three most recent backups of a device are kept',
  'too-old-for-icloud': 'iCloud no longer serves backups made by iOS 8 or earlier',
  'recovery-lost': 'Only a trusted device can open this backup, and none is left',
  damaged: 'The backup is damaged',
  'backup-password': 'The password of the encrypted backup is not known',
  supervision: 'A supervised backup fits only a supervised device, and the reverse',
  'sign-in': 'Nobody could sign in',
  'activation-lock': 'The device is locked to its earlier account',
  'erase-refused': 'The device could not be erased',
  'find-my': 'Find My is still on',
  'no-space': 'The device has not enough free space',
  'no-update': 'The device cannot be updated far enough',
  'restore-hidden': 'The organisation hides the restore choice',
  'pairing-forbidden': 'The organisation forbids pairing with this computer',
  'no-account': 'An iCloud backup needs an Apple Account',
  'set-up-as-new': 'The person set the device up as new',
  disconnected: 'The connection to the computer broke off',
  'not-moved': 'The restored data could not be moved into place',
  'given-up': 'The person gave up',
} as const;
export type Block = keyof typeof BLOCKS;

/** What the restore has settled so far, beside the world. Small, plain, JSON. */
export interface Situation {
  readonly backup: string | null;
  readonly account: string | null;
  /** iOS of the device now; an update may have raised it. */
  readonly ios: string;
  readonly passcode: boolean;
  readonly erased: boolean;
  readonly blocked: Block | null;
  readonly ended: 'running' | 'finished' | 'stopped' | 'failed' | 'never-started' | 'story-ended';
  /** Store accounts whose password was given, and those whose prompt was skipped. */
  readonly passwordsGiven: readonly string[];
  readonly passwordsSkipped: readonly string[];
  readonly loggedIn: readonly string[];
  readonly keychainPasscode: 'not-asked' | 'given' | 'skipped';
}

/** What a fact is read from. */
export interface Question {
  readonly file: CaseFile;
  readonly item: Item;
  readonly category: Category;
  readonly backup: Backup | null;
  readonly situation: Situation;
}
