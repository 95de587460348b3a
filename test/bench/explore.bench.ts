/*
 * The figures of the exploration, side by side in one run. `npm run bench explore`
 *
 * The life layer stands against `getShortestPaths` of xstate/graph. What is compared: the whole search from nothing,
 * which has to find the same number of states. Ours starts at a world, wakes the real actors of five machines, and
 * works out states, transitions, what was told and what can happen. Theirs is given the finished space as one flat
 * machine, built from what ours found: a state for each state, a transition for each transition, every event that
 * the world knows tried in each state, and in its context the same data (items, outcome, alerts, prompts, and where
 * every actor stands). So theirs is spared the actors, the rules and the journal; it has to step a machine and tell
 * states apart, which is what a search over a model costs with the library. Building the flat machine's table is not
 * counted, making the machine of it is, as ours makes its actors.
 *
 * Both run in turns in one process and are timed by the CPU time of the process, not by the clock on the wall: others
 * who use the machine slow both down, and neither is charged for it. The quickest of a few turns is what the work
 * costs; the median of those stands for all.
 */
import { SCRIPT_EVENTS } from '../../src/model/events.ts';
import { assign, createMachine } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { exploreLife } from '../../src/insight/explore/explore-life.ts';
import { exploreRules, type RuleSpace, ruleSpaces } from '../../src/insight/explore/explore-rules.ts';
import { EXPLORED_WORLDS } from '../../src/insight/explore/explore-worlds.ts';
import { scenarioOfWorld } from '../../src/insight/explore/explored-world.ts';
import { finish } from '../../src/insight/explore/exploring.ts';
import { wordsOf } from '../../src/insight/explore/life-state.ts';
import { formsOf, POSSIBLE_EVENT_TYPES } from '../../src/run/possible-events.ts';
import { caseFileOf } from '../../src/run/case-file-of.ts';
import { RULES } from '../../src/rulebook/rules/rules.ts';

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const ROUNDS = 5;

interface Pace {
  readonly states: number;
  readonly perSecond: number;
}

/** States a second, the median of a few rounds; `work` says how many states it found. */
function pace(work: () => number, least = 0): Pace {
  let states = 0;
  const paces: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    let found = 0;
    do {
      states = work();
      found += states;
    } while (performance.now() - began < least);
    paces.push(found / ((performance.now() - began) / 1000));
  }
  return { states, perSecond: median(paces) };
}

const TURNS = 2;
/** How many times the pace of getShortestPaths the life layer has to have. */
const LEAST_RATIO = 3;

