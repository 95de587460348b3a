import { stringify } from 'yaml';
import type { Scenario } from '../../scenario/scenario.ts';
import type { LifeNode } from './explore-life.ts';

/** The moves that lead to a node, the first one first. */
export function pathTo(nodes: readonly LifeNode[], node: LifeNode): readonly LifeNode[] {
  const path: LifeNode[] = [];
  for (let at: LifeNode | undefined = node; at && at.move !== null; at = nodes[at.parent]) path.unshift(at);
  return path;
}

/**
 * A scenario file that goes this way step by step: nobody does anything of their own accord, and time passes as it
 * did.
 */
export function pathAsScenario(scenario: Scenario, path: readonly LifeNode[], why: string): string {
  const script: Record<string, unknown>[] = [];
  for (const { move, passed } of path) {
    const last = script.at(-1);
    if (move?.type === 'clock.moved') {
      if (last && 'wait' in last) last['wait'] = (last['wait'] as number) + passed;
      else script.push({ wait: passed, untouched: true });
    } else if (move && move.type !== 'attempt.began') {
      const { type, ...data } = move;
      script.push({ do: type, ...data });
    }
  }
  // A way of no step is that to the first state: nothing has happened.
  const { outcome, rows } = path.at(-1)?.state ?? { outcome: 'in-progress', rows: [] };
  const items = Object.fromEntries(rows.flatMap(({ id, fate }) => (fate === null ? [] : [[id, fate]])));
  return stringify(
    {
      ...scenario.stated,
      why,
      script: [
        ...script.map((entry) =>
          'wait' in entry ? { ...entry, wait: `${(entry['wait'] as number) / 1000} seconds` } : entry,
        ),
        { end: 'story' },
      ],
      expect: { outcome, ...(outcome === 'in-progress' ? {} : { items }) },
    },
    { lineWidth: 120 },
  );
}
