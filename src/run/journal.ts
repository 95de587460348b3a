import { canonical } from '../model/canonical.ts';
import { must } from '../model/must.ts';
import { type Digest, pureDigest } from './digest.ts';
import type { JournalEntry, JournalLine } from './journal-line.ts';

export const fingerprintOf = (text: string, digest: Digest = pureDigest): string => digest([text]);
export const fingerprintOfValue = (value: unknown, digest: Digest = pureDigest): string => digest([canonical(value)]);

/** The fingerprint of a value with one long list, taken part by part: the text of the whole never stands in memory. */
export const fingerprintOfParts = (head: unknown, list: readonly unknown[], digest: Digest = pureDigest): string =>
  digest(textsOf(head, list));
const PART = 500;

function* textsOf(head: unknown, list: readonly unknown[]): Generator<string> {
  yield canonical(head);
  for (let start = 0; start < list.length; start += PART) yield canonical(list.slice(start, start + PART));
}

/** The fingerprint before the first step. */
export const EMPTY_CHAIN = fingerprintOf('');

/** The ordered record of a run. The lines of each step are chained into the fingerprint, once somebody asks for it. */
export class Journal {
  readonly lines: JournalLine[];
  readonly #chain: string[];
  /** For each step that is not chained yet, how many lines there were at its end. */
  readonly #ends: number[] = [];
  readonly #digest: Digest;
  #chained: number;

  /** Empty, or as it was after a step. */
  constructor(
    lines: readonly JournalLine[] = [],
    chain: readonly string[] = [EMPTY_CHAIN],
    digest: Digest = pureDigest,
  ) {
    this.#digest = digest;
    this.lines = [...lines];
    this.#chain = [...chain];
    this.#chained = lines.length;
  }

  append(step: number, atMs: number, actor: string, entry: JournalEntry): void {
    this.lines.push({ n: this.lines.length + 1, step, atMs, actor, ...entry });
  }

  closeStep(): void {
    this.#ends.push(this.lines.length);
  }

  /** The chained fingerprint after each step; index 0 is before the first. */
  get chain(): readonly string[] {
    for (const end of this.#ends) this.#chain.push(this.#chainTo(end));
    this.#ends.length = 0;
    return this.#chain;
  }

  get fingerprint(): string {
    return must(this.chain.at(-1), 'the fingerprint of a journal');
  }

  /** SHA-256 of the fingerprint before and of a step's lines, one line of JSON each. */
  #chainTo(end: number): string {
    let text = must(this.#chain.at(-1), 'the fingerprint before a step');
    for (; this.#chained < end; this.#chained += 1) text += `\n${JSON.stringify(this.lines[this.#chained])}`;
    return fingerprintOf(text, this.#digest);
  }

  /** One line of JSON for each line of the journal. */
  toText(): string {
    return this.lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  }
}
