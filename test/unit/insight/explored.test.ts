import { describe, expect, test } from 'vitest';
import { GATES_BY_ITSELF } from '../../../src/model/fates.ts';
import { RULES } from '../../../src/rulebook/rules/rules.ts';
import { MACHINES } from '../../../machines/machines.ts';
import { askLaws } from '../../../src/insight/explore/ask-laws.ts';
import { type Explored, exploreWorld, exploreWorlds, joinLaws } from '../../../src/insight/explore/explore.ts';
import { EXPLORED_WORLDS } from '../../../src/insight/explore/explore-worlds.ts';
import { type ExploredWorld, scenarioOfWorld } from '../../../src/insight/explore/explored-world.ts';
import { finish } from '../../../src/insight/explore/exploring.ts';
import { explorePairs, verdictsOn } from '../../../src/insight/explore/independence.ts';
import type { Law, LawResult } from '../../../src/insight/explore/laws/law.ts';
import type { LifeState, LifeStep } from '../../../src/insight/explore/life-state.ts';
import { machineStates, reachLaw } from '../../../src/insight/explore/machine-states.ts';
import { must } from '../../../src/model/must.ts';
import { CATEGORIES } from '../../../src/rulebook/categories/categories.ts';
import { play } from '../../../src/run/play.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { problemsOf } from '../stories.ts';

const worldNamed = (wanted: string): ExploredWorld =>
  must(
    EXPLORED_WORLDS.find(({ name }) => name === wanted),
    wanted,
  );
const boundsOf = ({ without = [], isTwice }: ExploredWorld) => ({
  most: 1000,
  without,
  attempts: isTwice === true ? 2 : 1,
});
const locked = worldNamed('locked for good');
const twice = worldNamed('twice');
const small = worldNamed('no page for a backup');

const part = (laws: readonly LawResult[], reached: readonly string[] = []): Explored => ({
  name: 'a world',
  states: 1,
  transitions: 0,
  laws,
  reached: new Set(reached),
  complete: true,
});
const result = (name: string, holds: boolean, states: number): LawResult => ({
  name,
  says: name,
  holds,
  states,
  ...(holds ? {} : { broken: { world: `${states}`, because: 'so', path: [] } }),
});

describe('laws of several parts', () => {
  test('are one list in the order of their first part, with all that each was asked of', () => {
    expect(
      joinLaws([
        part([result('a', true, 3), result('b', true, 1)]),
        part([result('b', true, 10), result('c', true, 2), result('a', true, 4)]),
      ]),
    ).toEqual([result('a', true, 7), result('b', true, 11), result('c', true, 2)]);
    expect(joinLaws([])).toEqual([]);
  });

  test('hold where they hold everywhere; the first break is the one that is told', () => {
    const joined = joinLaws([
      part([result('a', true, 1), result('b', false, 2)]),
      part([result('a', false, 3), result('b', true, 5)]),
      part([result('a', false, 7), result('b', false, 11)]),
    ]);
    expect(joined.map(({ name, holds, states, broken }) => [name, holds, states, broken?.world])).toEqual([
      ['a', false, 11, '3'],
      ['b', false, 18, '2'],
    ]);
  });
});

describe('states of machines', () => {
  const states = machineStates();

  test('are the innermost ones of every machine, each once', () => {
    expect(new Set(states.map((state) => state.split('|')[0]))).toEqual(new Set(Object.keys(MACHINES)));
    expect(new Set(states).size).toBe(states.length);
    expect(states.filter((state) => states.some((other) => other.startsWith(`${state}.`)))).toEqual([]);
  });

  test('all of them reached: the law holds; one that is not is named', () => {
    expect(reachLaw([part([], states.slice(0, 5)), part([], states.slice(5))])).toEqual({
      name: 'every state is reached',
      says: 'Every state of every machine is reached in some world.',
      states: states.length,
      holds: true,
    });
    expect(reachLaw([part([], states.slice(2))])).toMatchObject({
      holds: false,
      states: states.length,
      broken: { world: 'all', because: `never reached: ${states[0]}, ${states[1]}`, path: [] },
    });
  });
});

describe('worlds', () => {
  test('are explored one after the other, each with what it leaves out and as often as it says', () => {
    const found = finish(exploreWorlds(1000, [small, twice]));
    expect(found.map(({ name }) => name)).toEqual(['no page for a backup', 'twice']);
    for (const [index, world] of [small, twice].entries()) {
      const { space } = finish(askLaws(scenarioOfWorld(world), boundsOf(world), []));
      expect(found[index]).toMatchObject({
        complete: true,
        states: space.nodes.length,
        transitions: space.transitions,
      });
      expect(found[index]?.reached).toEqual(space.reached);
      expect(space.nodes.some(({ state }) => state.attempt === 2)).toBe(world === twice);
    }
  });

  test('after one that was stopped no other is begun', () => {
    const exploring = exploreWorlds(10_000, [worldNamed('what a person does with an app'), small]);
    exploring.next();
    const { done, value } = exploring.next('stop');
    expect(done).toBe(true);
    expect(value).toMatchObject([{ complete: false }]);
  });

  test('above their bound say how far it went, and how to narrow it', () => {
    expect(problemsOf(() => finish(exploreWorld(scenarioOfWorld(locked), { ...boundsOf(locked), most: 20 })))).toEqual([
      {
        file: 'locked for good',
        message: 'more than 20 states: 7 of them still lead on at depth 3, after 44 transitions',
        advice:
          'Allow more with --most, leave events out with --without (such as wifi.lost), or take an item or ' +
          'an account away.',
      },
    ]);
  });

  test('that is no scenario is told with its name', () => {
    const wrong = { ...small, world: { items: [{ category: 'no such thing' }] } };
    expect(problemsOf(() => scenarioOfWorld(wrong))).toEqual([
      expect.objectContaining({ file: small.name, message: expect.stringContaining('no such thing') as string }),
    ]);
  });
});

