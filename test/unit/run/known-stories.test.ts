import { expect, test } from 'vitest';
import { must } from '../../../src/model/must.ts';
import { situationAtStart } from '../../../src/rulebook/case/situation.ts';
import { FACTS } from '../../../src/rulebook/facts/facts.ts';
import { questionFor } from '../../../src/rulebook/judge/decide.ts';
import { compareWithExpectation } from '../../../src/run/expected.ts';
import { fingerprintOf } from '../../../src/run/journal.ts';
import { play, type Run } from '../../../src/run/play.ts';
import { settledAt } from '../../../src/run/standing.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { knownTable, ofScenario, WALKS_EVERY } from '../known-table.ts';
import table from './known-stories.txt?raw';

const files = import.meta.glob<string>('../../../scenarios/**/*.yaml', { query: '?raw', import: 'default' });

/** In `npm test` every second is played. */
const { known, expected } = knownTable('test/unit/run/known-stories.txt', table, WALKS_EVERY === 1 ? 1 : 2);

async function played(id: string): Promise<Run> {
  const file = `../../../scenarios/${id}.yaml`;
  const text = await must(files[file], `the scenario ${id}`)();
  return play(loadScenario(text, file, id));
}

/** What every fact reads of one item of each kind, before anything has happened and at the end of the story. */
function factsOf({ simulation: { file }, journal, steps, world }: Run): string {
  const kinds = new Map(world.items.toReversed().map((item) => [item.category, item]));
  const situations = [situationAtStart(file), settledAt(journal.lines, steps).situation];
  const read = [...kinds.values()].flatMap((item) =>
    situations.map((situation) => {
      const question = questionFor(file, item, must(situation, 'the situation at the end'));
      return Object.values(FACTS).map((fact) => [
        fact.read(question),
        fact.mayBe?.(question),
        fact.exactly?.(question),
        fact.compare?.(question),
      ]);
    }),
  );
  return fingerprintOf(JSON.stringify(read));
}

/** Enough of each fingerprint to say that it is another one. */
const marksOf = (run: Run): string[] =>
  [run.fingerprints.outcome, run.fingerprints.journal, factsOf(run)].map((fingerprint) => fingerprint.slice(0, 8));

test.each(known.map(ofScenario))('$id ends as it says, in the bytes that are known', async ({ id, line }) => {
  const run = await played(id);
  expect(compareWithExpectation(run)).toEqual([]);
  const now = [...marksOf(run), id].join(' ');
  expect(now).toBe(expected(now, line));
});