/** Two pieces of work in turns: states a second of CPU time, the median of the quickest of a few turns each. */
function inTurns(...works: readonly (() => number)[]) {
  const rounds = works.map((work) => ({ work, states: 0, quickest: [] as number[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    const paces = rounds.map(() => [] as number[]);
    for (let turn = 0; turn < TURNS; turn += 1)
      for (const [index, each] of rounds.entries()) {
        const began = process.cpuUsage();
        each.states = each.work();
        const { user, system } = process.cpuUsage(began);
        paces[index]?.push(each.states / ((user + system) / 1e6));
      }
    for (const [index, each] of rounds.entries()) each.quickest.push(Math.max(...(paces[index] ?? [])));
  }
  return rounds.map(({ states, quickest }) => ({ states, perSecond: median(quickest) })) as [Pace, Pace];
}

let failed = false;
function tell(what: string, words: string, ok: boolean): void {
  failed ||= !ok;
  console.log(`${ok ? '✓' : '✗'} ${what}: ${words}`);
}
const thousands = (number: number): string => String(Math.round(number)).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** The space as a machine: one event for each fact turns it to its next value. */
function asMachine({ facts }: RuleSpace) {
  const counts = facts.map(({ values }) => values.length);
  const turn = (index: number) =>
    assign(({ context }: { context: { at: readonly number[] } }) => ({
      at: context.at.map((value, other) => (other === index ? (value + 1) % (counts[index] ?? 1) : value)),
    }));
  return createMachine({
    types: {} as { context: { at: readonly number[] }; events: { type: string } },
    context: { at: counts.map(() => 0) },
    on: Object.fromEntries(facts.map(({ fact }, index) => [fact, { actions: turn(index) }])),
  });
}

/**
 * The same space by hand: a state is one number, a reducer turns one fact of it, what has been seen is a list of
 * bytes.
 */
function byHand({ facts, size }: RuleSpace): number {
  const counts = facts.map(({ values }) => values.length);
  const weights: number[] = [];
  counts.reduce((weight, count) => {
    weights.push(weight);
    return weight * count;
  }, 1);
  const reduce = (state: number, index: number): number => {
    const weight = weights[index] ?? 1;
    const count = counts[index] ?? 1;
    const value = Math.floor(state / weight) % count;
    return value + 1 === count ? state - value * weight : state + weight;
  };
  const seen = new Uint8Array(size);
  const queue = new Int32Array(size);
  let [head, tail] = [0, 1];
  seen[0] = 1;
  while (head < tail) {
    const state = queue[head] ?? 0;
    head += 1;
    for (let place = 0; place < counts.length; place += 1) {
      const next = reduce(state, place);
      if (seen[next] === 1) continue;
      seen[next] = 1;
      queue[tail] = next;
      tail += 1;
    }
  }
  return tail;
}

const space = ruleSpaces(RULES, 'passwords')
  .filter(({ size }) => size < 20_000)
  .toSorted((a, b) => b.size - a.size)[0];
if (!space) throw new Error('no space to explore');
const events = space.facts.map(({ fact }) => ({ type: fact }));
const ours = pace(() => exploreRules(space).states, 200);
const hand = pace(() => byHand(space), 200);
const graph = pace(() => getShortestPaths(asMachine(space), { events }).length);
console.log(
  `The rule layer: ${space.category}, ${space.decision}, ${space.facts.length} facts, ${thousands(space.size)} states`,
);
console.log(
  `  ours ${thousands(ours.perSecond)} states a second with their verdicts, by hand ` +
    `${thousands(hand.perSecond)}, getShortestPaths ${thousands(graph.perSecond)}`,
);
tell(
  'all three find the same states',
  `${ours.states}, ${hand.states}, ${graph.states}`,
  ours.states === hand.states && hand.states === graph.states,
);
tell(
  'against getShortestPaths of xstate/graph, at least 60 ×',
  `${Math.round(ours.perSecond / graph.perSecond)} ×`,
  ours.perSecond >= 60 * graph.perSecond,
);
tell(
  'against a reducer by hand with packed keys, within 3 ×',
  `${(ours.perSecond / hand.perSecond).toFixed(2)} × its pace`,
  ours.perSecond * 3 >= hand.perSecond,
);

for (const name of ['a purchase of another account', 'photos and an app with a server']) {
  const world = EXPLORED_WORLDS.find((candidate) => candidate.name === name);
  if (!world) throw new Error(`no world ${name}`);
  const scenario = scenarioOfWorld(world);
  const bounds = { most: 20_000, without: world.without ?? [], attempts: 1 };
  // A machine of equal size: as many states, the same transitions, the same events to be tried in each state, the
  // same data in it.
  const { nodes, following } = finish(exploreLife(scenario, bounds));
  const states: Record<string, { entry: ReturnType<typeof assign>; on: Record<string, string> }> = {};
  for (const { index, state } of nodes) {
    const moves = [...state.possible.map(wordsOf), ...(state.due === null ? [] : ['clock.moved'])];
    const { rows, outcome, alerts, prompts, actors } = state;
    const data = {
      rows,
      outcome,
      alerts,
      prompts,
      actors: actors.map(({ path, leaves, connection }) => ({ path, leaves, connection })),
    };
    states[`s${index}`] = {
      entry: assign({ data }),
      on: Object.fromEntries(
        moves.map((words, at) => [words.replaceAll(/[. ]/g, '_'), `s${following[index]?.[at] ?? 0}`]),
      ),
    };
  }
  const file = caseFileOf(scenario.world);
  const alphabet = [
    ...POSSIBLE_EVENT_TYPES.filter((type) => !SCRIPT_EVENTS[type].harmless).flatMap((type) =>
      formsOf(file, type).map(wordsOf),
    ),
    'clock.moved',
  ].map((words) => ({ type: words.replaceAll(/[. ]/g, '_') }));
  const [life, equal] = inTurns(
    () => finish(exploreLife(scenario, bounds)).nodes.length,
    () =>
      getShortestPaths(createMachine({ context: { data: {} }, initial: 's0', states: states as never }), {
        events: alphabet,
      }).length,
  );
  console.log(
    `The life layer: “${name}”, ${thousands(life.states)} states, ${thousands(following.flat().length)} ` +
      `transitions, ${alphabet.length} events`,
  );
  console.log(
    `  ours ${thousands(life.perSecond)} states a second of CPU time over the real actors, getShortestPaths on one ` +
      `machine of equal size ${thousands(equal.perSecond)}`,
  );
  tell('both find the same states', `${life.states}, ${equal.states}`, life.states === equal.states);
  tell(
    `against getShortestPaths on a machine of equal size, at least ${LEAST_RATIO} ×`,
    `${(life.perSecond / equal.perSecond).toFixed(2)} ×`,
    life.perSecond >= LEAST_RATIO * equal.perSecond,
  );
}
if (failed) process.exitCode = 1;
