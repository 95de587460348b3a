import { listedOr } from './listed.ts';
import { must } from './must.ts';

/** What to write instead of a word that is not known: the one that was meant, or some of those that there are. */
export function nearOrKnown(word: string, known: readonly string[], most = 12): string {
  const near = didYouMean(word, known);
  return near === undefined ? `Known: ${listedOr('none', known.slice(0, most))}.` : `Did you mean “${near}”?`;
}

/** The closest of `known` when it is close enough to be meant. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const short = word.toLowerCase().slice(0, 60);
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(short.length / 3)) + 1;
  for (const candidate of known) {
    // Each character more or less is one change at least.
    if (Math.abs(candidate.length - short.length) >= bestDistance) continue;
    const distance = editDistance(short, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

const cell = (row: readonly number[], column: number): number => must(row[column], 'a cell of the edit distance');

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(
        Math.min(cell(previous, column) + 1, cell(current, column - 1) + 1, cell(previous, column - 1) + change),
      );
    }
    previous = current;
  }
  return cell(previous, b.length);
}
