import * as fc from 'fast-check';
import { SEED } from '../laws/seed.ts';

/** Worlds are drawn in boxes, each from its own seed: any box is reached without those before it. */
const BOX = 250;

export interface PartOfCampaign {
  readonly from: number;
  readonly to: number;
}

/**
 * All of a campaign, or the part that is asked for:
 * `CAMPAIGN_FROM=500000 CAMPAIGN_COUNT=100000 npm run verify -- loader-campaign`.
 */
export function partOfCampaign(whole: number): PartOfCampaign {
  const from = Number(process.env['CAMPAIGN_FROM'] ?? 0);
  return { from, to: Math.min(whole, from + Number(process.env['CAMPAIGN_COUNT'] ?? whole)) };
}

/** Says how far it is, so that one that is stopped can be taken up there. Heard only when the loop rests a moment. */
export async function tellProgress(done: number, { from, to }: PartOfCampaign, found = 'hold'): Promise<void> {
  console.log(`${new Date().toISOString().slice(11, 19)}  ${from} to ${done} of ${to} ${found}`);
  await new Promise((heard) => {
    setTimeout(heard, 20);
  });
}

/** Holds a check against each world of a part, whose borders are whole boxes. */
export async function overWorlds<T>(
  worlds: fc.Arbitrary<T>,
  part: PartOfCampaign,
  check: (world: T) => void,
): Promise<void> {
  const { from, to } = part;
  if (from % BOX !== 0) throw new Error(`A part begins at a multiple of ${BOX}.`);
  for (let at = from; at < to; at += BOX) {
    fc.assert(fc.property(worlds, check), { seed: SEED + at / BOX, numRuns: Math.min(BOX, to - at) });
    // oxlint-disable-next-line no-await-in-loop -- one box after another
    await tellProgress(Math.min(at + BOX, to), part);
  }
}
