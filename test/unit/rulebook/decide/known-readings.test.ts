import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { GATE_ORDER } from '../../../../src/model/fates.ts';
import { must } from '../../../../src/model/must.ts';
import type { CategoryId } from '../../../../src/rulebook/categories/categories.ts';
import { FACTS } from '../../../../src/rulebook/facts/facts.ts';
import { compareConditions } from '../../../../src/rulebook/judge/compare-conditions.ts';
import { decide } from '../../../../src/rulebook/judge/decide.ts';
import { fingerprintOf } from '../../../../src/run/journal.ts';
import { KNOBS } from './knobs.ts';
import { knownTable } from '../../known-table.ts';
import table from './known-readings.txt?raw';
import { build, categoryIds, draft } from './one-item-world.ts';
import { type TurnedWorld, turnedWorlds } from './turned-worlds.ts';

/*
 * Worlds drawn from one seed, and what every fact of the rule book reads in them and every gate says of them, as
 * digests that Node and Chromium are held to. What a fact should read is told elsewhere; here it is seen when one reads
 * anything else than it did, in whatever company of other facts.
 */

const SEED = 20_260_301;
const LINES = 40;
const PER_LINE = 20;
const { known, expected } = knownTable('test/unit/rulebook/decide/known-readings.txt', table);

const drawn = fc.record({ world: turnedWorlds, category: fc.constantFrom(...categoryIds) });

/** All that is read in one world; which knobs are turned stands with it, for whoever looks at a failure. */
function readIn({ world: { edition, route, turns }, category }: { world: TurnedWorld; category: CategoryId }) {
  const d = draft();
  for (const [fact, value] of turns) KNOBS[fact]?.(d, value);
  const { question, file, situation } = build(d, edition, route, category);
  return {
    facts: Object.values(FACTS).map((fact) => [
      fact.read(question),
      fact.mayBe?.(question),
      fact.exactly?.(question),
      fact.compare?.(question),
    ]),
    verdicts: GATE_ORDER.map((gate) => decide(question, [gate])),
    compared: compareConditions(file, situation),
  };
}

test.each(Array.from({ length: LINES }, (_, line) => line))('worlds of line %d read as they are known to', (line) => {
  const worlds = fc.sample(drawn, { seed: SEED + line, numRuns: PER_LINE });
  const marks = worlds.map((world) => fingerprintOf(JSON.stringify(readIn(world))).slice(0, 4)).join('');
  const wanted = expected(marks, known[line]);
  if (marks !== wanted) {
    const place = worlds.findIndex((_, at) => marks.slice(at * 4, at * 4 + 4) !== wanted?.slice(at * 4, at * 4 + 4));
    expect.unreachable(`it reads otherwise than before: ${JSON.stringify(must(worlds[place], 'a world'))}`);
  }
});
