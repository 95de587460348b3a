import { must } from '../../model/must.ts';
import { attemptsOf } from '../../run/attempts-of.ts';
import { freshCaseFile } from '../../run/case-file-of.ts';
import { Simulation } from '../../run/simulation.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { recordToScenario } from '../explain/record-to-scenario.ts';
import type { LifeNode } from './life-space.ts';
import type { Move } from './life-state.ts';

/** The moves that lead to a node, the first one first; none leads to where everything begins. */
export function pathTo(nodes: readonly LifeNode[], { move, parent }: LifeNode): readonly Move[] {
  return move === null ? [] : [...pathTo(nodes, must(nodes[parent], 'the state before a move')), move];
}

/** A scenario file that goes this way step by step, and goes no further. */
export function pathAsScenario(scenario: Scenario, path: readonly Move[], why: string): string {
  const file = freshCaseFile(scenario.world);
  const simulation = new Simulation(file);
  let attempt = 1;
  for (const move of path) {
    if (move.type === 'clock.moved') simulation.advance();
    else if (move.type === 'attempt.began') simulation.beginAttempt(file, (attempt += 1), {});
    else simulation.send(move);
  }
  const { lines } = simulation.journal;
  return recordToScenario(
    {
      scenario: { ...scenario, stated: { ...scenario.stated, why } },
      world: scenario.world,
      attempts: attemptsOf(scenario.world.items, lines),
      lines,
    },
    { file: 'path.yaml', byHand: 'all' },
  );
}
