import { cellOf } from '../../model/optional.ts';
import { must } from '../../model/must.ts';
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import ElkConstructor from 'elkjs/lib/elk.bundled.js';
import {
  type ChartView,
  LINE,
  PLATE,
  type PlacedBox,
  type PlacedEdge,
  type PlacedLabel,
  STATE_HEIGHT,
  drawnWidthOf,
} from '../charts/chart.ts';
import { type Point, roundedPath } from './geometry.ts';
import type { Line, ViewEdge, ViewNode } from './view.ts';

/** How a picture is meant to be used: the room it has to fit. */
export interface Room {
  readonly w: number;
  readonly h: number;
  /** Between neighbours. */
  readonly gap: number;
}
type Direction = 'RIGHT' | 'DOWN';
const DIRECTIONS: readonly Direction[] = ['RIGHT', 'DOWN'];

/** A container with everything in it placed; (0, 0) is its own corner. */
interface Placed {
  readonly w: number;
  readonly h: number;
  readonly boxes: readonly PlacedBox[];
  readonly edges: readonly PlacedEdge[];
  readonly starts: ChartView['starts'];
}

const DOT = 10;
const PADDING = 12;
const NAME_ROOM = 24;
/** A state that takes this part of the room, each way, may be as it is. */
const SMALL_ENOUGH = 0.75;
/** Another direction has to save this much before reading order is given up for it. */
const WORTH_IT = 0.9;
/** ELK puts labels of neighbouring edges side by side without any room. */
const LABEL_GAP = 10;
const START = '(start)';
const BORDER = '(border)';
const elk = new ElkConstructor();

/** The same part looks the same in every view: it is laid out once. */
const cache = new Map<string, Promise<ElkNode>>();
function laidOut(graph: ElkNode): Promise<ElkNode> {
  const key = JSON.stringify(graph);
  const laid = cache.get(key) ?? elk.layout(graph);
  cache.set(key, laid);
  return laid;
}

/**
 * Places everything that a view shows: ELK runs once for each open state and direction, from the inside out; what
 * fits its room best stays.
 */
export async function placeView(view: ViewNode, room: Room): Promise<ChartView> {
  const { w, h, boxes, edges, starts } = await placeInside(view, room);
  if (view.stays.length === 0) return { w, h, boxes, edges, starts };
  const { labels, height } = inRows(view.stays, Math.max(w, 240) - 2 * PADDING);
  const stays = labels.map((label) => ({ ...label, x: label.x + PADDING, y: label.y + h + NAME_ROOM }));
  const wide = Math.max(w, ...stays.map((label) => label.x + label.w + PADDING));
  return {
    w: wide,
    h: h + NAME_ROOM + height + PADDING,
    boxes: [...boxes, { path: '', x: 0, y: h, w: wide, h: NAME_ROOM + height + PADDING, open: true, stays }],
    edges,
    starts,
  };
}

/** How far a picture has to shrink to fit its room; 1 and less fits as it is. */
export const shrinkOf = ({ w, h }: { readonly w: number; readonly h: number }, room: Room): number =>
  Math.max(w / room.w, h / room.h);

function inRows(lines: readonly Line[], width: number): { readonly labels: PlacedLabel[]; readonly height: number } {
  let [x, y] = [0, 0];
  const labels = lines.map(({ text, of }): PlacedLabel => {
    const w = drawnWidthOf(text) + 2 * PLATE;
    if (x > 0 && x + w > width) [x, y] = [0, y + LINE + 4];
    const label = { text, of, x, y, w };
    x += w + 10;
    return label;
  });
  return { labels, height: y + LINE };
}

async function placeNode(node: ViewNode, room: Room): Promise<Placed> {
  const { state, open } = node;
  if (!open) return closedBox(node);
  const inside = state.kind === 'parallel' ? await placeRegions(node, room) : await placeInside(node, room);
  const stays = column(node.stays, PADDING, NAME_ROOM);
  const top = NAME_ROOM + node.stays.length * LINE;
  const w = Math.max(inside.w, drawnWidthOf(state.name) + 60, ...stays.map((label) => label.x + label.w + PADDING));
  const h = inside.h + top;
  return {
    w,
    h,
    boxes: [
      { path: state.path, x: 0, y: 0, w, h, open: true, stays },
      ...inside.boxes.map((box) => moveBox(box, 0, top)),
    ],
    edges: inside.edges.map((edge) => moveEdge(edge, 0, top)),
    starts: inside.starts.map((start) => moveStart(start, 0, top)),
  };
}

