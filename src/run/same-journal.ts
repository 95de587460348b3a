import type { JournalLine } from './journal-line.ts';

/** Lines that are compared at once: the text of a whole journal may be long, and one line of it is soon written. */
const PART = 500;

/** Whether all that is chained into the fingerprints is the same: no need to take them. */
export function isSameJournal(first: readonly JournalLine[], second: readonly JournalLine[]): boolean {
  if (first.length !== second.length) return false;
  for (let from = 0; from < first.length; from += PART) {
    const to = from + PART;
    if (JSON.stringify(first.slice(from, to)) !== JSON.stringify(second.slice(from, to))) return false;
  }
  return true;
}
