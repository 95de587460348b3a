import type { LiveLine } from '../../../src/report/live-lines.ts';
import { describe, expect, test } from 'vitest';
import { placesFor } from '../../../src/inspector/messages/lifeline-places.ts';
import { firstFrom } from '../../../src/inspector/parts/use-reading.ts';
import { treeOf } from '../../../src/inspector/watch/actor-tree.ts';
import {
  cutOff,
  join,
  endProgram,
  NO_PROGRAMS,
  refuse,
  type RefusedProgram,
} from '../../../src/inspector/watch/programs.ts';
import { sequenceOfWatched } from '../../../src/inspector/watch/watched-sequence.ts';
import {
  hear,
  MAX_ACTORS,
  MAX_LOG,
  MAX_OVER,
  nameOf,
  newlyWatched,
  recall,
  type Watched,
} from '../../../src/inspector/watch/watched.ts';
import type { LiveMessage, SeenSnapshot } from '../../../src/report/live-message.ts';

const seen = (part: Partial<SeenSnapshot> = {}): SeenSnapshot => ({
  status: 'active',
  states: [],
  context: '',
  result: '',
  mark: '',
  ...part,
});
const actor = (id: string, part: Partial<SeenSnapshot> = {}, parent: string | null = null): LiveMessage => ({
  type: 'actor',
  id,
  name: `name of ${id}`,
  parent,
  snapshot: seen(part),
});
const event = (id: string, type = 'go', source: string | null = null): LiveMessage => ({
  type: 'event',
  id,
  source,
  event: type,
  data: '',
});
const snapshot = (id: string, type: string, part: Partial<SeenSnapshot>): LiveMessage => ({
  type: 'snapshot',
  id,
  event: type,
  snapshot: seen(part),
});
const watch = (...messages: readonly LiveMessage[]): Watched => hear(newlyWatched(1), messages);
const said = ({ log }: Watched): readonly string[] =>
  log.map(({ kind, says, refused }) => `${kind} ${says}${refused ? ' ✕' : ''}`);

describe('a watched program', () => {
  test('keeps a bounded number of entries and says how many it forgot', () => {
    const watched = watch(actor('x:0'), ...Array.from({ length: MAX_LOG + 10 }, () => event('x:0')));
    expect(watched.log.length).toBeLessThanOrEqual(MAX_LOG);
    expect(watched.forgotten + watched.log.length).toBe(MAX_LOG + 11);
    expect(watched.log.at(-1)?.n).toBe(MAX_LOG + 11);
  });

  test('lists running actors before ended ones, and tells how many there were', () => {
    const jobs = Array.from({ length: 700 }, (_, n) => [
      actor(`job:${n}`, {}, 'x:0'),
      snapshot(`job:${n}`, 'xstate.done', { status: n < 699 ? 'done' : 'active' }),
    ]).flat();
    const watched = watch(actor('x:0'), ...jobs);
    expect(watched.actors.size).toBe(MAX_OVER + 2);
    expect(watched.met).toBe(701);
    expect(watched.actors.get('job:699')?.status).toBe('active');
    expect(watched.actors.has('job:0')).toBe(false);
  });

  test('has an end to the running actors, too, and counts those that are left out', () => {
    const watched = watch(...Array.from({ length: MAX_ACTORS + 50 }, (_, n) => actor(`x:${n}`)));
    expect(watched.actors.size).toBe(MAX_ACTORS);
    expect(watched.met).toBe(MAX_ACTORS + 50);
    expect(hear(watched, [event(`x:${MAX_ACTORS + 1}`)]).met).toBe(MAX_ACTORS + 50);
  });

  test('is never changed after it is handed out', () => {
    const before = watch(actor('a', { states: ['on'], mark: '1' }), event('a'));
    const after = hear(before, [snapshot('a', 'go', { states: ['on'], mark: '1' })]);
    expect(said(before)).toEqual(['actor on', 'event go']);
    expect(said(after)).toEqual(['actor on', 'event go ✕']);
    expect(before.actors.get('a')?.pending).toHaveLength(1);
  });

  test('says nothing of an actor without states that goes on', () => {
    expect(said(watch(snapshot('observable', 'x', { status: 'active' })))).toEqual([]);
  });

  test('tells why an actor failed', () => {
    const { log, actors } = watch(actor('a'), snapshot('a', 'x', { status: 'error', result: '"no network"' }));
    expect(log.at(-1)).toMatchObject({ says: 'error', data: '"no network"' });
    expect(actors.get('a')).toMatchObject({ status: 'error', result: '"no network"' });
    expect(watch(snapshot('a', 'x', { status: 'error', result: '{}' })).log.at(-1)?.data).toMatch(/did not pass on/);
  });

  test('without a name is called by its number', () => {
    const watched = hear(newlyWatched(7), [{ type: 'actor', id: 'x:0', name: '', parent: null, snapshot: seen() }]);
    expect(watched.title).toBe('program 7');
    expect([...watched.actors.values()].map(nameOf)).toEqual(['unnamed x:0']);
  });

  test('whose beginning is no longer kept has its names from the server', () => {
    const known = [
      { id: 'x:0', name: 'root', parent: null, status: 'active', states: ['on'] },
      { id: 'x:1', name: 'child', parent: 'x:0', status: 'active', states: [] },
    ];
    const watched = hear(recall(newlyWatched(1), 900, 40, known), [event('x:1', 'go', 'x:0')]);
    expect(watched).toMatchObject({ title: 'root', missed: 900, met: 40 });
    expect(treeOf(watched.actors).map(({ actor: one, depth }) => `${one.name}${depth}`)).toEqual(['root0', 'child1']);
  });
});