describe('a law in a world', () => {
  const asked = (law: Partial<Law<LifeState, LifeStep>>, world = locked) => {
    const whole = { name: 'a law', says: 'It is so.', ...law };
    return finish(exploreWorld(scenarioOfWorld(world), boundsOf(world), [whole])).laws[0];
  };

  test('is asked of every state or of every step, as it says', () => {
    const { states, transitions } = finish(exploreWorld(scenarioOfWorld(locked), boundsOf(locked), []));
    expect(asked({ always: () => undefined })).toMatchObject({ holds: true, states });
    expect(asked({ step: () => undefined })).toMatchObject({ holds: true, states: transitions });
    expect(asked({ sometimes: () => true })).toMatchObject({ holds: true, states });
    expect(asked({ sometimes: () => false })).toMatchObject({ holds: false, states });
    expect(asked({ eventually: () => true })).toMatchObject({ holds: true, states });
  });

  test('that breaks where it begins has no way to it', () => {
    const broken = must(asked({ always: () => 'never so' })?.broken, 'a break');
    expect(broken).toMatchObject({ world: 'locked for good', because: 'never so', path: [] });
    expect(loadScenario(must(broken.scenario, 'a file'), 'broken').stated['why']).toContain(
      'It is so. Here it does not: never so.',
    );
  });

  test('that breaks at a step tells the way up to it, and a file that plays it', () => {
    const gaveUp = asked({ step: ({ move }) => (move.type === 'person.gaveUp' ? 'left' : undefined) });
    const broken = must(gaveUp?.broken, 'a break');
    expect(gaveUp?.holds).toBe(false);
    expect(broken.path.length).toBeGreaterThan(0);
    expect(broken.path.at(-1)).toMatch(/gaveUp/);
    expect(broken.path.filter((words) => words.includes('gaveUp'))).toHaveLength(1);
    const run = play(loadScenario(must(broken.scenario, 'a file'), 'broken'));
    expect(run.journal.lines.some((line) => line.type === 'event' && line.event === 'person.gaveUp')).toBe(true);
  });

  test('that breaks in a second attempt is played with both', () => {
    const second = asked({ always: ({ attempt, frozen }) => (attempt === 2 && frozen ? 'again' : undefined) }, twice);
    const run = play(loadScenario(must(second?.broken?.scenario, 'a file'), 'broken'));
    expect(run.attempts).toHaveLength(2);
  });
});

describe('pairs of categories', () => {
  test('are all compared, and one that touches another is named with what touched it', () => {
    const seen = explorePairs({}, ({ world }, { category }) =>
      category === 'photos' && world.items.some((other) => other.category === 'messages' && other.syncs === 'off')
        ? 'touched'
        : '',
    );
    const count = Object.keys(CATEGORIES).length;
    expect(seen.pairs).toBe(count * (count - 1));
    expect(seen.broken).toEqual({ category: 'photos', other: 'messages', turn: { syncs: 'off' } });
    const turnsBefore = Object.keys(CATEGORIES).indexOf('messages');
    expect(seen.compared).toBeGreaterThan(turnsBefore * (count - 1) * 16);
  });

  test('are compared by verdicts that what is true of an item does change, on every way', () => {
    const told = new Map<string, Set<string>>();
    explorePairs(RULES, (file, { category }) => {
      const messages = must(
        file.world.items.find((item) => item.category === 'messages'),
        'messages',
      );
      if (category === 'photos') {
        const { route } = file.world;
        told.set(route, (told.get(route) ?? new Set()).add(verdictsOn(file, messages)));
      }
      return '';
    });
    // From an old phone no backup holds anything back.
    expect(Object.fromEntries([...told].map(([route, { size }]) => [route, size]))).toEqual({
      icloud: 6,
      computer: 6,
      direct: 5,
    });
    for (const verdicts of told.values())
      for (const verdict of verdicts) expect(JSON.parse(verdict)).toHaveLength(1 + GATES_BY_ITSELF.length);
  });

  test('nothing is named where none touches another', () => {
    const count = Object.keys(CATEGORIES).length;
    expect(explorePairs({}, () => '')).toEqual({ pairs: count * (count - 1), compared: 3 * count * (count - 1) * 16 });
  });
});
