import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { bareScenario } from '../../src/insight/what-if/small-world.ts';
import { isBroughtBack, rowWorks } from '../../src/insight/what-if/search.ts';
import { whatIf } from '../../src/insight/what-if/what-if.ts';
import { InputError } from '../../src/model/problem.ts';
import { play, type Run } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

function playOrNothing(scenario: Scenario): Run | null {
  try {
    return play(scenario);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** What is lost in a story and comes where one of its acts is left out, though nothing is told to help. */
function unanswered(scenario: Scenario): string[] {
  const lost = play(scenario).ledger.rows.filter((row) => !rowWorks(row));
  return scenario.script.flatMap((entry) => {
    if (lost.length === 0 || !('do' in entry)) return [];
    const without = playOrNothing({ ...scenario, script: scenario.script.filter((other) => other !== entry) });
    const back = lost.find(({ id }) => isBroughtBack(without?.ledger.row(id)?.fate));
    if (!back || whatIf(scenario, back.id, { most: 300, largest: 2 })[0]?.sets.length !== 0) return [];
    return [`${scenario.id}: ${back.id} without ${entry.do}`];
  });
}

const FOLDER = 'scenarios';

function scenarioIn(name: string): Scenario {
  const path = join(FOLDER, name);
  const read = (beside: string) => ({ file: beside, text: readFileSync(join(dirname(path), beside), 'utf8') });
  return loadScenario(readFileSync(path, 'utf8'), name, name, { read });
}

test('in every scenario, what an act of its story has kept away has an answer', { timeout: 600_000 }, () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  expect(files.length).toBeGreaterThan(600);
  expect(files.flatMap((file) => unanswered(bareScenario(scenarioIn(file))))).toEqual([]);
});