describe('an event', () => {
  const idle = { states: ['idle'], mark: 'same' };

  test('after which nothing changed is refused; a taken one is not', () => {
    const watched = watch(
      actor('a', idle),
      event('a', 'unknown'),
      snapshot('a', 'unknown', idle),
      event('a', 'start'),
      snapshot('a', 'start', { states: ['busy'], mark: 'other' }),
    );
    expect(said(watched)).toEqual(['actor idle', 'event unknown ✕', 'event start', 'states busy']);
    const { events, rowOf } = sequenceOfWatched(watched);
    expect(events.map((one) => rowOf(one).kind)).toEqual(['refused', 'event']);
  });

  test('that changed nothing but the context is taken', () => {
    expect(said(watch(actor('a', idle), event('a'), snapshot('a', 'go', { ...idle, mark: 'more' })))[1]).toBe(
      'event go',
    );
  });

  test('that made the actor tell or start another is taken', () => {
    const tells = [actor('a', idle), event('a', 'ring'), event('b', 'hello', 'a'), snapshot('a', 'ring', idle)];
    const starts = [actor('a', idle), event('a', 'ring'), actor('b', {}, 'a'), snapshot('a', 'ring', idle)];
    for (const messages of [tells, starts]) expect(said(watch(...messages)).join()).not.toContain('✕');
  });

  test('among many waiting ones is matched by its name', () => {
    const watched = watch(
      actor('a', idle),
      event('a', 'one'),
      event('a', 'two'),
      snapshot('a', 'one', { states: ['idle'], mark: 'new' }),
      snapshot('a', 'two', { states: ['idle'], mark: 'new' }),
    );
    expect(said(watched)).toEqual(['actor idle', 'event one', 'event two ✕']);
  });

  test('to an actor without states says nothing about being taken', () => {
    const messages = [
      actor('callback', { mark: 'same' }),
      event('callback'),
      snapshot('callback', 'go', { mark: 'same' }),
    ];
    expect(said(watch(...messages)).join()).not.toContain('✕');
  });

  test('that our own journal refuses is refused', () => {
    const line = { n: 1, step: 1, atMs: 0, actor: 'simulation', event: 'screen.tapped', data: {} } as const;
    const lines = [
      { ...line, type: 'event', by: 'person' },
      { ...line, type: 'refused', guards: [], possible: [] },
    ] satisfies LiveLine[];
    expect(said(watch({ type: 'lines', lines }))).toEqual(['event screen.tapped ✕']);
  });

  test('from a source that is named by its id finds it', () => {
    expect(watch(actor('x:1'), event('x:2', 'go', 'name of x:1')).log.at(-1)?.from).toBe('x:1');
  });
});

