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
    this.#tallies = Object.fromEntries(FATE_KEYS.map((key) => [key, { items: 0, bytes: 0 }])) as Record<
      FateKey,
      { items: number; bytes: number }
    >;
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
    return this.#changedAt[index] ?? -1;
  }

  /** A copy: what it says stays true when the cursor moves on. */
  tallies(): Tallies {
    return Object.fromEntries(FATE_KEYS.map((key) => [key, { ...this.#tallies[key] }])) as unknown as Tallies;
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
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index] as number;
      this.#rows[place] = rows[index] as LedgerRow;
      this.#changedAt[place] = direction === 1 ? this.#position : (previous[index] as number);
    }
    for (const [fate, { items, bytes }] of Object.entries(moved)) {
      const tally = this.#tallies[fate as FateKey];
      tally.items += direction * items;
      tally.bytes += direction * bytes;
    }
  }
}
