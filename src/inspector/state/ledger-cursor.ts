import { type Fate, FATE_ORDER } from '../../model/fates.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { Ledger } from '../../run/ledger.ts';
import type { Tape } from './tape.ts';

/** The key of items that no rule has judged yet. */
export const ON_THE_WAY = 'on-the-way';
export type FateKey = Fate | typeof ON_THE_WAY;
export const FATE_KEYS: readonly FateKey[] = [ON_THE_WAY, ...FATE_ORDER];
export const fateKeyOf = (row: LedgerRow): FateKey => row.fate ?? ON_THE_WAY;

export interface Tally {
  readonly items: number;
  readonly bytes: number;
}
export type Tallies = Readonly<Record<FateKey, Tally>>;

/** The ledger at a position of a tape; moves by applying the patches between, in either direction. */
export class LedgerCursor {
  readonly #tape: Tape;
  readonly #rows: LedgerRow[];
  readonly #changedAt: Int32Array;
  readonly #tallies: Record<FateKey, { items: number; bytes: number }>;
  #position = -1;

  constructor(tape: Tape) {
    this.#tape = tape;
    this.#rows = [...new Ledger(tape.items).rows];
    this.#changedAt = new Int32Array(tape.items.length).fill(-1);
    this.#tallies = Object.fromEntries(FATE_KEYS.map((key) => [key, { items: 0, bytes: 0 }])) as Record<FateKey, { items: number; bytes: number }>;
    this.#tallies[ON_THE_WAY] = { items: tape.items.length, bytes: tape.items.reduce((sum, { bytes }) => sum + bytes, 0) };
    this.moveTo(0);
  }

  get position(): number {
    return this.#position;
  }

  /** By place, in the order of the scenario's items. The array is the cursor's own and changes when it moves. */
  get rows(): readonly LedgerRow[] {
    return this.#rows;
  }

  /** The position at which a row last changed, or -1. */
  changedAt(place: number): number {
    return this.#changedAt[place] ?? -1;
  }

  /** A copy: what it says stays true when the cursor moves on. */
  tallies(): Tallies {
    return Object.fromEntries(FATE_KEYS.map((key) => [key, { ...this.#tallies[key] }])) as unknown as Tallies;
  }

  moveTo(position: number): void {
    while (this.#position < position) {
      this.#position += 1;
      for (const { place, before, after } of this.#tape.patches[this.#position] ?? []) this.#set(place, before, after, this.#position);
    }
    while (this.#position > position) {
      for (const { place, before, after, previous } of this.#tape.patches[this.#position] ?? []) this.#set(place, after, before, previous);
      this.#position -= 1;
    }
  }

  #set(place: number, from: LedgerRow, to: LedgerRow, changedAt: number): void {
    this.#rows[place] = to;
    this.#changedAt[place] = changedAt;
    if (from.fate === to.fate) return;
    const bytes = this.#tape.items[place]?.bytes ?? 0;
    const left = this.#tallies[fateKeyOf(from)];
    const entered = this.#tallies[fateKeyOf(to)];
    left.items -= 1;
    left.bytes -= bytes;
    entered.items += 1;
    entered.bytes += bytes;
  }
}
