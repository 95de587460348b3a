import * as fc from 'fast-check';
import { EDITIONS, ROUTES } from '../../../../src/model/kinds.ts';
import { FACTS, type FactId } from '../../../../src/rulebook/facts/facts.ts';
import { HAS_UNKNOWN, KNOBS } from './knobs.ts';

const knobs = (Object.keys(KNOBS) as FactId[]).map((fact) => ({
  fact,
  values: [...Object.keys(FACTS[fact].values), ...(HAS_UNKNOWN.has(fact) ? ['unknown'] : [])],
}));
const turns = fc.array(
  fc
    .constantFrom(...knobs)
    .chain(({ fact, values }) => fc.constantFrom(...values).map((value) => [fact, value] as const)),
  { maxLength: 9 },
);

/** A world of one item in which up to nine knobs are turned. */
export const turnedWorlds = fc.record({
  edition: fc.constantFrom(...EDITIONS),
  route: fc.constantFrom(...ROUTES),
  turns,
});

export type TurnedWorld = typeof turnedWorlds extends fc.Arbitrary<infer World> ? World : never;
