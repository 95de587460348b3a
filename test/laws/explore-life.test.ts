import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { askLaws, breakAsScenario } from '../../src/insight/explore/ask-laws.ts';
import { exploreWorld, joinLaws, type Explored } from '../../src/insight/explore/explore.ts';
import { exploreLife } from '../../src/insight/explore/explore-life.ts';
import { EXPLORED_WORLDS } from '../../src/insight/explore/explore-worlds.ts';
import { scenarioOfWorld } from '../../src/insight/explore/explored-world.ts';
import { finish } from '../../src/insight/explore/exploring.ts';
import type { LifeState, LifeStep } from '../../src/insight/explore/life-state.ts';
import { LIFE_LAWS } from '../../src/insight/explore/laws/life.laws.ts';
import type { Law } from '../../src/insight/explore/laws/law.ts';
import { reachLaw } from '../../src/insight/explore/machine-states.ts';
import { pathAsScenario, pathTo } from '../../src/insight/explore/path-to-scenario.ts';
import { compareWithExpectation } from '../../src/run/expected.ts';
import { toldBy } from '../unit/insight/told-by.ts';
import { EVERY } from '../unit/stories.ts';
import { IN_FULL } from './law.ts';
import { must } from '../../src/model/must.ts';
import { play } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';

/** States and transitions of each world: they change only when machines, rules or worlds do. */
const COUNTS: Readonly<Record<string, readonly [states: number, transitions: number]>> = {
  'a purchase of another account': [2708, 12_702],
  'photos and an app with a server': [606, 2026],
  'what a person does with an app': [4306, 12_717],
  'an app with a backup of its own': [2472, 9561],
  'a part that is missing': [458, 1307],
  'what opens end-to-end encrypted data': [126, 285],
  'signing out and in again': [890, 2057],
  'a VPN that cuts the network': [237, 577],
  'an app that empties its server': [2074, 5397],
  'a device in use': [373, 743],
  'a protected device in use': [1460, 3489],
  'a phone that lets nobody in': [764, 1627],
  'an account for supervised devices': [73, 138],
  'nothing to restore from': [188, 842],
  'locked for good': [40, 118],
  'not enough room': [460, 1770],
  'no Wi-Fi and no power at first': [308, 1094],
  'a damaged backup': [180, 650],
  'from a computer, encrypted': [1145, 3083],
  'from a computer, onto a new device': [272, 732],
  'no room for the computer’s backup': [78, 172],
  'a restart left to the person': [62, 74],
  'one item stops it': [113, 221],
  'a phone of an organisation': [406, 602],
  'no page for a backup': [16, 20],
  'from phone to phone': [300, 516],
  'from phone to phone, or from iCloud': [1688, 4580],
  'no old phone': [86, 163],
  'an old phone that may not help': [82, 134],
  twice: [104, 156],
  'the days of iOS 8': [213, 393],
};

/** They are large and enter no state that the others do not: `npm test` leaves them to the long run. */
const LARGE: ReadonlySet<string> = new Set(['a purchase of another account', 'an app that empties its server']);
/** Where the same tests are run for each of many broken cores, the small worlds have to notice. */
const SMALL = 400;
const exploredHere = EXPLORED_WORLDS.map(({ name }) => name)
  .filter((name) => IN_FULL || !LARGE.has(name))
  .filter((name) => EVERY === 1 || must(COUNTS[name], name)[0] < SMALL);

const boundsOf = (name: string, most = 20_000) => {
  const world = EXPLORED_WORLDS.find((candidate) => candidate.name === name);
  if (!world) throw new Error(`no world ${name}`);
  return {
    scenario: scenarioOfWorld(world),
    bounds: { most, without: world.without ?? [], attempts: world.isTwice === true ? 2 : 1 },
  };
};

describe('the life of a restore, in every order', () => {
  const parts: Explored[] = [];

  test.each(exploredHere)(
    '%s',
    (name) => {
      const { scenario, bounds } = boundsOf(name);
      const explored = finish(exploreWorld(scenario, bounds));
      parts.push(explored);
      expect(explored.laws.filter(({ holds }) => !holds)).toEqual([]);
      expect([explored.states, explored.transitions]).toEqual(COUNTS[name]);
    },
    120_000,
  );

  test.runIf(EVERY === 1)('every state of every machine is reached, and every law was asked', () => {
    expect(reachLaw(parts).broken?.because).toBeUndefined();
    expect(joinLaws(parts).map(({ name }) => name)).toEqual(LIFE_LAWS.map(({ name }) => name));
    expect(joinLaws(parts).filter(({ states }) => states < 5000)).toEqual([]);
    expect(reachLaw(parts.slice(0, 1))).toMatchObject({
      holds: false,
      broken: { because: expect.stringContaining('restore|erasing') as string },
    });
  });
});

