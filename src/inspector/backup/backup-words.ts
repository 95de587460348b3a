import { formatBytes } from '../../model/bytes.ts';
import { dayInWords } from '../../model/time.ts';
import type { BackupAnswer } from './backup-answer.ts';
import type { BackupGlance } from './talk.ts';

/** What to say of a folder, or of files, that are none. */
export const NO_BACKUP = {
  message: 'A backup holds Info.plist, Manifest.plist, Status.plist and Manifest.db, and nothing here is called so.',
  advice: 'Its folder is named with 24 or 40 letters and digits. The folder “Backup” around it can be given as well.',
} as const;

/** What a backup in a list is called. */
export function titleOfGlance({ model, problem }: BackupGlance): string {
  if (problem !== undefined) return 'A backup that cannot be read as it is';
  return model === '' ? 'A device that no file names' : model;
}

/** A backup in one line: iOS, day, encryption, size. */
export function listedInWords({ ios, made, isEncrypted, bytes, problem }: BackupGlance): string {
  if (problem !== undefined) return problem;
  return [
    ios === undefined ? 'iOS not told' : `iOS ${ios}`,
    made === undefined ? 'day not told' : dayInWords(made),
    isEncrypted === undefined ? 'encryption not told' : isEncrypted ? 'encrypted' : 'not encrypted',
    bytes === undefined ? 'size told once it is opened' : formatBytes(bytes),
  ].join(' · ');
}

export const CHECK_WORDS: Readonly<Record<BackupAnswer['checks'][number]['state'], string>> = {
  passed: 'Passed',
  failed: 'Failed',
  'not-knowable': 'Cannot be known',
};

/** When files of a protection class can be read. */
const CLASS_WORDS = new Map([
  [1, 'only while unlocked'],
  [2, 'while open'],
  [3, 'after the first unlock'],
  [4, 'always'],
]);

export const classesInWords = (classes: readonly number[]): string =>
  classes
    .map((one) => CLASS_WORDS.get(one))
    .filter((words) => words !== undefined)
    .join(', ');
