import { eachOf } from '../../model/optional.ts';
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { given } from '../../model/given.ts';
import { transitionName } from '../../run/actors.ts';
import { metaOf, waysOutOf } from '../../run/machines.ts';
import type { ChartState, ChartTransition, StateKind } from '../charts/chart.ts';

/** A machine as it is, before anybody draws it. */
export interface Model {
  readonly id: string;
  readonly root: ModelState;
  readonly transitions: readonly ChartTransition[];
}
export interface ModelState extends ChartState {
  readonly children: readonly ModelState[];
  /** Path of the first state inside. */
  readonly initial: string | null;
}

/** Reads states and transitions from the machine that runs, so that a picture can never say anything else. */
export function readMachine(machine: AnyStateMachine): Model {
  const nodes: AnyStateNode[] = [];
  const root = readState(machine.root, nodes);
  return { id: machine.id, root, transitions: nodes.flatMap(transitionsOf) };
}

const pathOf = (node: { readonly path: readonly string[] }): string => node.path.join('.');
const inOrder = (node: AnyStateNode): AnyStateNode[] =>
  Object.values(node.states).toSorted((a, b) => a.order - b.order);

/** What a picture has of a state whose chart says nothing. */
const NOT_SAID: Pick<ChartState, 'says' | 'gate' | 'screen' | 'shows'> = {
  says: null,
  gate: null,
  screen: null,
  shows: [],
};

function readState(node: AnyStateNode, seen: AnyStateNode[]): ModelState {
  seen.push(node);
  const { says, gate, screen, shows } = { ...NOT_SAID, ...metaOf(node) };
  const first = node.type === 'compound' ? node.initial.target[0] : undefined;
  return {
    path: pathOf(node),
    name: node.key,
    kind: kindOf(node),
    says,
    gate,
    screen,
    shows,
    runs: node.invoke.map(({ id }) => id),
    children: inOrder(node).map((child) => readState(child, seen)),
    initial: first ? pathOf(first) : null,
  };
}

function kindOf({ type }: AnyStateNode): StateKind {
  if (type === 'history') throw new Error('A chart with a history state cannot be drawn yet.');
  return type;
}

function transitionsOf(node: AnyStateNode): ChartTransition[] {
  return waysOutOf(node).flatMap((list) =>
    list.map((transition, index): ChartTransition => {
      const { guard, actions } = transition;
      const target = eachOf(transition.target);
      if (target.length > 1) throw new Error(`${machineOf(node)}: a transition with two targets cannot be drawn yet.`);
      const into = target[0];
      return {
        name: transitionName(transition as Parameters<typeof transitionName>[0]),
        source: pathOf(node),
        target: into ? pathOf(into) : null,
        event: transition.eventType,
        guard: nameOf(guard),
        otherwise: index > 0,
        actions: given(actions.map(nameOf)),
      };
    }),
  );
}

const machineOf = (node: AnyStateNode): string => node.machine.id;

/** The name of a guard or action, which is written as a word or as `{type, params}`. */
function nameOf(thing: unknown): string | null {
  if (typeof thing === 'string') return thing;
  const type = typeof thing === 'object' && thing !== null ? (thing as { type?: unknown }).type : undefined;
  return typeof type === 'string' ? type : null;
}
