import { expect, test } from 'vitest';
import { GUARDS } from '../../../machines/guards.ts';
import { MACHINES } from '../../../machines/machines.ts';
import { must } from '../../../src/model/must.ts';
import { SITUATION_AT_START } from '../../../src/rulebook/case/situation.ts';
import { machineIdOf, parentPathOf } from '../../../src/run/actor-paths.ts';
import {
  dueAtOf,
  leavesOf,
  type LiveActor,
  liveActors,
  takes,
  transitionName,
  valuesSeen,
} from '../../../src/run/actors.ts';
import { isBehindTheScreen, metasOfState, saidBy, waysOutOf } from '../../../src/run/machines.ts';
import { caseFile } from '../stories.ts';

test('a path names its machine and the actor above it', () => {
  expect([machineIdOf('simulation'), machineIdOf('simulation/restore/erase')]).toEqual(['simulation', 'erase']);
  expect([parentPathOf('simulation'), parentPathOf('simulation/restore/erase')]).toEqual([null, 'simulation/restore']);
});

test('an actor is behind the screen where its chart says so', () => {
  const behind = Object.keys(MACHINES).filter((id) => isBehindTheScreen(`simulation/${id}`));
  expect(behind).toContain('eligibility');
  expect(behind).not.toContain('restore');
  expect(isBehindTheScreen('simulation/nobody')).toBe(false);
});

test('every transition of a state is among its ways out, those without an event last', () => {
  let always = 0;
  for (const { states } of Object.values(MACHINES))
    for (const node of Object.values(states)) {
      const ways = waysOutOf(node as never);
      expect(ways.length).toBe(node.transitions.size + 1);
      expect(ways.flat().length).toBe([...node.transitions.values()].flat().length + (node.always?.length ?? 0));
      always += must(ways.at(-1), 'the last ways').length;
    }
  expect(always).toBeGreaterThan(0);
});

test('a state says what those around it say, the innermost first; an unknown one says nothing', () => {
  expect(saidBy('simulation/restore', 'setUp.hello', 'screen')).toBe('hello');
  expect(metasOfState('simulation/restore', 'setUp.hello').length).toBe(2);
  expect(metasOfState('simulation/restore', 'setUp.nowhere.deeper').length).toBe(1);
  expect(saidBy('simulation/nobody', 'anything', 'screen')).toBeUndefined();
});

test.each<[unknown, readonly string[]]>([
  ['a', ['a']],
  [{ a: 'b' }, ['a.b']],
  [{ a: { b: 'c', d: {} }, e: {} }, ['a.b.c', 'a.d', 'e']],
  [{ a: undefined }, ['a']],
])('the leaves of %j', (value, leaves) => {
  expect(leavesOf(value)).toEqual(leaves);
});

/** As much of a running actor as a walk over actors looks at. */
const running = (id: string, children: Readonly<Record<string, unknown>> = {}, status = 'active') => ({
  id,
  getSnapshot: () => ({ status, children }),
});

test('actors are told from the root on, those of one parent by their names, and only those that run', () => {
  const root = running('simulation', {
    restore: running('restore', { restart: running('restart'), eligibility: running('eligibility') }),
    over: running('over', {}, 'done'),
    icloudSync: running('icloudSync'),
    gone: undefined,
  });
  expect(liveActors(root as never).map(({ ref }) => ref.id)).toEqual([
    'simulation',
    'icloudSync',
    'restore',
    'eligibility',
    'restart',
  ]);
});

test('what a refusing guard saw is what it compared, with what its transition took from the event', () => {
  const actor = {
    path: 'a/backupListing',
    ref: { id: 'backupListing' },
    snapshot: { context: {} },
  } as unknown as LiveActor;
  expect(() => valuesSeen({ actor, guard: 'nobody', params: undefined }, { type: 'x' })).toThrow(
    new TypeError('the guard “nobody” of a/backupListing stands in no table'),
  );
  const row = must(GUARDS.backupListing['isUsableAndLocked'], 'a guard with params');
  const file = caseFile({ backups: [{ id: 'b', made: '2026-02-28' }] });
  const context = { file, situation: { ...SITUATION_AT_START, account: 'customer' } };
  const asked = { type: 'backup.chosen', backup: 'b', at: 0 };
  const params = ({ event }: { event: unknown }) => event;
  const here = { ...actor, snapshot: { context } } as unknown as LiveActor;
  expect(valuesSeen({ actor: here, guard: 'isUsableAndLocked', params }, asked)).toEqual(
    row.saw(context as never, asked as never),
  );
  expect(valuesSeen({ actor: here, guard: 'isUsableAndLocked', params: asked }, { type: 'x' })).toEqual(
    row.saw(context as never, asked as never),
  );
});

test('an actor takes what its machine names, whole or by its beginning, and its state can', () => {
  const actor = (can = true) =>
    ({ snapshot: { machine: { events: ['a.b', 'wifi.*'] }, can: () => can } }) as unknown as LiveActor;
  const taken = ['a.b', 'wifi.lost', 'wifi.', 'wifi', 'a.c', 'b', 'x.wifi.', 'a.b.c'].filter((type) =>
    takes(actor(), { type }),
  );
  expect(taken).toEqual(['a.b', 'wifi.lost', 'wifi.']);
  const one = actor();
  expect([takes(one, { type: 'a.b' }), takes(one, { type: 'a.b' }), takes(actor(false), { type: 'a.b' })]).toEqual([
    true,
    true,
    false,
  ]);
});

test('an actor without a context waits for no moment', () => {
  const due = (context: unknown) => dueAtOf({ context } as never);
  expect([due(undefined), due({}), due({ dueAtMs: null }), due({ dueAtMs: 7 })]).toEqual([null, null, null, 7]);
});

test('a transition is named by its source, its event and its targets', () => {
  const at = (...path: readonly string[]) => ({ path });
  const name = (source: readonly string[], target?: readonly { readonly path: readonly string[] }[]) =>
    transitionName({ source: at(...source), eventType: 'x', target });
  expect(name([])).toBe('(root)|x|');
  expect(name(['a', 'b'], [at('c')])).toBe('a.b|x|c');
  expect(name(['a'], [at('c', 'd'), at('e')])).toBe('a|x|c.d+e');
});
