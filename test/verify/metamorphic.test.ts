import * as fc from 'fast-check';
import { test } from 'vitest';
import { SEED } from '../laws/seed.ts';
import { expectSameFates, TRANSFORMATION_NAMES, triedWorlds } from '../laws/metamorphic.ts';

/** The long form of the laws in test/laws/order.test.ts. */
const WORLDS = 20_000;

// oxlint-disable-next-line vitest/expect-expect -- the check holds them
test(`${WORLDS} worlds written, sorted, named and tapped at otherwise end the same (seed ${SEED})`, () => {
  fc.assert(
    fc.property(triedWorlds(TRANSFORMATION_NAMES), (tried) => void expectSameFates(tried)),
    { seed: SEED, numRuns: WORLDS },
  );
});
