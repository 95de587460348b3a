export const SMALL = 'scenarios/showcase/new-iphone-icloud-photos-on.yaml';

/** What core-measured.ts tells of each figure. Times in milliseconds, `peak` in bytes. */
export interface CoreMeasured {
  readonly steps: { readonly bare: number; readonly full: number };
  readonly suite: { readonly scenarios: number; readonly ms: number };
  readonly large: { readonly times: readonly number[]; readonly peak: number };
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Milliseconds that some work takes. */
export function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
