import { expect, test } from 'vitest';
import { itemConditions, listConditions } from '../../../src/insight/what-if/conditions.ts';
import { Draw } from '../../../src/model/draw.ts';
import { must } from '../../../src/model/must.ts';
import { fingerprintOf } from '../../../src/run/journal.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { drawnStory } from '../machines/drawn-world.ts';
import { knownTable, ofScenario, WALKS_EVERY } from '../known-table.ts';
import table from './known-conditions.txt?raw';

const files = import.meta.glob<string>('../../../scenarios/**/*.yaml', { query: '?raw', import: 'default' });
const { known, expected } = knownTable('test/unit/insight/known-conditions.txt', table, WALKS_EVERY);

/** All that is said of a scenario’s conditions and its items; the sentences of written ones are in transcripts. */
function conditionsOf(scenario: Scenario, isDrawn: boolean): string {
  const items = new Set(scenario.world.items.map((item) => item.id));
  const told = [...listConditions(scenario), ...itemConditions(scenario, items)].map(
    ({ title, words, cannotMatter, choices, ...rest }) => [
      rest,
      cannotMatter !== undefined,
      choices.map(({ title: _choice, words: _said, ...choice }) => choice),
      ...(isDrawn ? [title, words, choices.map((choice) => [choice.title, choice.words])] : []),
    ],
  );
  return fingerprintOf(JSON.stringify(told)).slice(0, 8);
}

/** A line about a story that nobody wrote names the seed from which it is drawn. */
const DRAWN = /^drawn-\d+$/;
async function fingerprintOfStory(id: string): Promise<string> {
  if (DRAWN.test(id)) return conditionsOf(drawnStory(new Draw(id)), true);
  const text = await must(files[`../../../scenarios/${id}.yaml`], `the scenario ${id}`)();
  return conditionsOf(loadScenario(text, id), false);
}

test.each(known.map(ofScenario))('what could be otherwise in $id is what is known', async ({ id, line }) => {
  const now = `${await fingerprintOfStory(id)} ${id}`;
  expect(now).toBe(expected(now, line));
});
