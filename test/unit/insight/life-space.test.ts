import { describe, expect, test } from 'vitest';
import { type AnyMachineSnapshot, createActor, createMachine, type InspectionEvent } from 'xstate';
import type { ActorPart } from '../../../src/insight/explore/actor-parts.ts';
import { exploreLife } from '../../../src/insight/explore/explore-life.ts';
import { EXPLORED_WORLDS } from '../../../src/insight/explore/explore-worlds.ts';
import {
  FROZEN,
  LEFT_EARLY,
  NIGHTLY,
  scenarioOfWorld,
  SURROUNDINGS,
} from '../../../src/insight/explore/explored-world.ts';
import { finish } from '../../../src/insight/explore/exploring.ts';
import { seen } from '../../../src/insight/explore/life-state.ts';
import { MessageEffects, Overheard } from '../../../src/insight/explore/message-effects.ts';
import { pathAsScenario, pathTo } from '../../../src/insight/explore/path-to-scenario.ts';
import { ReachedStates } from '../../../src/insight/explore/reached-states.ts';
import { must } from '../../../src/model/must.ts';
import type { JournalLine } from '../../../src/run/journal-line.ts';
import { play } from '../../../src/run/play.ts';
import type { PossibleEvent, PossibleEventType } from '../../../src/run/possible-events.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { toldBy } from './told-by.ts';

const exploring = (wanted: string) => {
  const world = must(
    EXPLORED_WORLDS.find(({ name }) => name === wanted),
    wanted,
  );
  return exploreLife(scenarioOfWorld(world), { most: 1000, without: world.without ?? [], attempts: 1 });
};

describe('the space of a world', () => {
  test('has its beginning before all others, and tells how far it is', () => {
    const search = exploring('no page for a backup');
    expect(search.next().value).toEqual({ part: expect.any(String) as string, done: 0, of: undefined });
    const { nodes, reached } = finish(exploring('no page for a backup'));
    expect(nodes[0]).toMatchObject({ index: 0, parent: -1, passed: 0, depth: 0, move: null });
    expect(nodes.slice(1).every(({ parent, index }) => parent >= 0 && parent < index)).toBe(true);
    expect(reached).toContain('connection|wifi.atFirst');
  });

  test.each(['not enough room', 'one item stops it', 'a phone of an organisation'])(
    '%s: lets time pass with the clock alone, as much as is due',
    (name) => {
      const { nodes } = finish(exploring(name));
      const moved = nodes.slice(1).map(({ move, parent, passed }) => {
        const { due } = must(nodes[parent], 'the state before').state;
        return { type: must(move, 'a move').type, due, passed };
      });
      expect(moved.some(({ passed }) => passed > 0)).toBe(true);
      for (const { type, due, passed } of moved) expect(passed, type).toBe(type === 'clock.moved' ? due : 0);
    },
  );

  test('is walked by the real actors alone where one item needs another', () => {
    const { realSteps, transitions } = finish(exploring('a part that is missing'));
    expect(realSteps).toBe(transitions);
    const without = finish(exploring('not enough room'));
    expect(without.realSteps).toBeLessThan(without.transitions);
  });
});

describe('a world that hangs on all that has come', () => {
  const CALM: readonly PossibleEventType[] = [
    ...SURROUNDINGS,
    ...FROZEN,
    ...LEFT_EARLY,
    'app.signedOut',
    'app.offloaded',
    'room.ranOut',
    'room.freed',
    'download.stuck',
    'move.failed',
  ];
  const withApp = (name: string, app: Readonly<Record<string, unknown>>, without = CALM) =>
    [
      scenarioOfWorld({
        name,
        why: 'An app and its data, brought by the restore, and deleted at any time.',
        world: {
          backups: [NIGHTLY],
          items: [
            { category: 'app', app: 'chat', ...app },
            { id: 'chats', category: 'app-data', app: 'chat' },
          ],
        },
      }),
      { most: 1000, without, attempts: 1 },
    ] as const;

  test.each([
    ['deleted', withApp('deleted', {}, [...CALM, 'app.installed', 'app.loggedIn'])],
    ['hangs', withApp('hangs', { start: 'hangs' })],
  ])('%s: every step says what the real actors say, and every way plays to what its state tells', (_, story) => {
    const [scenario] = story;
    const quick = toldBy(...story, false);
    const real = toldBy(...story, true);
    expect(quick.steps).toEqual(real.steps);
    expect(quick.states).toEqual(real.states);
    for (const node of quick.space.nodes.filter(({ index }) => index % 3 === 0)) {
      const text = pathAsScenario(scenario, pathTo(quick.space.nodes, node), 'a way');
      const { outcome, ledger } = play(loadScenario(text, 'way'));
      expect({ outcome, rows: ledger.rows }, text).toEqual({ outcome: node.state.outcome, rows: node.state.rows });
    }
  });
});

describe('the states that were entered', () => {
  const at = { n: 1, step: 1, atMs: 0, actor: 'simulation/restore' };
  const started: JournalLine = { ...at, type: 'actor.started', machine: 'restore', states: ['idle'] } as JournalLine;
  const moved: JournalLine = {
    ...at,
    type: 'transition',
    event: 'x',
    taken: ['gone|x|before+beside'],
    states: ['now'],
  };

  test('are those in which an actor begins, those it is in, and those it left at once', () => {
    const reached = new ReachedStates();
    reached.note([started]);
    expect([...reached.all]).toEqual(['restore|idle']);
    reached.note([moved, { ...at, type: 'device.erased' }]);
    expect([...reached.all].toSorted()).toEqual([
      'restore|before',
      'restore|beside',
      'restore|gone',
      'restore|idle',
      'restore|now',
    ]);
  });
});

