import { expect, test } from 'vitest';
import { Draw } from '../../../src/model/draw.ts';
import { EVENT_DATA } from '../../../src/model/event-row.ts';
import { mayCarryWith } from '../../../src/model/events.ts';
import { must } from '../../../src/model/must.ts';
import { takes } from '../../../src/run/actors.ts';
import { freshCaseFile } from '../../../src/run/case-file-of.ts';
import { fingerprintOf } from '../../../src/run/journal.ts';
import { formsOf, POSSIBLE_EVENT_TYPES, type PossibleEvent } from '../../../src/run/possible-events.ts';
import { play } from '../../../src/run/play.ts';
import { Simulation } from '../../../src/run/simulation.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { knownTable, ofScenario, WALKS_EVERY } from '../known-table.ts';
import table from './known-walks.txt?raw';

/*
 * Somebody who knows nothing of phones taps about in the worlds of scenarios: the usual next thing, something that is
 * possible, or just anything, which is mostly refused with what each guard saw. All that is drawn from the scenario's
 * name, so every engine walks alike and writes the same journals.
 */

const files = import.meta.glob<string>('../../../scenarios/**/*.yaml', { query: '?raw', import: 'default' });
/** From the start, and on from the end of the scenario's own story, where everything is on the phone. */
const STEPS = { fromTheStart: 70, afterTheEnd: 30 };
/** In `npm test` one in a few is walked. */
const { known, expected } = knownTable('test/unit/run/known-walks.txt', table, WALKS_EVERY);

const KINDS_OF_STEP = [
  { kind: 'usual', weight: 7 },
  { kind: 'possible', weight: 4 },
  { kind: 'anything', weight: 5 },
  { kind: 'wait', weight: 3 },
] as const;

/** Perhaps with what an event carries only if somebody says so. */
function saidWith(event: PossibleEvent, draw: Draw): PossibleEvent {
  const more = mayCarryWith(event.type).flatMap((name) => {
    const values: 'name' | readonly string[] = EVENT_DATA[name as keyof typeof EVENT_DATA];
    return values === 'name' || draw.below(2) === 0 ? [] : [[name, draw.one(values)]];
  });
  return { ...event, ...Object.fromEntries(more) };
}

/** What happens concerns one actor, which tells the others: an event that two of them took would be lost on one. */
function give(simulation: Simulation, event: PossibleEvent): void {
  const dated = { ...event, at: simulation.now };
  const takers = simulation.actors.filter((actor) => takes(actor, dated));
  expect(takers.length).toBe(simulation.send(event) ? 1 : 0);
}

function walk(simulation: Simulation, draw: Draw, steps: number): string {
  for (let step = 0; step < steps; step += 1) {
    const { kind } = draw.weighted(KINDS_OF_STEP);
    const events =
      kind === 'usual'
        ? [simulation.usual()].filter((event) => event !== undefined)
        : kind === 'possible'
          ? simulation.possible()
          : kind === 'anything'
            ? formsOf(simulation.file, draw.one(POSSIBLE_EVENT_TYPES))
            : [];
    if (events.length > 0) give(simulation, saidWith(draw.one(events), draw));
    else simulation.advance();
  }
  simulation.endStory();
  return simulation.journal.toText();
}

test.each(known.map(ofScenario))('a walk through $id writes the journals that are known', async ({ id, line }) => {
  const file = `../../../scenarios/${id}.yaml`;
  const text = await must(files[file], `the scenario ${id}`)();
  const scenario = loadScenario(text, file, id);
  const draw = new Draw(id);
  const journals = [
    walk(new Simulation(freshCaseFile(scenario.world)), draw, STEPS.fromTheStart),
    walk(play(scenario).simulation, draw, STEPS.afterTheEnd),
  ];
  const now = `${fingerprintOf(journals.join('\n')).slice(0, 8)} ${id}`;
  expect(now).toBe(expected(now, line));
});