function closedBox({ state, stays: lines }: ViewNode): Placed {
  const name = drawnWidthOf(state.name) + 24 + (state.children.length > 0 ? 14 : 0);
  const stays = column(lines, 8, STATE_HEIGHT - 3);
  const w = Math.max(name, 44, ...stays.map((label) => label.w + 16));
  const h = STATE_HEIGHT + (lines.length > 0 ? lines.length * LINE + 3 : 0);
  return { w, h, boxes: [{ path: state.path, x: 0, y: 0, w, h, open: false, stays }], edges: [], starts: [] };
}

const column = (lines: readonly Line[], x: number, y: number): PlacedLabel[] =>
  lines.map(({ text, of }, row) => ({ text, of, x, y: y + row * LINE, w: drawnWidthOf(text) + 2 * PLATE }));

/** Parallel regions, one below the other. */
async function placeRegions(node: ViewNode, room: Room): Promise<Placed> {
  const regions = await inTurn(node.children, (child) => placeNode(child, room));
  const w = Math.max(...regions.map((region) => region.w));
  let y = 4;
  const parts = regions.map((region, index) => {
    const moved = {
      ...region,
      boxes: region.boxes.map((box, first) => moveBox(first === 0 ? { ...box, w } : box, PADDING, y)),
      edges: region.edges.map((edge) => moveEdge(edge, PADDING, y)),
      starts: region.starts.map((start) => moveStart(start, PADDING, y)),
    };
    y += region.h + (index < regions.length - 1 ? 10 : PADDING);
    return moved;
  });
  return {
    w: w + 2 * PADDING,
    h: y,
    boxes: parts.flatMap(({ boxes }) => boxes),
    edges: parts.flatMap(({ edges }) => edges),
    starts: parts.flatMap(({ starts }) => starts),
  };
}

async function placeInside(node: ViewNode, room: Room): Promise<Placed> {
  const inner = new Map<string, Placed>();
  for (const child of node.children) inner.set(child.state.path, await placeNode(child, room));
  let found: Placed | undefined;
  for (const direction of DIRECTIONS) {
    if (found && shrinkOf(found, room) < (node.state.path === '' ? 1 : SMALL_ENOUGH)) break;
    const next = collect(node, await laidOut(graphOf(node, inner, direction, room)), inner);
    if (!found || shrinkOf(next, room) < shrinkOf(found, room) * WORTH_IT) found = next;
  }
  if (!found) throw new Error('There is no direction to lay out in.');
  return found;
}

function graphOf(
  { state, children, edges }: ViewNode,
  inner: ReadonlyMap<string, Placed>,
  direction: Direction,
  room: Room,
): ElkNode {
  const first = children.find(({ state: { path } }) => state.initial === path || state.initial?.startsWith(`${path}.`))
    ?.state.path;
  const dots = [...(first === undefined ? [] : [START]), ...(edges.some(({ from }) => from === null) ? [BORDER] : [])];
  return {
    id: 'graph',
    layoutOptions: optionsOf(direction, room, state.path === ''),
    children: [
      ...dots.map((id) => ({ id, width: DOT, height: DOT })),
      ...children.map(({ state: { path } }) => ({
        id: path,
        width: must(inner.get(path), `what is in ${path}`).w,
        height: must(inner.get(path), `what is in ${path}`).h,
      })),
    ],
    edges: [...(first === undefined ? [] : [{ id: START, sources: [START], targets: [first] }]), ...edges.map(elkEdge)],
  };
}

const elkEdge = ({ from, to, lines }: ViewEdge, index: number): ElkExtendedEdge => ({
  id: String(index),
  sources: [from ?? BORDER],
  targets: [to],
  labels: [
    {
      text: lines.map(({ text }) => text).join('\n'),
      width: Math.max(...lines.map(({ text }) => drawnWidthOf(text))) + 2 * PLATE + LABEL_GAP,
      height: lines.length * LINE,
      layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' },
    },
  ],
});

