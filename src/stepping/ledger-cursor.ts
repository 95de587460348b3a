import { must } from '../model/must.ts';
import type { LedgerRow } from '../run/ledger.ts';
import { Ledger } from '../run/ledger.ts';
import { FATE_KEYS, type FateKey, ON_THE_WAY } from './fate-keys.ts';
import type { Patch } from './frame.ts';
import type { Recording } from './recording.ts';

export interface Tally {
  readonly items: number;
  readonly bytes: number;
}
export type Tallies = Readonly<Record<FateKey, Tally>>;

const tallied = <T>(of: (key: FateKey) => T): Record<FateKey, T> =>
  Object.fromEntries(FATE_KEYS.map((key) => [key, of(key)])) as Record<FateKey, T>;

/** The ledger at a position of a recording; moves by applying the patches between, in either direction. */
export class LedgerCursor {
  readonly #recording: Recording;
  readonly #rows: LedgerRow[];
  readonly #changedAt: Int32Array;
  readonly #tallies: Record<FateKey, { items: number; bytes: number }>;
  #position = -1;

  constructor(recording: Recording) {
    this.#recording = recording;
    this.#rows = [...new Ledger(recording.items).rows];
    this.#changedAt = new Int32Array(recording.items.length).fill(-1);
    this.#tallies = tallied(() => ({ items: 0, bytes: 0 }));
    this.#tallies[ON_THE_WAY] = {
      items: recording.items.length,
      bytes: recording.items.reduce((sum, { bytes }) => sum + bytes, 0),
    };
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
  changedAt(index: number): number {
    return must(this.#changedAt[index], `a row ${index}`);
  }

  /** A copy: what it says stays true when the cursor moves on. */
  tallies(): Tallies {
    return tallied((key) => ({ ...this.#tallies[key] }));
  }

  moveTo(position: number): void {
    while (this.#position < position) {
      this.#position += 1;
      const patch = this.#recording.patches[this.#position];
      if (patch) this.#apply(patch, 1);
    }
    while (this.#position > position) {
      const patch = this.#recording.patches[this.#position];
      if (patch) this.#apply(patch, -1);
      this.#position -= 1;
    }
  }

  #apply({ places, before, after, previous, moved }: Patch, direction: 1 | -1): void {
    const rows = direction === 1 ? after : before;
    for (const [part, index] of places.entries()) {
      this.#rows[index] = must(rows[part], 'a row of a patch');
      this.#changedAt[index] = direction === 1 ? this.#position : must(previous[part], 'a position of a patch');
    }
    for (const key of FATE_KEYS) {
      const sum = moved[key];
      if (!sum) continue;
      this.#tallies[key].items += direction * sum.items;
      this.#tallies[key].bytes += direction * sum.bytes;
    }
  }
}
