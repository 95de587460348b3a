import { given } from '../../model/given.ts';
import { addToGroup } from '../../model/groups.ts';
import { must } from '../../model/must.ts';
import type { ChartTransition } from '../charts/chart.ts';
import type { Model, ModelState } from './read-machine.ts';
import { labelOf, mediumLabelOf, shortLabelOf } from '../charts/words.ts';

/** One line of a label and the transitions that it stands for. */
export interface Line {
  readonly text: string;
  readonly of: readonly number[];
}
/** An edge between two neighbours inside one container. `from` is null when it starts at the container's own border. */
export interface ViewEdge {
  readonly from: string | null;
  readonly to: string;
  readonly lines: readonly Line[];
}
/** What is drawn for one state: closed, or open with everything inside. */
export interface ViewNode {
  readonly state: ModelState;
  readonly open: boolean;
  readonly stays: readonly Line[];
  readonly children: readonly ViewNode[];
  readonly edges: readonly ViewEdge[];
}

interface Way {
  readonly transition: ChartTransition;
  readonly index: number;
  readonly container: string;
  readonly from: string | null;
  readonly to: string;
}

/** How much a view shows. */
export interface Fold {
  /** The outermost state that alone is open, with its neighbours around it. Without it everything is shown. */
  readonly focus?: string;
  /** How many transitions away a neighbour may be; 1 unless said otherwise. */
  readonly reach?: number;
  /** Only the events' names on edges between closed states. */
  readonly short?: boolean;
  /** An event and its guard on lines of their own. */
  readonly stacked?: boolean;
}

/** Most lines that an edge of a short chart carries. */
const MAX_LINES = 2;

const isInside = (path: string, outer: string): boolean =>
  outer === '' || path === outer || path.startsWith(`${outer}.`);
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));
/** `a.b.c` inside `a`: `a.b`. */
const childTowards = (path: string, outer: string): string => {
  const rest = outer === '' ? path : path.slice(outer.length + 1);
  const name = must(rest.split('.')[0], 'a name');
  return outer === '' ? name : `${outer}.${name}`;
};

/**
 * Brings a machine into the form that is laid out. Edges that cross a border are lifted to where both ends are
 * neighbours.
 */
export function viewOf(model: Model, fold: Fold = {}): ViewNode {
  const shown = new Map<string, boolean>();
  noteShown(model.root, fold, shown);
  const ways = given(model.transitions.map((transition, index) => wayOf(shown, transition, index)));
  const { focus, reach = 1 } = fold;
  if (focus === undefined) return nodeOf(model, model.root, shown, ways, fold);
  const near = nearTo(focus, ways, reach);
  const distanceOf = (path: string | null): number => (path === null ? undefined : near.get(path)) ?? LOST;
  const kept = ways.filter(
    ({ container, from, to }) => container !== '' || distanceOf(from) + distanceOf(to) < 2 * reach,
  );
  const root = { ...model.root, children: model.root.children.filter(({ path }) => near.has(path)) };
  return nodeOf(model, root, shown, kept, fold);
}

const LOST = 1000;

/**
 * The outermost states by their distance from one of them, in transitions of either direction. An end leads no
 * further.
 */
function nearTo(focus: string, ways: readonly Way[], reach: number): Map<string, number> {
  const near = new Map([[focus, 0]]);
  for (let distance = 1; distance <= reach; distance += 1) {
    const rim = [...near].filter(([, at]) => at === distance - 1).map(([path]) => path);
    for (const { container, from, to } of ways) {
      if (container !== '' || from === null) continue;
      if (rim.includes(from) && !near.has(to)) near.set(to, distance);
      if (rim.includes(to) && !near.has(from) && (distance === 1 || ways.some((way) => way.from === to)))
        near.set(from, distance);
    }
  }
  return near;
}

function noteShown(state: ModelState, fold: Fold, shown: Map<string, boolean>): void {
  const open =
    state.children.length > 0 && (state.path === '' || fold.focus === undefined || isInside(state.path, fold.focus));
  shown.set(state.path, open);
  if (open) for (const child of state.children) noteShown(child, fold, shown);
}

export function stateAt(root: ModelState, path: string): ModelState {
  if (root.path === path) return root;
  const child = root.children.find((candidate) => isInside(path, candidate.path));
  if (!child) throw new Error(`There is no state ${path}.`);
  return stateAt(child, path);
}