// ELK does not hand options down: they are set on every container.
function optionsOf(direction: Direction, { gap }: Room, isRoot: boolean): LayoutOptions {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction,
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.padding': isRoot
      ? '[top=8,left=8,bottom=8,right=8]'
      : `[top=4,left=${PADDING},bottom=${PADDING},right=${PADDING}]`,
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
    'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
    'elk.layered.nodePlacement.favorStraightEdges': 'true',
    'elk.spacing.nodeNode': String(gap),
    'elk.spacing.edgeNode': '10',
    'elk.spacing.edgeEdge': '9',
    'elk.spacing.edgeLabel': '2',
    'elk.spacing.labelLabel': '4',
    'elk.layered.spacing.nodeNodeBetweenLayers': String(gap),
    'elk.layered.spacing.edgeNodeBetweenLayers': '10',
    'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
  };
}

function collect({ edges }: ViewNode, laid: ElkNode, inner: ReadonlyMap<string, Placed>): Placed {
  const boxes: PlacedBox[] = [];
  const placed: PlacedEdge[] = [];
  const starts: ChartView['starts'][number][] = [];
  const dots = new Map<string, Point>();
  for (const child of must(laid.children, 'the boxes that were laid')) {
    const { id } = child;
    const { x, y } = placeOf(child);
    const content = inner.get(id);
    if (!content) dots.set(id, { x: x + DOT / 2, y: y + DOT / 2 });
    else {
      boxes.push(...content.boxes.map((box) => moveBox(box, x, y)));
      placed.push(...content.edges.map((edge) => moveEdge(edge, x, y)));
      starts.push(...content.starts.map((start) => moveStart(start, x, y)));
    }
  }
  for (const edge of must(laid.edges, 'the lines that were laid')) {
    const d = roundedPath(pointsOf(edge));
    const from = edges[Number(edge.id)];
    const dot = dots.get(edge.id);
    if (edge.id === START && dot) starts.push({ ...dot, d });
    else if (from)
      placed.push({
        from: cellOf(from.from),
        to: from.to,
        d,
        of: [...new Set(from.lines.flatMap(({ of }) => of))],
        labels: labelsOf(edge, from),
      });
  }
  return {
    w: Math.ceil(must(laid.width, 'a size')),
    h: Math.ceil(must(laid.height, 'a size')),
    boxes,
    edges: placed,
    starts,
  };
}

/** ELK takes what has no place yet, and gives everything one. */
const placeOf = ({ x, y }: Pick<ElkNode, 'x' | 'y'>): Point => ({ x: must(x, 'a place'), y: must(y, 'a place') });

const pointsOf = ({ sections = [] }: ElkExtendedEdge): Point[] =>
  sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);

function labelsOf(edge: ElkExtendedEdge, { lines }: ViewEdge): PlacedLabel[] {
  const [label] = must(edge.labels, 'the words of a line');
  const { x, y } = placeOf(must(label, 'the words of a line'));
  const width = must(label?.width, 'how wide the words are');
  return lines.map(({ text, of }, row) => {
    const w = drawnWidthOf(text) + 2 * PLATE;
    return { text, of, x: x + (width - w) / 2, y: y + row * LINE, w };
  });
}

const moveLabel = (label: PlacedLabel, x: number, y: number): PlacedLabel => ({
  ...label,
  x: label.x + x,
  y: label.y + y,
});
const moveBox = (box: PlacedBox, x: number, y: number): PlacedBox => ({
  ...box,
  x: box.x + x,
  y: box.y + y,
  stays: box.stays.map((label) => moveLabel(label, x, y)),
});
const moveEdge = (edge: PlacedEdge, x: number, y: number): PlacedEdge => ({
  ...edge,
  d: movePath(edge.d, x, y),
  labels: edge.labels.map((label) => moveLabel(label, x, y)),
});
const moveStart = (start: ChartView['starts'][number], x: number, y: number): ChartView['starts'][number] => ({
  x: start.x + x,
  y: start.y + y,
  d: movePath(start.d, x, y),
});

/** Shifts every point of a path; all of its numbers come in pairs. */
const movePath = (d: string, x: number, y: number): string =>
  d.replaceAll(
    /(-?[\d.]+) (-?[\d.]+)/g,
    (_pair, left: string, top: string) =>
      `${Math.round((Number(left) + x) * 10) / 10} ${Math.round((Number(top) + y) * 10) / 10}`,
  );

async function inTurn<T, R>(list: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of list) done.push(await work(item));
  return done;
}
