import type { JournalLine } from '../../src/run/journal-line.ts';

/** Lines of one kind. */
export type Line<T extends JournalLine['type']> = Extract<JournalLine, { type: T }>;

export const linesOf = <T extends JournalLine['type']>(lines: readonly JournalLine[], type: T): Line<T>[] =>
  lines.filter((line): line is Line<T> => line.type === type);

/** The journal cut into its attempts. */
export function attemptsOf(lines: readonly JournalLine[]): readonly JournalLine[][] {
  const attempts: JournalLine[][] = [[]];
  for (const line of lines) {
    if (line.type === 'attempt.began') attempts.push([]);
    attempts.at(-1)?.push(line);
  }
  return attempts;
}