function seenAs(shown: ReadonlyMap<string, boolean>, path: string): string {
  let seen = path;
  while (!shown.has(seen)) seen = parentOf(seen);
  return seen;
}

function wayOf(shown: ReadonlyMap<string, boolean>, transition: ChartTransition, index: number): Way | undefined {
  if (transition.target === null) return undefined;
  const [source, target] = [seenAs(shown, transition.source), seenAs(shown, transition.target)];
  const isReal = source === transition.source && target === transition.target;
  if (source === target && !isReal) return undefined;
  // From a state to one inside it: drawn inside, from the border.
  if (source !== target && isInside(target, source))
    return { transition, index, container: source, from: null, to: childTowards(target, source) };
  if (source !== target && isInside(source, target))
    return { transition, index, container: parentOf(target), from: target, to: target };
  let container = parentOf(source);
  while (!isInside(target, container)) container = parentOf(container);
  return { transition, index, container, from: childTowards(source, container), to: childTowards(target, container) };
}

function nodeOf(
  model: Model,
  state: ModelState,
  shown: ReadonlyMap<string, boolean>,
  ways: readonly Way[],
  fold: Fold,
): ViewNode {
  const open = shown.get(state.path) === true;
  const silent = fold.focus !== undefined && (state.path === '' || !isInside(state.path, fold.focus));
  const stays = model.transitions.flatMap((transition, index) =>
    transition.source === state.path && transition.target === null ? [{ text: labelOf(transition), of: [index] }] : [],
  );
  return {
    state,
    open,
    stays: silent ? [] : together(stays),
    children: open ? state.children.map((child) => nodeOf(model, child, shown, ways, fold)) : [],
    edges: open ? edgesIn(model, state.path, ways, fold) : [],
  };
}

function edgesIn(model: Model, container: string, ways: readonly Way[], fold: Fold): ViewEdge[] {
  const edges = new Map<string, { from: string | null; to: string; ways: Way[] }>();
  for (const way of ways) {
    if (way.container !== container) continue;
    const key = [way.from, way.to].join('>');
    const edge = edges.get(key);
    if (edge) edge.ways.push(way);
    else edges.set(key, { from: way.from, to: way.to, ways: [way] });
  }
  return [...edges.values()].map(({ from, to, ways: bundle }) => ({ from, to, lines: linesOf(model, bundle, fold) }));
}

function linesOf(model: Model, bundle: readonly Way[], fold: Fold): Line[] {
  if (!fold.short) return stack(together(bundle.map((way) => ({ text: wordsOf(model, way), of: [way.index] }))), fold);
  const lifted = bundle.some(({ from, transition }) => from !== null && from !== transition.source);
  const short = fold.short === true && (bundle.length > 1 || lifted);
  const lines = together(
    bundle.map((way) => ({
      text: short ? shortLabelOf(way.transition) : mediumLabelOf(way.transition),
      of: [way.index],
    })),
  );
  return stack(shortened(lines), fold);
}

/** Breaks `event [guard]` in two. */
function stack(lines: readonly Line[], { stacked }: Fold): Line[] {
  if (!stacked) return [...lines];
  return lines.flatMap(({ text, of }) => text.split(/ (?=\[)/).map((part) => ({ text: part, of })));
}

function wordsOf(model: Model, { transition, from, to }: Way): string {
  const { source, target } = transition;
  const before = from === null || from === source ? '' : `${source.slice(from.length + 1)}: `;
  const after =
    target === null || arrivesAt(model, to) === target || to === target ? '' : ` → ${target.slice(to.length + 1)}`;
  return `${before}${labelOf(transition)}${after}`;
}

/** The state that is entered when this one is. */
function arrivesAt(model: Model, path: string): string {
  const { initial } = stateAt(model.root, path);
  return initial === null ? path : arrivesAt(model, initial);
}

/** Lines of equal words become one. */
function together(lines: readonly Line[]): Line[] {
  const texts = new Map<string, number[]>();
  for (const { text, of } of lines) addToGroup(texts, text, of);
  return [...texts].map(([text, of]) => ({ text, of }));
}

function shortened(lines: readonly Line[]): Line[] {
  if (lines.length <= MAX_LINES) return [...lines];
  const rest = lines.slice(MAX_LINES - 1);
  return [...lines.slice(0, MAX_LINES - 1), { text: `and ${rest.length} more`, of: rest.flatMap(({ of }) => of) }];
}
