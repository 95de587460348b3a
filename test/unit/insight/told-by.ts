import { exploreLife } from '../../../src/insight/explore/explore-life.ts';
import { finish } from '../../../src/insight/explore/exploring.ts';
import type { LifeBounds, LifeNode } from '../../../src/insight/explore/life-space.ts';
import type { LifeStep } from '../../../src/insight/explore/life-state.ts';
import type { JournalLine } from '../../../src/run/journal-line.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

/** A space with all that its steps say, without the place and hour of a line: those are not the same in every order. */
export function toldBy(scenario: Scenario, bounds: LifeBounds, everyStepReal: boolean) {
  const steps: string[] = [];
  const onStep = ({ move, lines }: LifeStep, from: LifeNode, to: LifeNode) =>
    steps.push(JSON.stringify([from.index, move, to.index, lines.map(sayingOf)]));
  const space = finish(exploreLife(scenario, bounds, { everyStepReal, onStep }));
  const states = space.nodes.map(({ move, passed, depth, state }) =>
    JSON.stringify([move, passed, depth, state.rows, state.outcome, state.alerts, state.prompts, state.due]),
  );
  return { space, steps, states };
}
const sayingOf = ({ n: _n, step: _step, atMs: _atMs, ...says }: JournalLine) => says;
