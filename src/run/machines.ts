import { eachOf } from '../model/optional.ts';
import type { AnyStateNode } from 'xstate';
import type { ChartMeta } from '../../machines/chart-meta.ts';
import { MACHINES } from '../../machines/machines.ts';
import { machineIdOf } from './actor-paths.ts';

/** Whether the steps of an actor are told as what happens behind a screen, as its chart says. */
export const isBehindTheScreen = (actorPath: string): boolean =>
  MACHINES[machineIdOf(actorPath)]?.root.tags.includes('behind-the-screen') === true;

const cache = new Map<string, readonly ChartMeta[]>();

/** The meanings of a state that a journal names by its dotted path, outermost first; empty for an unknown one. */
export function metasOfState(actorPath: string, state: string): readonly ChartMeta[] {
  const machine = machineIdOf(actorPath);
  const key = `${machine} ${state}`;
  let metas = cache.get(key);
  if (!metas) cache.set(key, (metas = walk(machine, state)));
  return metas;
}

/** What a state means; not every state says something. */
export const metaOf = ({ meta }: Partial<Pick<AnyStateNode, 'meta'>>): ChartMeta =>
  (meta as ChartMeta | undefined) ?? {};

/** The transitions of a state, by the event that each is for; those that need no event come last. */
export const waysOutOf = ({ transitions, always }: AnyStateNode) => [...transitions.values(), eachOf(always)];

function walk(machine: string, state: string): ChartMeta[] {
  let node = MACHINES[machine]?.root;
  const metas: ChartMeta[] = [];
  for (const name of state.split('.')) {
    node = node?.states[name];
    if (!node) break;
    metas.push(metaOf(node));
  }
  return metas;
}

/** The innermost value of one part of the meaning, or `undefined` when no state around says it. */
export const saidBy = <K extends keyof ChartMeta>(
  actorPath: string,
  state: string,
  part: K,
): ChartMeta[K] | undefined => metasOfState(actorPath, state).findLast((meta) => meta[part] !== undefined)?.[part];