describe('an event that a state names', () => {
  const actor = createActor(
    createMachine({
      id: 'a',
      initial: 'on',
      states: { on: { on: { 'wifi.lost': {}, 'power.lost': { actions: [] } } } },
    }),
  ).start();
  const lookAt = (forms: readonly (readonly [PossibleEventType, readonly PossibleEvent[]])[]) =>
    seen(
      { path: 'a', ref: actor as never, snapshot: actor.getSnapshot() as unknown as AnyMachineSnapshot },
      new Map(forms),
      0,
    ).mute;

  test('and that does nothing, with no guard that says why, is told', () => {
    expect(lookAt([['wifi.lost', [{ type: 'wifi.lost' }]]])).toEqual(['wifi.lost']);
  });

  test('is none where it has no form in this world, or where the state does not name it', () => {
    expect(lookAt([['wifi.lost', []]])).toEqual([]);
    expect(lookAt([['wifi.back', [{ type: 'wifi.back' }]]])).toEqual([]);
  });
});

describe('what one message does', () => {
  const part = (index: number, path: string): ActorPart => ({ index, core: index, path, due: null });
  const [a, b, c, after] = [part(0, 's/a'), part(1, 's/b'), part(2, 's/c'), part(3, 's/a')];
  const base = { n: 1, step: 1, atMs: 0 };
  const begun: JournalLine = { ...base, actor: 's', type: 'event', by: 'person', event: 'back', data: {} };
  const sent = (from: string, to: string): JournalLine => ({ ...base, actor: from, type: 'message', to, event: 'x' });
  const withMessages = (...messages: readonly (readonly [JournalLine, string])[]): Overheard => {
    const overheard = new Overheard();
    for (const [line, says] of messages) overheard.messages.set(line, says);
    return overheard;
  };
  const toB = sent('s/a', 's/b');
  const toA = sent('s/b', 's/a');

  test('is overheard once for each line that tells of it, and of messages alone', () => {
    const overheard = new Overheard();
    const said = (type: string, says: string): InspectionEvent =>
      ({ type, event: { type: says, at: 5 } }) as unknown as InspectionEvent;
    overheard.hear(said('@xstate.event', 'before any line'), undefined);
    overheard.hear(said('@xstate.event', 'to itself'), begun);
    overheard.hear(said('@xstate.snapshot', 'no message'), toB);
    expect(overheard.messages.size).toBe(0);
    overheard.hear(said('@xstate.event', 'x'), toB);
    overheard.hear(said('@xstate.event', 'later'), toB);
    expect([...overheard.messages]).toEqual([[toB, JSON.stringify({ type: 'x' })]]);
  });

  test('is known again wherever the actors that it reaches stand as they stood', () => {
    const effects = new MessageEffects(() => true);
    expect(effects.learn('back', a, [a, b, c], [after, b, c], [begun, toB], withMessages([toB, 'x']))).toBe(true);
    expect(effects.find('back', 'back', a, [a, b])).toEqual({ parts: [after, b], lines: [begun, toB] });
    expect(effects.find('back', 'back', a, [a, part(4, 's/b')])).toBeUndefined();
  });

  test('is not known where an actor that it goes to is not there', () => {
    const effects = new MessageEffects(() => true);
    effects.learn('back', a, [a, b, c], [after, b, c], [begun, toB], withMessages([toB, 'x']));
    expect(effects.find('back', 'back', a, [a, c])).toBeUndefined();
  });

  test('is not known where it would come back to one that has had a message in this step', () => {
    const effects = new MessageEffects(() => true);
    effects.learn('back', a, [a, b], [after, b], [begun, toB], withMessages([toB, 'x']));
    effects.learn('x', b, [a, b], [a, b], [begun, toA], withMessages([toA, 'y']));
    expect(effects.find('back', 'back', a, [a, b])).toBeUndefined();
  });

  test('is not learnt from a step in which one gets two, or in which somebody else does something', () => {
    const effects = new MessageEffects(() => true);
    const [first, second] = [sent('s/a', 's/b'), sent('s/a', 's/b')];
    const twice = withMessages([first, 'x'], [second, 'y']);
    expect(effects.learn('back', a, [a, b], [after, b], [begun, first, second], twice)).toBe(false);
    expect(effects.learn('back', a, [a, b, c], [after, b, part(5, 's/c')], [begun], withMessages())).toBe(false);
    const written: JournalLine = { ...base, actor: 's/c', type: 'device.erased' };
    expect(effects.learn('back', a, [a, b, c], [after, b, c], [begun, written], withMessages())).toBe(false);
    const itsOwn: JournalLine = { ...base, actor: 's/a', type: 'device.erased' };
    expect(effects.learn('back', a, [a, b, c], [after, b, c], [begun, itsOwn, written], withMessages())).toBe(false);
    expect(effects.find('back', 'back', a, [a, b, c])).toBeUndefined();
  });

  test('is not learnt from a step that tells of no move, or in which somebody begins or ends', () => {
    const effects = new MessageEffects(() => true);
    const [started, ended] = (['actor.started', 'actor.ended'] as const).map(
      (type) => ({ ...base, actor: 's/a', type, machine: 'a', states: [] }) as unknown as JournalLine,
    );
    for (const lines of [[], [toB], [begun, must(started, 'one')], [begun, must(ended, 'the other')]])
      expect(effects.learn('back', a, [a, b], [after, b], lines, withMessages([toB, 'x']))).toBe(false);
    expect(effects.find('back', 'back', a, [a, b])).toBeUndefined();
  });
});
