import type { Problem } from '../../model/problem.ts';
import type { BackupAnswer, TargetWishes } from './backup-answer.ts';
import type { BackupFiles, PayloadPart } from './found-backup.ts';

/** What tells backups apart in a list, without any name that a person gave. */
export interface BackupGlance {
  /** Empty where no file tells it. */
  readonly model: string;
  readonly ios: string | undefined;
  readonly made: string | undefined;
  readonly isEncrypted: boolean | undefined;
  /** Bytes of its files; undefined where that cannot be told, or not cheaply. */
  readonly bytes: number | undefined;
  /** Why it cannot be told what it is. */
  readonly problem: string | undefined;
}

/** What the page asks of the worker. `n` numbers the questions; a payload that is still coming has none. */
export type AskedOfBackup =
  | { readonly kind: 'list'; readonly n: number; readonly backups: readonly BackupFiles[] }
  | { readonly kind: 'read'; readonly n: number; readonly given: BackupFiles; readonly wishes: TargetWishes }
  | { readonly kind: 'sample'; readonly n: number; readonly sample: SampleKind; readonly wishes: TargetWishes }
  /** Tried on what was read last; never kept. */
  | { readonly kind: 'unlock'; readonly n: number; readonly password: string; readonly wishes: TargetWishes }
  /** What can be told without a password. */
  | { readonly kind: 'without'; readonly n: number; readonly wishes: TargetWishes }
  | { readonly kind: 'payload'; readonly parts: readonly PayloadPart[] }
  /** The same backup again: all parts of its payload have come, or the device is another. */
  | { readonly kind: 'again'; readonly n: number; readonly withPayload: boolean; readonly wishes: TargetWishes };

export type SampleKind = 'plain' | 'encrypted';
/** Of a sample of nobody: it may stand in the open. */
export const SAMPLE_PASSWORD = 'sample';

/** How far the worker is; `part` is 0 to 1 where that can be told. */
export interface ReadingProgress {
  readonly says: string;
  readonly part?: number;
}

/** What the worker says. */
export type ToldOfBackup =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'progress'; readonly n: number } & ReadingProgress)
  | { readonly kind: 'listed'; readonly n: number; readonly backups: readonly BackupGlance[] }
  /** The list of files is locked; `problem` says why a password did not open it. */
  | {
      readonly kind: 'locked';
      readonly n: number;
      readonly backup: BackupGlance;
      readonly canTry: boolean;
      readonly problem?: string;
    }
  | { readonly kind: 'answer'; readonly n: number; readonly answer: BackupAnswer }
  | { readonly kind: 'refused'; readonly n: number; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly n: number; readonly says: string };
