import { listedOr } from '../model/listed.ts';
import { orNull, eachOf } from '../model/optional.ts';
import {
  type ActorRefFrom,
  type AnyActorRef,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventObject,
  getNextTransitions,
} from 'xstate';
import type { ChartMeta } from '../../machines/chart-meta.ts';
import type { SeenValues } from '../../machines/guard.ts';
import { guardNamed } from '../../machines/guards.ts';
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
    // XState tells of a new actor before its parent's snapshot names it, so a walk down cannot find it yet; and of
    // the way up nothing but this is there, marked internal.
    const parent = ref._parent;
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
  for (const name of Object.keys(children).toSorted()) {
    const child = children[name];
    if (child) collect(child, pathOf(child), found);
  }
}

/** Whether an actor would take an event now. Most machines name few events: of the others nobody need ask them. */
export const takes = ({ snapshot }: LiveActor, event: EventObject): boolean =>
  namesEvent(snapshot.machine, event.type) && snapshot.can(event);

const named = new WeakMap<AnyStateMachine, Map<string, boolean>>();

function namesEvent(machine: AnyStateMachine, type: string): boolean {
  let known = named.get(machine);
  if (!known) named.set(machine, (known = new Map()));
  let answer = known.get(type);
  if (answer === undefined)
    known.set(type, (answer = (machine.events as readonly string[]).some((descriptor) => covers(descriptor, type))));
  return answer;
}

const covers = (descriptor: string, type: string): boolean =>
  descriptor === type || (descriptor.endsWith('*') && type.startsWith(descriptor.slice(0, -1)));

/** The moment an actor waits for, or null. */
export const dueAtOf = (snapshot: AnyMachineSnapshot): number | null =>
  orNull((snapshot.context as { dueAtMs?: number | null } | undefined)?.dueAtMs);

/** Leaf states as dotted names, in the order of the chart. */
export function leavesOf(value: unknown): string[] {
  const leaves: string[] = [];
  addLeaves(value as StateTree, '', leaves);
  return leaves;
}

type StateTree = string | { readonly [name: string]: StateTree | undefined };

function addLeaves(value: StateTree, prefix: string, leaves: string[]): void {
  if (typeof value === 'string') {
    leaves.push(prefix + value);
    return;
  }
  for (const name of Object.keys(value)) {
    const inner = value[name];
    const before = leaves.length;
    if (inner !== undefined) addLeaves(inner, `${prefix}${name}.`, leaves);
    // A state without states in it is a leaf itself.
    if (leaves.length === before) leaves.push(prefix + name);
  }
}

/** The meanings of the active states that have one, outermost first. */
export const metasOf = (snapshot: AnyMachineSnapshot): ChartMeta[] =>
  Object.values(snapshot.getMeta() as Readonly<Record<string, ChartMeta>>);

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
    const source = listedOr('(root)', transition.source.path, '.');
    name = [
      source,
      transition.eventType,
      eachOf(transition.target)
        .map((node) => node.path.join('.'))
        .join('+'),
    ].join('|');
    transitionNames.set(transition, name);
  }
  return name;
}

/** A guard that refuses an event, on the transition that it guards. */
export interface RefusingGuard {
  readonly actor: LiveActor;
  readonly guard: string;
  /** How the transition takes the guard's params from the event, if it has any. */
  readonly params: unknown;
}

/** The guards of active states that refuse an event. */
export const refusingGuards = (actors: readonly LiveActor[], type: string): RefusingGuard[] =>
  actors.flatMap((actor) =>
    getNextTransitions(actor.snapshot).flatMap(({ eventType, guard }) => {
      if (eventType !== type || guard === undefined) return [];
      const { type: name, params } = (typeof guard === 'string' ? { type: guard } : guard) as {
        type: string;
        params?: unknown;
      };
      return [{ actor, guard: name, params }];
    }),
  );

type Params = (asked: { readonly context: unknown; readonly event: unknown }) => unknown;

/** The values that a refusing guard compared. */
export function valuesSeen({ actor, guard, params }: RefusingGuard, event: { readonly type: string }): SeenValues {
  const { context } = actor.snapshot;
  const row = guardNamed(actor.ref.id, guard);
  if (!row) throw new TypeError(`the guard “${guard}” of ${actor.path} stands in no table`);
  const given = typeof params === 'function' ? (params as Params)({ context, event }) : params;
  return row.saw(context as never, given as never);
}

/** Event types that some active state names, whether or not its guards agree now. */
export const namedEvents = (snapshot: AnyMachineSnapshot): string[] => [
  ...new Set(getNextTransitions(snapshot).flatMap(({ eventType }) => (eventType === '' ? [] : eventType))),
];
