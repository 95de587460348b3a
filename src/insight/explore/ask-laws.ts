import { must } from '../../model/must.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { exploreLife } from './explore-life.ts';
import type { LifeBounds, LifeNode, LifeSpace, LifeWatch } from './life-space.ts';
import type { Exploring } from './exploring.ts';
import type { LifeState, LifeStep } from './life-state.ts';
import type { Law } from './laws/law.ts';
import { pathAsScenario, pathTo } from './path-to-scenario.ts';

/** How a law fared in one space. */
export interface AskedLaw {
  readonly law: Law<LifeState, LifeStep>;
  /** Of how many states or steps it was asked. */
  readonly asked: number;
  readonly seen: boolean;
  readonly broken?: { readonly because: string; readonly node: LifeNode };
}

/**
 * Explores a scenario and asks every law of every state and step. The first break of a law is the one with the
 * shortest way.
 */
export function* askLaws(
  scenario: Scenario,
  bounds: LifeBounds,
  laws: readonly Law<LifeState, LifeStep>[],
  watch: LifeWatch = {},
): Exploring<{ readonly space: LifeSpace; readonly asked: readonly AskedLaw[] }> {
  const found = laws.map((law) => ({ law, asked: 0, seen: false, broken: undefined as AskedLaw['broken'] }));
  const space = yield* exploreLife(scenario, bounds, {
    ...watch,
    onState: (node) => {
      for (const each of found) {
        if (!each.law.always && !each.law.sometimes && !each.law.eventually) continue;
        each.asked += 1;
        each.seen ||= each.law.sometimes?.(node.state) === true;
        const because = each.broken ? undefined : each.law.always?.(node.state);
        if (because !== undefined) each.broken = { because, node };
      }
      watch.onState?.(node);
    },
    onStep: (step, from, to) => {
      for (const each of found) {
        if (!each.law.step) continue;
        each.asked += 1;
        const because = each.broken ? undefined : each.law.step(step);
        if (because !== undefined) each.broken = { because, node: { ...to, parent: from.index, move: step.move } };
      }
      watch.onStep?.(step, from, to);
    },
  });
  for (const each of found) {
    const { eventually } = each.law;
    if (!eventually || each.broken || !space.complete) continue;
    const stuck = outOfReach(space, (node) => eventually(node.state));
    if (stuck) each.broken = { because: 'it is out of reach from here', node: stuck };
  }
  return { space, asked: found.map(({ broken, ...rest }) => (broken ? { ...rest, broken } : rest)) };
}

/** The nearest state from which no such state can be reached. */
function outOfReach({ nodes, following }: LifeSpace, isGoal: (node: LifeNode) => boolean): LifeNode | undefined {
  const before: number[][] = nodes.map(() => []);
  for (const [place, next] of following.entries()) for (const to of next) must(before[to], 'a state').push(place);
  const waiting = nodes.filter(isGoal).map(({ index }) => index);
  const reached = new Set(waiting);
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    for (const from of must(before[index], 'a state')) {
      if (reached.has(from)) continue;
      reached.add(from);
      waiting.push(from);
    }
  }
  return nodes.find(({ index }) => !reached.has(index));
}

/** The shortest way to where a law breaks, as a scenario file that `run` plays. */
export function breakAsScenario(
  scenario: Scenario,
  { nodes }: LifeSpace,
  { law, broken }: AskedLaw,
): string | undefined {
  return (
    broken && pathAsScenario(scenario, pathTo(nodes, broken.node), `${law.says} Here it does not: ${broken.because}.`)
  );
}
