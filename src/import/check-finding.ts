import type { DeviceKind } from '../model/kinds.ts';
import type { BackupRead, ListSummary } from './backup.ts';

/** What a check needs to know: the backup, the visit of its list where there was one, and the device it goes to. */
export interface PreflightInput {
  readonly read: BackupRead;
  readonly list: ListSummary | undefined;
  /** Bytes that the list names; undefined where nobody could read it. */
  readonly bytes: number | undefined;
  readonly target: {
    readonly ios: string;
    readonly free: number;
    readonly isFreeGuessed: boolean;
    /** Undefined where nobody has said it. */
    readonly findMy: string | undefined;
    /** Undefined where no file tells what it is. */
    readonly kind: DeviceKind | undefined;
    /** As somebody has said it: new, set-up or in-use. */
    readonly state: string | undefined;
  };
}

/** How a check came out, in words; `not-knowable` is never told as passed. */
export type CheckFinding =
  | { readonly state: 'passed'; readonly found: string }
  | { readonly state: 'not-knowable'; readonly found: string }
  | { readonly state: 'failed'; readonly found: string; readonly error: string; readonly way: string };

export const passed = (found: string): CheckFinding => ({ state: 'passed', found });
export const notKnowable = (found: string): CheckFinding => ({ state: 'not-knowable', found });
export const failedCheck = (found: string, error: string, way: string): CheckFinding => ({
  state: 'failed',
  found,
  error,
  way,
});
