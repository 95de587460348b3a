import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../model/canonical.ts';

/** What was given to the simulation from outside in a step. */
export type Origin = 'person' | 'surroundings' | 'clock' | 'run';

/** A guard that said no, and the values it saw. */
export interface Refusal {
  readonly actor: string;
  readonly guard: string;
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
}

interface LineBase {
  /** Place in the journal, from 1. */
  readonly n: number;
  /** The step, from 1; one event from outside and all that follows from it. */
  readonly step: number;
  /** Simulated milliseconds since the story began. */
  readonly at: number;
  /** Path of the actor, such as `simulation/restore/eligibility`. */
  readonly actor: string;
}

/** One line of the journal: plain JSON, one kind of thing that happened. */
export type JournalLine = LineBase &
  (
    | {
        readonly type: 'story.began';
        readonly world: string;
        readonly edition: string;
        readonly route: string;
        readonly items: number;
      }
    | { readonly type: 'attempt.began'; readonly attempt: number; readonly changes: Readonly<Record<string, string>> }
    | {
        readonly type: 'event';
        readonly by: Origin;
        readonly event: string;
        readonly data: Readonly<Record<string, string>>;
      }
    | { readonly type: 'actor.started'; readonly states: readonly string[] }
    | { readonly type: 'actor.ended' }
    | {
        readonly type: 'transition';
        readonly event: string;
        readonly taken: readonly string[];
        readonly states: readonly string[];
      }
    | { readonly type: 'message'; readonly to: string; readonly event: string }
    | {
        readonly type: 'refused';
        readonly event: string;
        readonly data: Readonly<Record<string, string>>;
        readonly guards: readonly Refusal[];
        readonly possible: readonly string[];
      }
    | {
        readonly type: 'item.judged';
        readonly items: readonly string[];
        readonly gate: string;
        readonly rule: string | null;
        readonly outcome: string;
        readonly missing?: string;
        readonly also: readonly string[];
      }
    | {
        readonly type: 'item.arrived';
        readonly items: readonly string[];
        readonly gate: string;
        readonly from: 'backup' | 'store' | 'sync';
        readonly rule: string | null;
      }
    | {
        readonly type: 'item.waiting';
        readonly items: readonly string[];
        readonly gate: string;
        readonly rule: string;
        readonly also: readonly string[];
      }
    | { readonly type: 'sync.withheld'; readonly items: readonly string[]; readonly rule: string }
    | {
        readonly type: 'conditions.compared';
        readonly backup: string;
        readonly differences: readonly { readonly fact: string; readonly backup: string; readonly now: string }[];
      }
    | { readonly type: 'verdicts.frozen'; readonly eligible: number; readonly stopped: number }
    | { readonly type: 'device.erased' }
    | { readonly type: 'alert.raised'; readonly alert: string }
    | { readonly type: 'alert.cleared'; readonly alert: string }
    | { readonly type: 'prompt.shown'; readonly prompt: string; readonly account?: string }
    | { readonly type: 'prompt.answered'; readonly prompt: string; readonly account?: string; readonly answer: string }
    | { readonly type: 'restore.ended'; readonly outcome: string; readonly because: string | null }
  );
type WithoutBase<T> = T extends LineBase ? Omit<T, keyof LineBase> : never;
export type JournalEntry = WithoutBase<JournalLine>;

export const fingerprintOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
export const fingerprintOfValue = (value: unknown): string => fingerprintOf(canonical(value));

/** The fingerprint of a value with one long list, taken part by part: the text of the whole never stands in memory. */
export function fingerprintOfParts(head: unknown, list: readonly unknown[]): string {
  const hash = sha256.create().update(utf8ToBytes(canonical(head)));
  for (let start = 0; start < list.length; start += PART)
    hash.update(utf8ToBytes(canonical(list.slice(start, start + PART))));
  return bytesToHex(hash.digest());
}
const PART = 500;

/** The fingerprint before the first step. */
export const EMPTY_CHAIN = fingerprintOf('');

/** The ordered record of a run. The lines of each step are chained into the fingerprint, once somebody asks for it. */
export class Journal {
  readonly lines: JournalLine[];
  readonly #chain: string[];
  /** For each step that is not chained yet, how many lines there were at its end. */
  readonly #ends: number[] = [];
  #chained: number;

  /** Empty, or as it was after a step. */
  constructor(lines: readonly JournalLine[] = [], chain: readonly string[] = [EMPTY_CHAIN]) {
    this.lines = [...lines];
    this.#chain = [...chain];
    this.#chained = lines.length;
  }

  append(step: number, at: number, actor: string, entry: JournalEntry): void {
    this.lines.push({ n: this.lines.length + 1, step, at, actor, ...entry } as JournalLine);
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
    return this.chain.at(-1) ?? EMPTY_CHAIN;
  }

  /** SHA-256 of the fingerprint before and of a step's lines, one line of JSON each. */
  #chainTo(end: number): string {
    let text = this.#chain.at(-1) ?? '';
    for (; this.#chained < end; this.#chained += 1) text += `\n${JSON.stringify(this.lines[this.#chained])}`;
    return fingerprintOf(text);
  }

  /** One line of JSON for each line of the journal. */
  toText(): string {
    return this.lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  }
}
