import { expect, test } from 'vitest';
import { ActorParts } from '../../../src/insight/explore/actor-parts.ts';
import { EXPLORED_WORLDS } from '../../../src/insight/explore/explore-worlds.ts';
import { scenarioOfWorld } from '../../../src/insight/explore/explored-world.ts';
import { must } from '../../../src/model/must.ts';
import { caseFileOf } from '../../../src/run/case-file-of.ts';
import { EMPTY_CHAIN } from '../../../src/run/journal.ts';
import { foldLedger } from '../../../src/run/ledger.ts';
import { Simulation } from '../../../src/run/simulation.ts';

const file = caseFileOf(scenarioOfWorld(must(EXPLORED_WORLDS[1], 'a world')).world);

function goOn(simulation: Simulation): void {
  const event = simulation.usual();
  if (event) simulation.send(event);
  else simulation.advance();
}

/** A restore at work: several actors, of which some wait for a moment. */
function atWork(): Simulation {
  const simulation = new Simulation(file);
  for (let steps = 0; steps < 14; steps += 1) goOn(simulation);
  return simulation;
}

test('equal parts are one object, whoever takes the system apart', () => {
  const actors = new ActorParts();
  const [first, second] = [atWork(), atWork()];
  const parts = actors.apart(first.root, first.now);
  expect(parts.length).toBeGreaterThan(2);
  expect(new Set(parts.map(({ path }) => path)).size).toBe(parts.length);
  expect(new Set(parts.map(({ index }) => index)).size).toBe(parts.length);
  expect(parts.filter(({ due }) => due !== null).length).toBeGreaterThan(0);
  for (const [index, part] of actors.apart(second.root, second.now).entries()) expect(part).toBe(parts[index]);
});

test('when time goes by, who waits has that much less to wait, and nobody else changes', () => {
  const actors = new ActorParts();
  const simulation = atWork();
  const parts = actors.apart(simulation.root, simulation.now);
  const later = actors.later(parts, 250);
  for (const [index, part] of parts.entries()) {
    const { core, path, due } = must(later[index], 'the same actor');
    expect([core, path, due]).toEqual([part.core, part.path, part.due === null ? null : part.due - 250]);
    expect(later[index] === part).toBe(part.due === null);
  }
  expect(actors.later(parts, 0)).toEqual(parts);
});

test('put together again, at whatever moment, they are the same parts and go on the same way', () => {
  const actors = new ActorParts();
  const asleep = atWork();
  const parts = actors.apart(asleep.root, asleep.now);
  const woken = new Simulation(file, {
    from: {
      step: 1,
      now: asleep.now + 7000,
      lines: [],
      rows: foldLedger(file.world.items, asleep.journal.lines).rows,
      chain: [EMPTY_CHAIN],
      actors: actors.together(parts, asleep.now + 7000),
    },
  });
  for (const [index, part] of actors.apart(woken.root, woken.now).entries()) expect(part).toBe(parts[index]);
  const { length } = asleep.journal.lines;
  for (let steps = 0; steps < 5; steps += 1) {
    goOn(asleep);
    goOn(woken);
    expect(woken.now - asleep.now).toBe(7000);
    for (const [index, part] of actors.apart(asleep.root, asleep.now).entries())
      expect(actors.apart(woken.root, woken.now)[index]).toBe(part);
  }
  expect(woken.journal.lines.map(({ type, actor }) => [type, actor])).toEqual(
    asleep.journal.lines.slice(length).map(({ type, actor }) => [type, actor]),
  );
});
