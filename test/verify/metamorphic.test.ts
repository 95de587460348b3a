import { test } from 'vitest';
import { SEED } from '../laws/seed.ts';
import { expectSameFates, TRANSFORMATION_NAMES, triedWorlds } from '../laws/metamorphic.ts';
import { overWorlds, partOfCampaign } from './part-of-campaign.ts';

/** The long form of the laws in test/laws/order.test.ts. */
const part = partOfCampaign(20_000);
const HOURS = 3_600_000;

// oxlint-disable-next-line vitest/expect-expect -- the check holds them
test(
  `worlds ${part.from} to ${part.to}, written, sorted, named and tapped at otherwise, end the same (seed ${SEED})`,
  () => overWorlds(triedWorlds(TRANSFORMATION_NAMES), part, (tried) => void expectSameFates(tried)),
  6 * HOURS,
);
