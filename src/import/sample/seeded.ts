/** Numbers that look like chance and are the same for the same seed, on every host (mulberry32). */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 up to, and without, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number below `limit`. */
  below = (limit: number): number => Math.floor(this.next() * limit);

  pick<T>(list: readonly [T, ...T[]]): T {
    const picked = list[this.below(list.length)];
    return picked === undefined ? list[0] : picked;
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }

  /** Bytes of a file: half below 1 kB, a tenth above 100 kB, a hundredth of some MB. */
  fileSize(): number {
    return Math.floor(Math.min(6e7, 40 * Math.exp(this.next() ** 2 * 7 + this.next() * 5)));
  }
}
