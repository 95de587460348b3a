import { produce } from 'immer';
import { must } from '../../model/must.ts';
import { InputError } from '../../model/problem.ts';
import { type Run, play } from '../../run/play.ts';
import { withChanges } from '../../scenario/change.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type SmallWorld, smallWorld } from './small-world.ts';

/* The worlds that trials are played in: as small as leaves the answer what it is. */

/** Up to here the whole world is played for a proof, beyond it one item of each group. */
const WHOLE_WORLD = 300;
/** With a script that depends on moments, groups stay apart up to here. */
const TIMED_WORLD = 2000;

export function isWhole({ world, script }: Scenario): boolean {
  // With fewer items other things come at the steps that it names.
  if (script.some(({ step }) => step !== undefined)) return true;
  const timed = script.some((entry) => !('do' in entry) || entry.after !== undefined || entry.do === 'stop.tapped');
  return world.items.length <= (timed ? TIMED_WORLD : WHOLE_WORLD);
}

export const asItIs = (scenario: Scenario): SmallWorld => ({
  scenario,
  standsFor: new Map(scenario.world.items.map(({ id }) => [id, [id]])),
  standIn: (id) => id,
});

/** Thrown when whoever asked no longer wants the answer. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** A script that is impossible under other conditions, or a world that is none, brings nothing back. */
export function trialRun(scenario: Scenario, changes: Changes): Run | null {
  try {
    return play(withChanges(scenario, changes));
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** The world with these items alone; those that agree are one. */
export function smallestWorld(scenario: Scenario, own: ReadonlySet<string>, keep: string): Scenario {
  const { items } = scenario.world;
  const only = <T>(list: readonly T[]): T[] =>
    list.filter((_, index) => own.has(must(items[index], `item ${index}`).id));
  const stated = scenario.stated as { readonly world: { readonly items: readonly Record<string, unknown>[] } };
  const smaller = {
    ...scenario,
    world: { ...scenario.world, items: only(items) },
    stated: produce(stated, (draft) => {
      draft.world.items = only(stated.world.items);
    }),
  };
  return smallWorld(smaller, keep).scenario;
}
