import { must } from '../../model/must.ts';
import { newestFirst } from '../../model/newest-first.ts';
import { daysBetween } from '../../model/time.ts';
import { compareVersions } from '../../model/version.ts';
import type { Account, Backup } from '../../model/world.ts';
import type { Route } from '../../model/kinds.ts';
import type { CaseFile } from './case-file.ts';
import type { Block } from './blocks.ts';

/** C5d: from this many days without a backup on, Apple may delete a device's backups. */
export const DAYS_UNTIL_DELETION = 180;
/** C7, iOS 7 and 8: iCloud keeps this many backups of each device. */
export const BACKUPS_KEPT = 3;
/** BK-01 to BK-03: days for which borrowed space lasts, with its one extension, and after a restore from it. */
export const BORROWED_DAYS = { lent: 21, extended: 42, afterRestore: 7 } as const;
/** EL-06: since this day iCloud serves no backups made before iOS 9. */
const IOS9_MINIMUM_SINCE = '2024-12-18';

/** One backup as the list shows it: dimmed or absent when there is a reason. */
export interface ListingRow {
  readonly backup: Backup;
  readonly usable: boolean;
  readonly reason: Block | null;
  /** Absent backups are not in the list at all. */
  readonly shown: boolean;
}

const ABSENT: ReadonlySet<Block | null> = new Set<Block>([
  'other-account',
  'deleted',
  'not-kept',
  'too-old-for-icloud',
  'borrowed-over',
  'overwritten',
  'no-index',
]);

/** The backups in the order of the list, newest first, each with the reason why it cannot be used. */
export function listBackups(
  file: CaseFile,
  account: string | null,
  ios: string,
  route: Route = file.world.route,
): readonly ListingRow[] {
  return file.remember(`listing ${route} ${account} ${ios}`, () =>
    file.world.backups
      .filter((backup) => backup.kind === route)
      .toSorted(newestFirst)
      .map((backup) => {
        const reason =
          route === 'icloud' ? whyNotFromICloud(file, backup, account, ios) : whyNotFromComputer(file, backup, ios);
        return { backup, reason, usable: reason === null, shown: !ABSENT.has(reason) };
      }),
  );
}

/** Why the person finds nothing to choose: the newest backup's reason, or that there is none. */
export function reasonForNothing(rows: readonly ListingRow[]): Block {
  if (rows.some((row) => row.usable)) return 'given-up';
  const [newest] = rows;
  return newest ? must(newest.reason, 'why a backup cannot be chosen') : 'no-backup';
}

function whyNotFromICloud(file: CaseFile, backup: Backup, account: string | null, ios: string): Block | null {
  const { world } = file;
  if (backup.account !== account) return 'other-account';
  if (borrowedSpace(file, backup) !== 'within') return 'borrowed-over';
  if (isDeleted(file, backup)) return 'deleted';
  if (isTooOldForICloud(file, backup)) return 'too-old-for-icloud';
  if (world.edition !== 'modern' && newerOnes(file, backup) >= BACKUPS_KEPT) return 'not-kept';
  const owner = file.account(backup.account);
  if (isLockedForGood(owner)) return 'recovery-lost';
  if (backup.complete === 'no') return 'never-completed';
  return compareVersions(backup.ios, ios) > 0 ? 'newer-ios' : null;
}

/** LS-12: whoever signs in needs its password, and the code where it asks for one. */
export const canBeSignedIn = (account: Account | undefined): boolean =>
  account?.password === 'known' && account.twoFactor !== 'code-cannot-arrive';

/** With Advanced Data Protection nobody but the person’s own devices and recovery ways can open the backup. */
export const isLockedForGood = (owner: Account | undefined): boolean =>
  owner?.advancedDataProtection === 'on' && owner.recovery === 'lost' && owner.devicePasscode === 'forgotten';

function whyNotFromComputer(file: CaseFile, backup: Backup, ios: string): Block | null {
  const { device } = file.world;
  if (isOverwritten(file, backup)) return 'overwritten';
  // A program goes by what the backup says of itself.
  if ((backup.declared.complete ?? backup.complete) === 'no') return 'never-completed';
  if (backup.index === 'missing') return 'no-index';
  if (backup.supervised !== 'unknown' && backup.supervised !== device.supervised) return 'supervision';
  return compareVersions(backup.ios, ios) > 0 ? 'newer-ios' : null;
}

