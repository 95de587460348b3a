import type { Changes } from '../../scenario/change.ts';

/** What goes along with a changed condition, and is none itself. */
const COMPANIONS: ReadonlySet<string> = new Set(['script.passcode', 'script.backupPassword']);

/** How many conditions are changed, as a person counts them. */
export const countChanges = (changes: Changes): number =>
  Object.keys(changes).filter((path) => !COMPANIONS.has(path)).length;
