import { attemptsOf } from '../../run/attempts-of.ts';
import { freshCaseFile } from '../../run/case-file-of.ts';
import { Simulation } from '../../run/simulation.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { recordToScenario } from '../explain/record-to-scenario.ts';
import type { LifeNode } from './life-space.ts';

/** The moves that lead to a node, the first one first. */
export function pathTo(nodes: readonly LifeNode[], node: LifeNode): readonly LifeNode[] {
  const path: LifeNode[] = [];
  for (let at: LifeNode | undefined = node; at && at.move !== null; at = nodes[at.parent]) path.unshift(at);
  return path;
}

/** A scenario file that goes this way step by step, and goes no further. */
export function pathAsScenario(scenario: Scenario, path: readonly LifeNode[], why: string): string {
  const file = freshCaseFile(scenario.world);
  const simulation = new Simulation(file);
  let attempt = 1;
  for (const { move } of path) {
    if (move?.type === 'clock.moved') simulation.advance();
    else if (move?.type === 'attempt.began') simulation.beginAttempt(file, (attempt += 1), {});
    else if (move) simulation.send(move);
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
