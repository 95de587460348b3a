import { expect, test } from 'vitest';
import { itemConditions, listConditions } from '../../../src/insight/what-if/conditions.ts';
import { must } from '../../../src/model/must.ts';
import { fingerprintOf } from '../../../src/run/journal.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { knownTable, ofScenario, WALKS_EVERY } from '../known-table.ts';
import table from './known-conditions.txt?raw';

const files = import.meta.glob<string>('../../../scenarios/**/*.yaml', { query: '?raw', import: 'default' });
const { known, expected } = knownTable('test/unit/insight/known-conditions.txt', table, WALKS_EVERY);

/** All that is said of the conditions of a scenario and of its items but the sentences, which transcripts hold. */
function conditionsOf(text: string, id: string): string {
  const scenario = loadScenario(text, id);
  const items = new Set(scenario.world.items.map((item) => item.id));
  const told = [...listConditions(scenario), ...itemConditions(scenario, items)].map(
    ({ title: _title, words: _words, cannotMatter, choices, ...rest }) => [
      rest,
      cannotMatter !== undefined,
      choices.map(({ title: _choice, words: _said, ...choice }) => choice),
    ],
  );
  return fingerprintOf(JSON.stringify(told)).slice(0, 8);
}

test.each(known.map(ofScenario))('what could be otherwise in $id is what is known', async ({ id, line }) => {
  const text = await must(files[`../../../scenarios/${id}.yaml`], `the scenario ${id}`)();
  const now = `${conditionsOf(text, id)} ${id}`;
  expect(now).toBe(expected(now, line));
});