describe('the tree', () => {
  test('shows every actor once, even when parents go in a circle', () => {
    const messages = [
      ['a', 'b'],
      ['b', 'a'],
      ['c', 'nobody'],
      ['d', 'c'],
    ].map(([id = '', parent = '']) => actor(id, {}, parent));
    const rows = treeOf(watch(...messages).actors);
    expect(rows.map(({ actor: { id }, depth }) => `${id}${depth}`)).toEqual(['c0', 'd1', 'a0', 'b1']);
  });

  test('may be as deep as it has actors', () => {
    const chain = Array.from({ length: MAX_ACTORS }, (_, n) => actor(`x:${n}`, {}, n === 0 ? null : `x:${n - 1}`));
    expect(treeOf(watch(...chain).actors).at(-1)?.depth).toBe(MAX_ACTORS - 1);
  });
});

describe('the sequence', () => {
  test('gives actors that ended long ago one lifeline together', () => {
    const jobs = Array.from({ length: 100 }, (_, n) => [
      actor(`job:${n}`),
      event(`job:${n}`),
      snapshot(`job:${n}`, 'x', { status: 'done' }),
    ]).flat();
    const { lifelines, events, rowOf } = sequenceOfWatched(watch(actor('x:0'), event('x:0'), ...jobs));
    expect(lifelines.length).toBeLessThan(40);
    expect(lifelines.map(({ id }) => id)).toContain('(others)');
    expect(events).toHaveLength(101);
    for (const { from, to } of events.map(rowOf)) expect([lifelines[from], lifelines[to]]).not.toContain(undefined);
  });

  test.each([1, 2, 3, 4, 5, 30, 501])('stands inside its drawing with %d lifelines', (count) => {
    for (const room of [320, 700, 1060, 1400, 2400]) {
      const { xOf, width } = placesFor(count, room);
      expect(xOf(0)).toBeGreaterThan(74);
      expect(xOf(count - 1)).toBeLessThanOrEqual(width - 75);
      expect(width).toBeGreaterThanOrEqual(room);
    }
  });

  test('draws from the first lifeline in sight', () => {
    const { xOf, firstFrom: first } = placesFor(501, 1060);
    for (const index of [0, 1, 250, 500]) {
      expect(first(xOf(index))).toBe(index);
      expect(first(xOf(index) + 1)).toBe(index + 1);
    }
  });
});

describe('the programs of a page', () => {
  test('are looked at one by one: another that starts takes nobody’s place', () => {
    const first = join(NO_PROGRAMS, 1);
    expect(first.selected).toBe(1);
    const restarted = join(endProgram(first, 1, ''), 2);
    expect(restarted.selected).toBe(1);
    expect(restarted.all.map(({ id, connected }) => [id, connected])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  test('keep their stories when the link is cut, and begin anew when it is back', () => {
    const told = { ...join(NO_PROGRAMS, 1) };
    const lost = cutOff({ ...told, all: told.all.map((one) => hear(one, [event('a')])) }, () => true);
    expect(lost.all[0]).toMatchObject({ connected: false, log: [{ says: 'go' }] });
    expect(join(lost, 1).all[0]).toMatchObject({ connected: true, log: [] });
  });

  test('are bounded, and the one that is looked at stays', () => {
    let programs = NO_PROGRAMS;
    for (let id = 1; id <= 200; id += 1) programs = endProgram(join(programs, id), id, '');
    expect(programs.all.length).toBeLessThanOrEqual(50);
    expect(programs.all.map(({ id }) => id)).toContain(1);
    expect(programs.all.map(({ id }) => id)).toContain(200);
  });

  test('those that were refused are told once each, and not without end', () => {
    let refused: readonly RefusedProgram[] = [];
    for (const who of ['a', 'b', 'a', ...'cdefgh']) refused = refuse(refused, { who, why: '' });
    expect(refused.map(({ who }) => who).join('')).toBe('defgh');
  });
});

test('a row is found again by its number after rows before it were dropped', () => {
  const numbers = [5, 6, 9, 12];
  const at = (place: number) => numbers[place];
  expect([1, 6, 7, 12, 13].map((n) => firstFrom(n, numbers.length, at))).toEqual([0, 1, 2, 3, 4]);
});
