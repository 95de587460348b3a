import { must } from '../../model/must.ts';
import type { CaseFile } from '../../rulebook/case/case-file.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import { type HowItStands, isItemLine, isTelling, tell } from './life-state.ts';

/** What the journal has told by some state. Equal tellings are one object. */
export interface Telling {
  readonly index: number;
  readonly told: HowItStands;
  /** Item lines that lead here; what comes next hangs on what they add up to, not on which they were. */
  readonly items: readonly JournalLine[];
  /** What one more line makes of it. */
  readonly next: Map<number, Telling>;
}

/**
 * The fold of the journal as a graph: each line is applied once to each telling that it follows, however many states
 * it is told in. A state differs from its neighbours by where its actors stand far more often than by what was told.
 */
export class Tellings {
  readonly #file: CaseFile;
  readonly #all = new Map<string, Telling>();
  readonly #numbers = new Map<string, number>();
  readonly #lines = new Map<JournalLine, number>();

  constructor(file: CaseFile) {
    this.#file = file;
  }

  /** After some lines; without a telling before them they are the first ones, or those of a new attempt. */
  after(before: Telling | undefined, lines: readonly JournalLine[]): Telling {
    let at = before ?? this.#of(tell(this.#file, [], undefined, []), []);
    for (const line of lines) {
      if (!isTelling(line)) continue;
      const number = this.#numberOf(line);
      const known = at.next.get(number);
      if (known) at = known;
      else {
        const items = isItemLine(line) ? [...at.items, line] : at.items;
        const next = this.#of(tell(this.#file, items, at.told, [line]), items);
        at.next.set(number, next);
        at = next;
      }
    }
    return at;
  }

  #of(told: HowItStands, items: readonly JournalLine[]): Telling {
    const { rows, attempt, outcome, frozen, alerts, prompts } = told;
    const text = JSON.stringify([attempt, outcome, frozen, alerts.toSorted(), prompts, rows]);
    let telling = this.#all.get(text);
    if (!telling) {
      telling = { index: this.#all.size, told, items, next: new Map() };
      this.#all.set(text, telling);
    }
    return telling;
  }

  /** Lines that say the same have the same number. */
  #numberOf(line: JournalLine): number {
    let number = this.#lines.get(line);
    if (number === undefined) {
      const { n: _n, step: _step, atMs: _atMs, ...says } = line;
      const text = JSON.stringify(says);
      number = this.#numbers.get(text) ?? this.#numbers.size;
      this.#numbers.set(text, number);
      this.#lines.set(line, number);
    }
    return must(number, 'the number of a line');
  }
}
