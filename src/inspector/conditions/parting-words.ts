import type { LineDifference } from '../../insight/explain/compare.ts';
import { partsOf, type StepTelling } from '../../report/step-words.ts';
import { lineWords } from '../../report/words.ts';
import { formatElapsed } from '../../model/time.ts';
import { FACTS } from '../../rulebook/facts/facts.ts';
import type { JournalLine, LineOf } from '../../run/journal-line.ts';

const MAX_LENGTH = 400;
type Compared = LineOf<'conditions.compared'>;

/** The first lines at which two journals part, in the words of each side. Of long comparisons, only what differs. */
export function partingWords({ a, b }: LineDifference): { readonly a: string; readonly b: string } {
  const compared = comparedWords({ a, b });
  if (compared) return compared;
  const words = { a: wordsOf(a), b: wordsOf(b) };
  // The same thing happens on both sides, but at another moment.
  return words.a === words.b && a && b
    ? { a: `${words.a}, up to ${formatElapsed(a.atMs)}`, b: `${words.b}, up to ${formatElapsed(b.atMs)}` }
    : words;
}

function comparedWords({ a, b }: LineDifference): { readonly a: string; readonly b: string } | null {
  return a?.type === 'conditions.compared' && b?.type === 'conditions.compared' && a.backup === b.backup
    ? { a: ownWords(a, b), b: ownWords(b, a) }
    : null;
}

/** The same for whoever reads no journals: by the names of the scenario. Nothing where a side has no such words. */
export function plainPartingWords(
  { a, b }: LineDifference,
  telling: { readonly a: StepTelling; readonly b: StepTelling },
): { readonly a: string; readonly b: string } | null {
  const compared = comparedWords({ a, b });
  if (compared) return compared;
  const [before, after] = [plainWords(a, telling.a), plainWords(b, telling.b)];
  return before && after && before !== after ? { a: before.slice(0, MAX_LENGTH), b: after.slice(0, MAX_LENGTH) } : null;
}

const plainWords = (line: JournalLine | null, telling: StepTelling): string =>
  line ? partsOf([line], telling).join(' ') : 'It has ended by then.';

/** The step stands beside the words: the line's own beginning goes. */
function wordsOf(line: JournalLine | null): string {
  if (!line) return 'has ended by then';
  const words = lineWords(line);
  return words.slice(words.indexOf(': ') + 2).slice(0, MAX_LENGTH);
}

function ownWords(line: Compared, other: Compared): string {
  const own = line.differences.filter(
    ({ fact, backup, now }) =>
      !other.differences.some((its) => its.fact === fact && its.backup === backup && its.now === now),
  );
  if (own.length === 0) return 'compared with the backup: one fact fewer differs';
  return own
    .map(({ fact, backup, now }) => `${FACTS[fact].title}: backup ${backup}, now ${now}`)
    .join('; ')
    .slice(0, MAX_LENGTH);
}
