import * as fc from 'fast-check';
import { test } from 'vitest';

/** One number for all laws: a failure names it, and the same worlds come again. */
export const SEED = 20_260_301;

/** One law: the check throws when a world breaks it. The failing world is made small and printed as a scenario file. */
export function law<T>(sentence: string, worlds: fc.Arbitrary<T>, check: (world: T) => void, numRuns = 60): void {
  test(`${sentence} (${numRuns} worlds, seed ${SEED})`, () => {
    fc.assert(fc.property(worlds, check), { seed: 4711, numRuns: numRuns * 15, endOnFailure: false });
  }, 600_000);
}
