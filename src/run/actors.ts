import type { ActorRefFrom, AnyActorRef, AnyMachineSnapshot, AnyStateNode } from 'xstate';
import type { ChartMeta } from '../../machines/chart-meta.ts';
import type { simulationMachine } from '../../machines/simulation/simulation.machine.ts';

export type SimulationRef = ActorRefFrom<typeof simulationMachine>;

/** A running actor with its path: names, never session ids, which count through the whole process. */
export interface LiveActor {
  readonly path: string;
  readonly ref: AnyActorRef;
  readonly snapshot: AnyMachineSnapshot;
}

const paths = new WeakMap<AnyActorRef, string>();

export function pathOf(ref: AnyActorRef): string {
  let path = paths.get(ref);
  if (path === undefined) {
    const parent = (ref as { _parent?: AnyActorRef })._parent;
    paths.set(ref, (path = parent ? `${pathOf(parent)}/${ref.id}` : ref.id));
  }
  return path;
}

/** Every actor that is still running: the root first, iCloud sync before the restore, a parent before its stage. */
export function liveActors(root: SimulationRef): LiveActor[] {
  const found: LiveActor[] = [];
  collect(root, root.id, found);
  return found;
}

function collect(ref: AnyActorRef, path: string, found: LiveActor[]): void {
  const snapshot = ref.getSnapshot() as AnyMachineSnapshot;
  if (snapshot.status !== 'active') return;
  found.push({ path, ref, snapshot });
  const children = snapshot.children as Record<string, AnyActorRef | undefined>;
  const names = Object.keys(children);
  for (const name of names.length > 1 ? names.toSorted() : names) {
    const child = children[name];
    if (child) collect(child, pathOf(child), found);
  }
}

/** The moment an actor waits for, or null. */
export const dueAtOf = (snapshot: AnyMachineSnapshot): number | null =>
  (snapshot.context as { dueAt?: number | null } | undefined)?.dueAt ?? null;

/** Leaf states as dotted names, in the order of the chart. */
export function leavesOf(value: unknown, prefix = ''): string[] {
  if (typeof value === 'string') return [`${prefix}${value}`];
  return Object.entries(value as Record<string, unknown>).flatMap(([name, inner]) => {
    const path = `${prefix}${name}`;
    return isEmpty(inner) ? [path] : leavesOf(inner, `${path}.`);
  });
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

const nodesOf = (snapshot: AnyMachineSnapshot): readonly AnyStateNode[] =>
  (snapshot as unknown as { _nodes: AnyStateNode[] })._nodes;

/** The meanings of the active states, outermost first. */
export const metasOf = (snapshot: AnyMachineSnapshot): ChartMeta[] =>
  nodesOf(snapshot).map((node) => (node.meta ?? {}) as ChartMeta);

/** As much of a transition's definition as its name needs. */
export interface NamedTransition {
  readonly source: { readonly path: readonly string[] };
  readonly eventType: string;
  readonly target?: readonly { readonly path: readonly string[] }[] | undefined;
}
const transitionNames = new WeakMap<NamedTransition, string>();

/** `source|event|targets` of a transition: its name in journals, charts and coverage. */
export function transitionName(transition: NamedTransition): string {
  let name = transitionNames.get(transition);
  if (name === undefined) {
    const source = transition.source.path.join('.') || '(root)';
    name = [source, transition.eventType, (transition.target ?? []).map((node) => node.path.join('.')).join('+')].join(
      '|',
    );
    transitionNames.set(transition, name);
  }
  return name;
}

/** The guards of active states that refuse an event. */
export function refusingGuards(
  actors: readonly LiveActor[],
  type: string,
): { readonly actor: LiveActor; readonly guard: string }[] {
  return actors.flatMap((actor) =>
    nodesOf(actor.snapshot).flatMap((node) =>
      (node.transitions.get(type) ?? []).flatMap((transition) => {
        const { guard } = transition as { guard?: string | { type: string } };
        const name = typeof guard === 'string' ? guard : guard?.type;
        return name === undefined ? [] : [{ actor, guard: name }];
      }),
    ),
  );
}

/** Event types that some active state names, whether or not its guards agree now. */
export const namedEvents = (snapshot: AnyMachineSnapshot): string[] => [
  ...new Set(nodesOf(snapshot).flatMap((node) => [...node.transitions.keys()])),
];
