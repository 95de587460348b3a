import { expect, test } from 'vitest';
import { smallWorld } from '../../../src/insight/what-if/small-world.ts';
import { whatIf } from '../../../src/insight/what-if/what-if.ts';
import { Draw } from '../../../src/model/draw.ts';
import { must } from '../../../src/model/must.ts';
import { fingerprintOf } from '../../../src/run/journal.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { drawnStory } from '../machines/drawn-world.ts';
import { knownTable, ofScenario, WALKS_EVERY } from '../known-table.ts';
import { type Plain, story } from '../stories.ts';
import table from './known-answers.txt?raw';

const files = import.meta.glob<string>('../../../scenarios/**/*.yaml', { query: '?raw', import: 'default' });
const { known, expected } = knownTable('test/unit/insight/known-answers.txt', table, WALKS_EVERY);

const digestOf = (told: unknown): string => fingerprintOf(JSON.stringify(told)).slice(0, 8);

/** All that what-if answers of everything that dropped, and how many runs it took, but the sentences. */
const answersOf = (scenario: Scenario): unknown =>
  whatIf(scenario, 'everything').map(({ item, items, fate, sets, notAtAll, without, trials, complete }) => [
    [item, items, fate, trials, complete, without?.how],
    sets.map(({ changes, ...set }) => [changes.map(({ path, to }) => [path, to]), set]),
    notAtAll,
  ]);

/** A drawn story in which nearly every item stands twice, and the fewer items that stand for all of them. */
function standInsOf(seed: string): unknown {
  const draw = new Draw(seed);
  const { stated, route, edition } = drawnStory(draw);
  const world = stated['world'] as { readonly items: readonly Plain[] };
  const again = world.items.flatMap((item) => {
    if (item['category'] === 'app' || draw.below(4) === 0) return [];
    const different = draw.below(3) === 0 ? { created: draw.one(['2026-01-10', '2026-02-11']) } : {};
    return [{ ...item, ...different, id: `${String(item['id'])}-again`, bytes: draw.one([0, 30_000]), count: 2 }];
  });
  const twice = story({ ...world, items: [...world.items, ...again] }, { route, edition, script: stated['script'] });
  return [undefined, 'item-3'].map((keep) => {
    const { scenario, standsFor } = smallWorld(twice, keep);
    const { items, copies } = scenario.world;
    return [[...standsFor], items.map(({ id, bytes, count }) => [id, bytes, count]), copies.map(({ of }) => of)];
  });
}

const SMALL = /^drawn-\d+$/;
async function digestOfStory(id: string): Promise<string> {
  if (SMALL.test(id)) return digestOf(standInsOf(id));
  const text = await must(files[`../../../scenarios/${id}.yaml`], `the scenario ${id}`)();
  return digestOf(answersOf(loadScenario(text, id)));
}

test.each(known.map(ofScenario))('what what-if answers in $id is what is known', async ({ id, line }) => {
  const now = `${await digestOfStory(id)} ${id}`;
  expect(now).toBe(expected(now, line));
});
