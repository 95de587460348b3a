import { expect, test } from 'vitest';
import { InputError } from '../../src/model/problem.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { campaign } from '../cli/loader-campaign.ts';
import { ATOMS } from '../laws/mutated-texts.ts';
import { SEED } from '../laws/seed.ts';
import { partOfCampaign, tellProgress } from './part-of-campaign.ts';

const part = partOfCampaign(1_000_000);
const BOX = 20_000;
const HOURS = 3_600_000;

test(
  `mutated texts ${part.from} to ${part.to} are read or refused with a place, and nothing else (seed ${SEED})`,
  async () => {
    for (let at = part.from; at < part.to; at += BOX) {
      const texts = Math.min(BOX, part.to - at);
      const { loaded, refused, broken } = campaign(texts, SEED, at);
      expect(broken).toEqual([]);
      expect(loaded + refused).toBe(texts);
      // oxlint-disable-next-line no-await-in-loop -- one box after another
      await tellProgress(at + texts, part);
    }
  },
  6 * HOURS,
);

const LENGTHS = [20_000, 160_000] as const;
/** A text eight times as long that takes more than this many times as long grows faster than its size. */
const FASTEST_GROWTH = 40;
/** Milliseconds of the processor below which a text of this length cannot grow in a way that anybody waits for. */
const NOTICEABLE = 250;
const LONGEST = 2500;

/** Of the processor's time, because a busy machine makes every text slow. */
function costOf(pattern: string, length: number): number {
  const began = process.cpuUsage();
  try {
    loadScenario(`title: T\nx: ${pattern.repeat(Math.ceil(length / pattern.length))}`, 'repeated.yaml');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
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
      const large = costOf(pattern, LENGTHS[1]);
      if (large < NOTICEABLE) continue;
      const small = costOf(pattern, LENGTHS[0]);
      if (large > LONGEST || large > small * FASTEST_GROWTH)
        slow.push(`${JSON.stringify(pattern)}: ${Math.round(small)} ms, then ${Math.round(large)} ms`);
    }
    expect(slow).toEqual([]);
  },
  2 * HOURS,
);
