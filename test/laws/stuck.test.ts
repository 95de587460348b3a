import * as fc from 'fast-check';
import { expect } from 'vitest';
import { storyAt, stuckAt } from '../../src/insight/stuck/stuck.ts';
import { must } from '../../src/model/must.ts';
import { foldLedger } from '../../src/run/ledger.ts';
import type { Simulation } from '../../src/run/simulation.ts';
import { law } from './law.ts';
import { type Drama, dramas } from './worlds.ts';

const moments = fc.tuple(dramas(), fc.nat());

/** The story at one of its steps; asked for anew, it is another simulation. */
const at = ({ scenario, run }: Drama, which: number) =>
  must(storyAt(scenario, { step: 1 + (which % run.steps) }), 'a story at one of its steps');

const isRunning = ({ actors }: Simulation): boolean => actors.some(({ path }) => path === 'simulation/restore');

law(
  'to ask whether a restore is stuck changes nothing of its story',
  moments,
  ([drama, which]) => {
    const here = at(drama, which);
    const before = here.simulation.journal.fingerprint;
    const answer = stuckAt(here);
    expect(here.simulation.journal.fingerprint).toBe(before);
    expect(stuckAt(at(drama, which))).toEqual(answer);
  },
  25,
);

law(
  'left alone, a restore takes as long as was said, and one that waits brings nothing more',
  moments,
  ([drama, which]) => {
    const { state, untouched, waits } = stuckAt(at(drama, which));
    const { simulation } = at(drama, which);
    expect(state === 'over').toBe(!isRunning(simulation));
    const from = simulation.journal.lines.length;
    const began = simulation.now;
    let ended = isRunning(simulation) ? null : began;
    while (simulation.advance()) if (ended === null && !isRunning(simulation)) ended = simulation.now;
    expect(untouched.forMs).toBe(ended === null ? null : ended - began);
    if (state !== 'waiting') return;
    expect(waits.length).toBeGreaterThan(0);
    const later = simulation.journal.lines.slice(from).filter((line) => line.type === 'item.arrived');
    expect([ended, later.filter((line) => line.from !== 'sync')]).toEqual([null, []]);
  },
  80,
);

law(
  'what stopping would give up is what comes without it and does not come with it',
  moments,
  ([drama, which]) => {
    const { stop, lookedAfter } = stuckAt(at(drama, which));
    if (!stop) return;
    const { simulation } = at(drama, which);
    simulation.send({ type: stop.event });
    for (;;) {
      if (simulation.can({ type: 'room.freed' })) {
        simulation.send({ type: 'room.freed' });
        continue;
      }
      const usual = simulation.usual();
      if (usual ? !simulation.send(usual) : !simulation.advance()) break;
    }
    const there = foldLedger(drama.scenario.world.items, simulation.journal.lines).rows.filter(
      ({ onPhone }) => onPhone,
    );
    for (const id of stop.givenUp) expect(there.map((row) => row.id)).not.toContain(id);
    expect(lookedAfter.missed).toEqual([]);
  },
  60,
);

law(
  'whatever still comes is named, by whatever way it comes',
  moments,
  ([drama, which]) => {
    const { onTheWay, fromICloud, open, waiting, there } = stuckAt(at(drama, which));
    const { simulation } = at(drama, which);
    for (;;) {
      const usual = simulation.can({ type: 'room.freed' }) ? ({ type: 'room.freed' } as const) : simulation.usual();
      if (usual ? !simulation.send(usual) : !simulation.advance()) break;
    }
    const named = new Set([...onTheWay, ...fromICloud, ...open, ...waiting.flatMap(({ items }) => items), ...there]);
    const unnamed = foldLedger(drama.scenario.world.items, simulation.journal.lines).rows.filter(
      ({ id, onPhone }) => onPhone && !named.has(id),
    );
    expect(unnamed.map(({ id, fate, rule }) => ({ id, fate, rule }))).toEqual([]);
  },
  25,
);