/** What nobody can open or choose any more, whoever they are: as a copy it does not count. */
export const isBeyondReach = (file: CaseFile, backup: Backup): boolean =>
  whyUnreadable(backup) === 'damaged' ||
  (backup.kind === 'computer' && backup.index === 'missing') ||
  isGoneFromICloud(file, backup) ||
  isOverwritten(file, backup);

function isGoneFromICloud(file: CaseFile, backup: Backup): boolean {
  if (backup.kind !== 'icloud') return false;
  const { edition } = file.world;
  return (
    borrowedSpace(file, backup) === 'over' ||
    isDeleted(file, backup) ||
    isTooOldForICloud(file, backup) ||
    isLockedForGood(file.account(backup.account)) ||
    (edition !== 'modern' && newerOnes(file, backup) >= BACKUPS_KEPT)
  );
}

const isTooOldForICloud = ({ world }: CaseFile, backup: Backup): boolean =>
  world.edition === 'modern' && world.today >= IOS9_MINIMUM_SINCE && compareVersions(backup.ios, '9') < 0;

/** Why a backup that could be chosen breaks a restore off as soon as its files are asked for. */
export function whyUnreadable({ damaged, index, complete, kind }: Backup): Block | null {
  if (damaged === 'yes' || complete === 'no') return 'damaged';
  return kind === 'computer' && index === 'stale' ? 'stale-index' : null;
}

/** Whether the program asks for a password: it goes by what the backup says of itself. */
export const asksForPassword = ({ kind, encrypted, declared }: Backup): boolean =>
  kind === 'computer' && (declared.encrypted ?? encrypted) === 'yes';

/** CP-15: without its password nobody opens an encrypted backup, and nobody can give it anew. */
export const isSealed = (backup: Backup): boolean => asksForPassword(backup) && backup.password === 'forgotten';

/** Whether it can be used at all hangs on what nobody has said: its password, or how long its space is lent. */
export const openQuestionOf = (file: CaseFile, backup: Backup): 'password' | 'borrowed-space' | null => {
  if (asksForPassword(backup) && backup.password === 'unknown') return 'password';
  return borrowedSpace(file, backup) === 'unknown' ? 'borrowed-space' : null;
};

/** Borrowed space runs out by its own days, and `unknown` when they hang on an extension that nobody knows of. */
export function borrowedSpace({ world }: CaseFile, backup: Backup): 'within' | 'over' | 'unknown' {
  const { edition, today } = world;
  if (edition !== 'modern' || backup.kind !== 'icloud' || backup.space !== 'borrowed') return 'within';
  const { lent, extended, afterRestore } = BORROWED_DAYS;
  if (backup.restored !== undefined && daysBetween(backup.restored, today) > afterRestore) return 'over';
  const days = daysBetween(backup.made, today);
  if (days <= lent) return 'within';
  if (days > extended || backup.extended === 'no') return 'over';
  return backup.extended === 'yes' ? 'within' : 'unknown';
}

/** A computer keeps the latest backup of a device, and whatever was archived before. */
const isOverwritten = (file: CaseFile, backup: Backup): boolean =>
  backup.archive === 'no' &&
  file.world.backups.some(
    (other) => other.kind === 'computer' && other.device === backup.device && other.made > backup.made,
  );

const sameDeviceBackups = (file: CaseFile, backup: Backup): readonly Backup[] =>
  file.world.backups.filter(
    (other) => other.kind === 'icloud' && other.device === backup.device && other.account === backup.account,
  );

const newerOnes = (file: CaseFile, backup: Backup): number =>
  sameDeviceBackups(file, backup).filter((other) => other.complete === 'yes' && other.made > backup.made).length;

/** How long no backup of its device has gone to iCloud, counted as Apple counts before it may delete one (EL-04). */
export function daysWithoutBackup(file: CaseFile, backup: Backup): number {
  const newest = sameDeviceBackups(file, backup).reduce(
    (latest, other) => (other.made > latest ? other.made : latest),
    backup.made,
  );
  return daysBetween(backup.backupTurnedOff ?? newest, file.world.today);
}

/** Apple has had the right to delete it, and has not used it as far as the story says. */
export const mayBeDeleted = (file: CaseFile, backup: Backup): boolean =>
  backup.kind === 'icloud' && backup.after180Days === 'kept' && daysWithoutBackup(file, backup) >= DAYS_UNTIL_DELETION;

const isDeleted = (file: CaseFile, backup: Backup): boolean =>
  backup.after180Days === 'deleted' && daysWithoutBackup(file, backup) >= DAYS_UNTIL_DELETION;
