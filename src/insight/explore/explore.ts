import { eachOf } from '../../model/optional.ts';
import { must } from '../../model/must.ts';
import type { RuleBook } from '../../rulebook/tables/rule.ts';
import { RULES } from '../../rulebook/rules/rules.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type AskedLaw, askLaws, breakAsScenario } from './ask-laws.ts';
import type { LifeBounds } from './life-space.ts';
import { exploreRules, ruleSpaces } from './explore-rules.ts';
import { EXPLORED_WORLDS } from './explore-worlds.ts';
import { type ExploredWorld, scenarioOfWorld } from './explored-world.ts';
import type { Exploring } from './exploring.ts';
import { explorePairs } from './independence.ts';
import { LIFE_LAWS } from './laws/life.laws.ts';
import type { LawResult } from './laws/law.ts';
import { pathTo } from './path-to-scenario.ts';
import { wordsOf } from './life-state.ts';

/** What one part of the exploration found. */
export interface Explored {
  readonly name: string;
  readonly states: number;
  readonly transitions: number;
  readonly laws: readonly LawResult[];
  /** `actor|state` of everything that was entered. */
  readonly reached: ReadonlySet<string>;
  readonly complete: boolean;
}

/** The life layer: every order of everything, in one world. Throws an InputError when it is larger than its bound. */
export function* exploreWorld(scenario: Scenario, bounds: LifeBounds, laws = LIFE_LAWS): Exploring<Explored> {
  const { space, asked } = yield* askLaws(scenario, bounds, laws);
  return {
    name: scenario.id,
    states: space.nodes.length,
    transitions: space.transitions,
    reached: space.reached,
    complete: space.complete,
    laws: asked.map((each) =>
      resultOf(
        each,
        each.broken && {
          world: scenario.id,
          because: each.broken.because,
          path: pathTo(space.nodes, each.broken.node).map(wordsOf),
          scenario: must(breakAsScenario(scenario, space, each), 'the way to a break'),
        },
      ),
    ),
  };
}

function resultOf({ law, asked, seen }: AskedLaw, broken: LawResult['broken']): LawResult {
  const { name, says } = law;
  const asks = { name, says, states: asked };
  return broken ? { ...asks, holds: false, broken } : { ...asks, holds: law.sometimes === undefined || seen };
}

/** The stated worlds of the life layer, one after the other. */
export function* exploreWorlds(
  most: number,
  worlds: readonly ExploredWorld[] = EXPLORED_WORLDS,
): Exploring<Explored[]> {
  const found: Explored[] = [];
  for (const world of worlds) {
    // A world bounds what it says and no more.
    const bounds = { most, without: eachOf(world.without), attempts: world.isTwice === true ? 2 : 1 };
    const explored = yield* exploreWorld(scenarioOfWorld(world), bounds);
    found.push(explored);
    if (!explored.complete) break;
  }
  return found;
}

/**
 * The rule layer: every combination of the facts that rules read, category by category, and every pair of
 * categories.
 */
export function* exploreRuleLayer(book: RuleBook = RULES, only?: string): Exploring<Explored> {
  const spaces = ruleSpaces(book, only);
  const decided = new Set<string>();
  const all = spaces.reduce((sum, { size }) => sum + size, 0);
  let states = 0;
  let wrong: string | undefined;
  let complete = true;
  for (const space of spaces) {
    const { states: counted, decides } = exploreRules(space);
    states += counted;
    if (counted !== space.size) wrong ??= `${space.category}: ${counted} verdicts for ${space.size} combinations`;
    for (const [place, { id }] of space.rules.entries())
      if (must(decides[place], 'how often a rule decides') > 0) decided.add(id);
    if ((yield { part: 'rules', done: states, of: all }) === 'stop') {
      complete = false;
      break;
    }
  }
  const silent = complete && only === undefined ? Object.keys(book).filter((id) => !decided.has(id)) : [];
  const pairs = complete && only === undefined ? explorePairs(book) : undefined;
  return {
    name: 'rules',
    states,
    transitions: 0,
    reached: new Set(),
    complete,
    laws: [
      law(
        'one verdict for each combination',
        'Every combination of the facts that rules read has exactly one verdict.',
        states,
        wrong,
      ),
      law(
        'every rule decides somewhere',
        'No rule only ever stands behind another.',
        states,
        silent[0] && `${silent.join(', ')} decide nothing`,
      ),
      ...(pairs
        ? [
            law(
              'categories do not touch',
              'A condition of one category leaves the verdicts of the others alone (A8).',
              pairs.compared,
              pairs.broken &&
                `${pairs.broken.other} with ${JSON.stringify(pairs.broken.turn)} changes ${pairs.broken.category}`,
            ),
          ]
        : []),
    ],
  };
}

const law = (name: string, says: string, states: number, because: string | undefined): LawResult =>
  because === undefined
    ? { name, says, holds: true, states }
    : { name, says, holds: false, states, broken: { world: 'rules', because, path: [] } };

/** The laws of several parts as one list: a law holds when it holds everywhere, and was asked of all their states. */
export function joinLaws(parts: readonly Explored[]): LawResult[] {
  const joined = new Map<string, LawResult>();
  for (const result of parts.flatMap(({ laws }) => laws)) {
    const known = joined.get(result.name);
    if (!known) joined.set(result.name, result);
    else
      joined.set(result.name, {
        ...(known.holds ? result : known),
        states: known.states + result.states,
        holds: known.holds && result.holds,
      });
  }
  return [...joined.values()];
}
