import type { AnyStateNode } from 'xstate';
import { MACHINES } from '../../../machines/machines.ts';
import type { Explored } from './explore.ts';
import type { LawResult } from './laws/law.ts';

/** `machine|state` for every innermost state of every machine. */
export const machineStates = (): string[] =>
  Object.entries(MACHINES).flatMap(([id, machine]) =>
    leavesBelow(machine.root as AnyStateNode).map((path) => `${id}|${path}`),
  );

function leavesBelow(node: AnyStateNode): string[] {
  const inner = Object.values(node.states) as AnyStateNode[];
  return inner.length === 0 ? [node.path.join('.')] : inner.flatMap(leavesBelow);
}

/** A state that no explored world reaches is dead. */
export function reachLaw(parts: readonly Explored[]): LawResult {
  const reached = new Set(parts.flatMap((part) => [...part.reached]));
  const all = machineStates();
  const dead = all.filter((state) => !reached.has(state));
  const law = {
    name: 'every state is reached',
    says: 'Every state of every machine is reached in some world.',
    states: all.length,
  };
  return dead.length === 0
    ? { ...law, holds: true }
    : { ...law, holds: false, broken: { world: 'all', because: `never reached: ${dead.join(', ')}`, path: [] } };
}
