import * as fc from 'fast-check';
import { test } from 'vitest';
import { SEED } from './seed.ts';

/** `VITE_LAWS_TIMES=20 npm run vitest -- test/laws` tries twenty times as many worlds. */
const TIMES = Number(import.meta.env['VITE_LAWS_TIMES'] ?? 1);
/** By hand and in the long run; `npm test` leaves the rest of a list of equals to that one. */
export const IN_FULL = TIMES >= 1;

/** How often something is tried here that is tried so often by default. */
export const timesHere = (often: number): number => Math.ceil(often * Math.min(1, TIMES));

/** One law: the check throws when a world breaks it. The failing world is made small and printed as a scenario file. */
export function law<T>(
  sentence: string,
  worlds: fc.Arbitrary<T>,
  check: (world: T) => void | Promise<void>,
  numRuns = 16,
): void {
  const runs = Math.ceil(numRuns * TIMES);
  // oxlint-disable-next-line vitest/expect-expect -- the check holds them
  test(`${sentence} (${runs} worlds, seed ${SEED})`, { timeout: 60_000 * Math.max(1, TIMES) }, async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => check(world)),
      { seed: SEED, numRuns: runs },
    );
  });
}
