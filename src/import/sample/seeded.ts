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

  /** Bytes of a file: half below 1 kB, a tenth above 130 kB, a hundredth above 2.5 MB, as in a real list. */
  fileSize(): number {
    const share = this.below(1000);
    const [, low, high] = SIZES.find(([below]) => share < below) ?? SIZES[0];
    return low + Math.floor(this.next() * (high - low));
  }
}

/** Of a thousand files, how many are below that place in the order of sizes, and between which two sizes they lie. */
const SIZES: readonly [readonly [number, number, number], ...(readonly [number, number, number])[]] = [
  [250, 40, 300],
  [500, 300, 1000],
  [750, 1000, 12_000],
  [900, 12_000, 130_000],
  [990, 130_000, 2_500_000],
  [1000, 2_500_000, 60_000_000],
];
