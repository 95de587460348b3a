import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { exactly } from './exactly.ts';
import { must } from './must.ts';

const WORD = 4;
const RANGE = 2 ** 32;

/**
 * Numbers that a text decides: SHA-256 of the text and a counter, four bytes at a time. The same text gives the same
 * numbers in every engine, and texts that differ in one letter give numbers that have nothing to do with each other.
 */
export class Draw {
  readonly #seed: string;
  #block = sha256.create().digest().subarray(0, 0);
  #at = 0;
  #counter = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** A whole number from 0 to below `limit`, each as likely as the next. */
  below(limit: number): number {
    if (!Number.isInteger(limit) || limit < 1 || limit > RANGE) throw new Error(`Nothing can be drawn below ${limit}.`);
    // Numbers beyond the last full round would favour the small ones.
    const fair = RANGE - (RANGE % limit);
    for (;;) {
      const number = this.#word();
      if (number < fair) return number % limit;
    }
  }

  one<T>(values: readonly T[]): T {
    return must(values[this.below(values.length)], 'a drawn value');
  }

  /** One of the values, by how often each is so. */
  weighted<T extends { readonly weight: number }>(values: readonly T[]): T {
    let left = this.below(values.reduce((sum, { weight }) => sum + weight, 0));
    for (const value of values) {
      left -= value.weight;
      if (left < 0) return value;
    }
    throw new Error('Weights have changed while one of them was drawn.');
  }

  /** The values in another order. */
  shuffled<T>(values: readonly T[]): T[] {
    const list = [...values];
    for (let last = list.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [list[last], list[other]] = [must(list[other], 'a value'), must(list[last], 'a value')];
    }
    return list;
  }

  /** So many of the values, in the order in which they stand; all where there are no more. */
  some<T>(values: readonly T[], count: number): T[] {
    if (count >= values.length) return [...values];
    const places = this.shuffled(values.map((_, place) => place)).slice(0, count);
    return places.toSorted((a, b) => a - b).map((place) => must(values[place], 'a value'));
  }

  #word(): number {
    if (this.#at + WORD > this.#block.length) {
      this.#block = sha256(utf8ToBytes(`${this.#seed}/${this.#counter}`));
      this.#counter += 1;
      this.#at = 0;
    }
    const [a, b, c, d] = exactly(WORD, this.#block.subarray(this.#at, this.#at + WORD), 'the bytes of a number');
    this.#at += WORD;
    return a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
  }
}