describe('known effects', () => {
  test.each([
    'a device in use',
    'a phone of an organisation',
    ...(IN_FULL ? ['an app with a backup of its own', 'from a computer, encrypted'] : []),
    'twice',
    'locked for good',
    'not enough room',
  ])('%s: the same states, steps and lines as with every event sent to the actors', (name) => {
    const { scenario, bounds } = boundsOf(name);
    const quick = toldBy(scenario, bounds, false);
    const real = toldBy(scenario, bounds, true);
    expect(real.space.realSteps).toBe(real.space.transitions);
    expect(quick.space.realSteps).toBeLessThan(real.space.realSteps);
    expect(quick.space.following).toEqual(real.space.following);
    expect(quick.states).toEqual(real.states);
    expect(quick.steps).toEqual(real.steps);
    expect(quick.space.reached).toEqual(real.space.reached);
  });
});

describe('a way through the space', () => {
  test('is a scenario file that plays, and ends where the state said', () => {
    const { scenario, bounds } = boundsOf('photos and an app with a server');
    const { nodes } = finish(exploreLife(scenario, bounds));
    const ways = nodes.filter((node) => node.index % 40 === 7 || node.state.outcome === 'stopped').slice(0, 40);
    expect(ways.length).toBeGreaterThan(20);
    for (const node of ways) {
      const text = pathAsScenario(scenario, pathTo(nodes, node), 'a way');
      const run = play(loadScenario(text, 'way'));
      expect(compareWithExpectation(run), text).toEqual([]);
      expect({ outcome: run.outcome, rows: run.ledger.rows }, text).toEqual({
        outcome: node.state.outcome,
        rows: node.state.rows,
      });
    }
  });

  test('a broken law shows the shortest way to it', () => {
    const { scenario, bounds } = boundsOf('photos and an app with a server');
    const wrong: Law<LifeState, LifeStep> = {
      name: 'no stop',
      says: 'Nobody ever stops a restore.',
      always: ({ outcome }) => (outcome === 'stopped' ? 'it was stopped' : undefined),
    };
    const { space, asked } = finish(askLaws(scenario, bounds, [wrong]));
    const [broken] = asked;
    if (!broken?.broken) throw new Error('the law held');
    const shortest = Math.min(
      ...space.nodes.filter(({ state }) => state.outcome === 'stopped').map(({ depth }) => depth),
    );
    expect(broken.broken.node.depth).toBe(shortest);
    const text = breakAsScenario(scenario, space, broken) ?? '';
    expect(play(loadScenario(text, 'broken')).outcome).toBe('stopped');
  });

  test('a broken step names the step, and an end out of reach the nearest trap', () => {
    const { scenario, bounds } = boundsOf('locked for good');
    const laws: Law<LifeState, LifeStep>[] = [
      {
        name: 'stays',
        says: 'Nobody gives up.',
        step: ({ move }) => (move.type === 'person.gaveUp' ? 'somebody did' : undefined),
      },
      { name: 'completes', says: 'It can always complete.', eventually: ({ outcome }) => outcome === 'completed' },
      {
        name: 'locks',
        says: 'It is locked at some time.',
        sometimes: ({ alerts }) => alerts.includes('activation-locked'),
      },
      {
        name: 'syncs',
        says: 'It syncs at some time.',
        sometimes: ({ rows }) => rows.some(({ from }) => from === 'sync'),
      },
    ];
    const { space, asked } = finish(askLaws(scenario, bounds, laws));
    expect(pathTo(space.nodes, asked[0]?.broken?.node ?? (space.nodes[0] as never)).at(-1)).toEqual({
      type: 'person.gaveUp',
    });
    expect(asked[1]?.broken?.node.depth).toBe(0);
    expect(asked.map(({ seen }) => seen)).toEqual([false, false, true, false]);
  });
});

describe('bounds', () => {
  test('a space above the bound says how large and how to narrow it', () => {
    const { scenario, bounds } = boundsOf('a purchase of another account', 500);
    expect(() => finish(exploreLife(scenario, bounds))).toThrow(
      /more than 500 states: \d+ of them still lead on at depth \d+[\s\S]*--without/,
    );
  });

  test('whoever stops it gets what was found so far', () => {
    const { scenario, bounds } = boundsOf('a purchase of another account');
    const exploring = exploreWorld(scenario, bounds);
    for (let reports = 0; reports < 4; reports += 1) expect(exploring.next().done).toBe(false);
    const { done, value } = exploring.next('stop');
    expect(done).toBe(true);
    expect(value).toMatchObject({ complete: false });
    expect((value as Explored).states).toBeGreaterThan(100);
    expect((value as Explored).states).toBeLessThan(2708);
  });

  test('a world is a scenario that others can read', () => {
    for (const world of EXPLORED_WORLDS)
      expect(loadScenario(stringify(scenarioOfWorld(world).stated), world.name).title).toBe(world.name);
  });
});
