import { formatBytes } from '../../model/bytes.ts';
import { dayInWords } from '../../model/time.ts';
import type { BackupAnswer } from './backup-answer.ts';
import type { ListedBackup } from './talk.ts';

/** A backup in one line: iOS, day, encryption, size. */
export function listedInWords({ ios, made, isEncrypted, bytes, problem }: ListedBackup): string {
  if (problem !== undefined) return problem;
  return [
    ios === undefined ? 'iOS not told' : `iOS ${ios}`,
    made === undefined ? 'day not told' : dayInWords(made),
    isEncrypted === undefined ? 'encryption not told' : isEncrypted ? 'encrypted' : 'not encrypted',
    bytes === undefined ? 'size told once it is opened' : formatBytes(bytes),
  ].join(' · ');
}

export const ENCRYPTION_WORDS: Readonly<Record<BackupAnswer['backup']['encryption'], string>> = {
  plain: 'not encrypted',
  unlocked: 'encrypted, and the password opened it',
  'list open': 'encrypted; its list of files is open',
  locked: 'encrypted, and locked: no password has opened it',
};

export const CHECK_WORDS: Readonly<Record<BackupAnswer['checks'][number]['state'], string>> = {
  passed: 'Passed',
  failed: 'Failed',
  'not-knowable': 'Cannot be known',
};
