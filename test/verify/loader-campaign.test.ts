import { expect, test } from 'vitest';
import { InputError } from '../../src/model/problem.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { campaign } from '../cli/loader-campaign.ts';
import { ATOMS } from '../laws/mutated-texts.ts';
import { SEED } from '../laws/seed.ts';

/** `CAMPAIGN_TEXTS=20000 npm run verify` is a short one. */
const TEXTS = Number(process.env['CAMPAIGN_TEXTS'] ?? 1_000_000);
const HOURS = 3_600_000;

test(
  `${TEXTS} mutated texts are read or refused with a place, and nothing else (seed ${SEED})`,
  () => {
    const { loaded, refused, broken } = campaign(TEXTS, SEED);
    expect(broken).toEqual([]);
    expect(loaded + refused).toBe(TEXTS);
  },
  6 * HOURS,
);

/** Twice the characters, and cost that grows with the size and no faster takes about twice as long. */
const LENGTHS = [40_000, 320_000] as const;
/** A text eight times as long that takes more than this many times as long grows faster than its size. */
const FASTEST_GROWTH = 40;
const LONGEST = 5000;

function costOf(pattern: string, length: number): number {
  const began = performance.now();
  try {
    loadScenario(`title: T\nx: ${pattern.repeat(Math.ceil(length / pattern.length))}`, 'repeated.yaml');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return performance.now() - began;
}

test(
  'no sign of YAML, and no two or three of them, cost more than their number',
  () => {
    const short = ATOMS.filter((atom) => atom.length <= 12);
    const slow: string[] = [];
    const patterns = [
      ...short,
      ...short.flatMap((one) => short.map((two) => one + two)),
      ...short.slice(0, 40).flatMap((one) => short.slice(0, 40).map((two) => `${one}x${two}\n`)),
    ];
    for (const pattern of patterns) {
      const [small, large] = [costOf(pattern, LENGTHS[0]), costOf(pattern, LENGTHS[1])];
      if (large > LONGEST || (large > 1000 && large > small * FASTEST_GROWTH))
        slow.push(`${JSON.stringify(pattern)}: ${Math.round(small)} ms, then ${Math.round(large)} ms`);
    }
    expect(slow).toEqual([]);
  },
  2 * HOURS,
);
