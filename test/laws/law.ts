import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOT_OF_IMPORTS } from './not-of-imports.ts';
import { SEED } from './seed.ts';
import { drawingFrom, type Source } from './source-of-worlds.ts';

/** `VITE_LAWS_TIMES=20 npm run vitest -- test/laws` tries twenty times as many worlds. */
const TIMES = Number(import.meta.env['VITE_LAWS_TIMES'] ?? 1);
/** By hand and in the long run; `npm test` leaves the rest of a list of equals to that one. */
export const IN_FULL = TIMES >= 1;
/** Imported worlds that each law is tried in; Node alone makes them, `npm run verify -- laws-over-imports` many. */
const IMPORTS = typeof window === 'undefined' ? Number(import.meta.env['VITE_LAWS_IMPORTS'] ?? 1) : 0;
const CHEAP = 10;

/** How often something is tried here that is tried so often by default. */
export const timesHere = (often: number): number => Math.ceil(often * Math.min(1, TIMES));

/**
 * One law: the check throws when a world breaks it. The failing world is made small and printed as a scenario file. It
 * is tried over generated worlds and over imported ones; a law that cannot be says so in its table.
 */
export function law<T>(
  sentence: string,
  worlds: fc.Arbitrary<T>,
  check: (world: T) => void | Promise<void>,
  numRuns = 16,
): void {
  const tried = (source: Source, runs: number, seed: number): Promise<number> =>
    drawingFrom(source, () =>
      fc.assert(
        fc.asyncProperty(worlds, async (world) => check(world)),
        { seed, numRuns: runs },
      ),
    );

  const runs = Math.ceil(numRuns * TIMES);
  // oxlint-disable-next-line vitest/expect-expect -- the check holds them
  test(`${sentence} (${runs} worlds, seed ${SEED})`, { timeout: 60_000 * Math.max(1, TIMES) }, async () => {
    await tried('generated', runs, SEED);
  });

  // A law that costs so much that few worlds are tried leaves imported ones, which are large, to the long run.
  const isLeft = !IN_FULL && numRuns < CHEAP;
  if (IMPORTS === 0 || isLeft || Object.hasOwn(NOT_OF_IMPORTS, sentence)) return;
  // Each law begins elsewhere, so that a single world for each is another world for each.
  const seed = SEED + [...sentence].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 0);
  test(`${sentence} (${IMPORTS} imported, seed ${seed})`, { timeout: 60_000 * Math.max(1, IMPORTS) }, async () => {
    const { readImports } = await import('./imported-worlds.ts');
    await readImports();
    expect(await tried('imported', IMPORTS, seed), 'a law without a world stands in the table').toBeGreaterThan(0);
  });
}
