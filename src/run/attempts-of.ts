import { foldLedger } from './ledger.ts';
import type { JournalLine } from './journal-line.ts';
import type { Attempt } from './play.ts';
import { outcomeFingerprint } from './outcome-fingerprint.ts';
import type { World } from '../model/world.ts';

/** The attempts that a journal tells of, each as it was left. */
export function attemptsOf(items: World['items'], lines: readonly JournalLine[]): Attempt[] {
  const began = lines.filter((line) => line.type === 'attempt.began').filter(({ attempt }) => attempt > 1);
  return [undefined, ...began].map((begin, index) => {
    const next = began[index];
    // The step of an attempt begins with the event that begins it.
    const until = next ? lines.findIndex(({ step }) => step === next.step) : lines.length;
    const { outcome, rows } = foldLedger(items, lines.slice(0, until));
    return {
      n: index + 1,
      outcome,
      fingerprint: outcomeFingerprint(outcome, rows),
      changes: { ...begin?.changes },
      rows: [...rows],
    };
  });
}

/** The lines of one attempt, from 1. */
export function linesOfAttempt(lines: readonly JournalLine[], attempt: number): readonly JournalLine[] {
  const starts = [
    0,
    ...lines.flatMap((line, index) => (line.type === 'attempt.began' && line.attempt > 1 ? [index] : [])),
  ];
  return lines.slice(starts[attempt - 1] ?? lines.length, starts[attempt]);
}
