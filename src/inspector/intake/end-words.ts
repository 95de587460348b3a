import type { CaseEnd } from '../../intake/answer.ts';
import type { FateKey } from '../../stepping/fate-keys.ts';

/** What is open stands first: it is what can still be asked. */
export const ENDS_SHOWN: readonly CaseEnd[] = ['depends', 'does-not', 'waits', 'comes'];

export const END_TITLES: Readonly<Record<CaseEnd, string>> = {
  comes: 'Comes',
  'does-not': 'Does not come',
  waits: 'Waits',
  depends: 'Depends on an answer',
};

/** The short words of the counts. */
export const END_COUNTS: Readonly<Record<CaseEnd, string>> = {
  comes: 'come',
  'does-not': 'do not',
  waits: 'wait',
  depends: 'depend',
};

/** The sign of a heap; what does not come has many, and its own is the plain bar. */
export const END_SHAPES: Readonly<Record<CaseEnd, FateKey>> = {
  comes: 'restored',
  'does-not': 'never-in-backup',
  waits: 'pending',
  depends: 'unknown',
};

/** The counts in one line: `3 come, 1 waits`. */
export function countsInWords(counts: Readonly<Record<CaseEnd, number>>): string {
  const words = ENDS_SHOWN.filter((end) => counts[end] > 0).map((end) => `${counts[end]} ${wordFor(end, counts[end])}`);
  return words.length === 0 ? 'nothing is expected yet' : words.join(', ');
}

const ONE: Readonly<Record<CaseEnd, string>> = {
  comes: 'comes',
  'does-not': 'does not',
  waits: 'waits',
  depends: 'depends',
};
const wordFor = (end: CaseEnd, many: number): string => (many === 1 ? ONE[end] : END_COUNTS[end]);
