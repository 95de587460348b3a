import { groupOf } from '../../model/groups.ts';
import { must } from '../../model/must.ts';
import { formatBytes, formatCount } from '../../model/bytes.ts';
import { fateOn, type Gate, GATE_ORDER } from '../../model/fates.ts';
import type { Voice } from '../../report/device-voice.ts';
import type { Route } from '../../model/kinds.ts';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { type Amount, ARRIVED_FATES, arrives, type Branch, type Flow, type Measure } from './flow.ts';
import { FLOW_SIZES, type FlowSize } from './flow-sizes.ts';
import { ribbon, type Stop } from './ribbon.ts';
import { type PlacedGate, placeGates } from './gates.ts';
import { foldedDrops, placeLabels, type PlacedDrop } from './labels.ts';

const widthIn = (widths: ReadonlyMap<string, number>, key: string): number =>
  must(widths.get(key), `the width of ${key}`);

export type By = 'bytes' | 'items';
export interface FlowRoom {
  readonly w: number;
  readonly h: number;
  readonly by: By;
  /** How far what is on the way has come: a place in the order of the gates, -1 for not at all. */
  readonly reach: number;
  readonly size: FlowSize;
  readonly measure: Measure;
  readonly route: Route;
  /** Whether rules are named by their ids. */
  readonly ids: boolean;
  /** Says of the device what is said of a phone. */
  readonly voice: Voice;
}

export interface PlacedBranch {
  readonly branch: Branch;
  /** Other branches that are drawn with this one. */
  readonly with: readonly Branch[];
  readonly d: string;
  /** Height at its widest; never under 2. */
  readonly thick: number;
  readonly thin: boolean;
  readonly hatched: boolean;
  /** The block at the end: on the phone now. */
  readonly end: { readonly x: number; readonly y: number; readonly h: number } | null;
  /** Words on the ribbon itself, when it is high enough. */
  readonly inside: { readonly x: number; readonly y: number; readonly title: string } | null;
  /** Where its other words stand; the baseline of the first line. */
  readonly words: {
    readonly x: number;
    readonly y: number;
    readonly where: 'inside' | 'beside' | 'end';
    readonly title: string;
    readonly size: string;
  } | null;
}

export interface FlowLayout {
  readonly branches: readonly PlacedBranch[];
  readonly gates: readonly PlacedGate[];
  readonly source: { readonly x: number; readonly y: number; readonly h: number };
  readonly endX: number;
  readonly lane: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** Where the trunk and its gate lines end, and the words of the branches begin. */
  readonly bottom: number;
  readonly thin: boolean;
  /** What everything needs; more than the room when that is too narrow, or when there are too many branches. */
  readonly w: number;
  readonly h: number;
}

/** The device of before, or the same one: either way it is all there was. */
export const SOURCE_TITLE = 'All data';
export const END_TITLE = 'On the phone now';

export const BAR = 12;
const LEFT = 24;
const THINNEST = 2;
const BEND = 46;

/** Places everything of a flow. Pure: the same flow in the same room gives the same picture. */
export function layOutFlow(flow: Flow, given: FlowRoom): FlowLayout {
  const { labelRow, kept, narrowest, trunk, top, laneHead, laneFoot, endRow } = FLOW_SIZES[given.size];
  const endRoom = endRoomOf(given);
  const { shown, rest } = foldedDrops(flow.branches, Math.max(2, Math.floor((given.h - kept) / labelRow)));
  const width = (branch: Branch) => labelWidth(branch, joinedBy(branch, rest), given);
  const place = (w: number) =>
    placeGates(
      flow,
      shown.filter(({ kind }) => kind === 'drops').map((branch) => ({ gate: branch.gate, width: width(branch) })),
      { from: LEFT + given.measure(SOURCE_TITLE, 'strong') + 14, to: w - endRoom - BAR - 14 },
      given,
    );
  const fits = Math.max(narrowest, given.w);
  // Words never lie over each other: rather the picture is wider than its room, and is scrolled.
  const over = Math.max(0, must(place(fits).at(-1), 'the last gate').until - (fits - endRoom - BAR - 14));
  const room: FlowRoom = { ...given, w: fits + over };
  const endX = room.w - endRoom - BAR;
  const gates = place(room.w);
  const labels = placeLabels(shown, new Map(gates.map(({ gate, x }) => [gate, x])), room.w, width, labelRow);
  const rows = Math.max(0, ...[...labels.values()].map(({ row }) => row + 1));
  const trunkRoom = Math.max(
    trunk.least,
    Math.min(trunk.most, room.h - top - laneHead - laneFoot - 30 - endRow - rows * labelRow - 20),
  );
  const heights = heightsOf(shown, rest, room, trunkRoom);
  const slots = slotsOf(shown, heights, gates, room.size);
  const ends = placeEnds(shown, heights, slots, room.size);
  const reaches = Math.max(0, ...[...labels.values()].map(({ x, w }) => x + w));
  const bottom = 26 + (reaches > endX - 8 ? Math.max(slots.bottom, ends.bottom - 14) : slots.bottom);
  const context: Context = { room, gates, endX, heights, slots, labels, rest, bottom };
  const branches = shown.map((branch) => placeBranch(branch, context, ends.of.get(branch.key)));
  const h = Math.max(
    room.h,
    bottom + rows * labelRow + (room.size === 'small' ? 10 : 26),
    ...branches.map(({ end }) => (end ? end.y + Math.max(end.h, endRow) : 0)),
  );
  return {
    branches,
    gates,
    source: slots.source,
    endX,
    lane: slots.lane,
    bottom,
    thin: branches.some(({ thin }) => thin),
    w: room.w,
    h,
  };
}

/** The words right of the blocks are as wide as the widest of them could be: the picture keeps its place. */
const endRoomOf = ({ size, measure, route }: FlowRoom): number =>
  size === 'whole'
    ? FLOW_SIZES.whole.endRoom
    : 36 + Math.max(...ARRIVED_FATES.map((fate) => measure(`${fateOn(route, fate).word} 88`, 'strong')));

interface Slots {
  readonly y: ReadonlyMap<string, number>;
  readonly sourceY: ReadonlyMap<string, number>;
  readonly source: FlowLayout['source'];
  readonly lane: FlowLayout['lane'];
  readonly bottom: number;
}
interface Heights {
  readonly of: ReadonlyMap<string, number>;
  readonly thin: ReadonlySet<string>;
}
interface Context {
  readonly room: FlowRoom;
  readonly gates: readonly PlacedGate[];
  readonly endX: number;
  readonly heights: Heights;
  readonly slots: Slots;
  readonly labels: ReadonlyMap<string, PlacedDrop>;
  readonly rest: ReadonlyMap<string, readonly Branch[]>;
  readonly bottom: number;
}

const valueOf = (amount: Amount, by: By): number => (by === 'bytes' ? amount.bytes : amount.items);
/** The branches that are drawn as one with it. */
const joinedBy = ({ key }: Branch, rest: ReadonlyMap<string, readonly Branch[]>): readonly Branch[] =>
  groupOf(rest, key);
const whole = (branch: Branch, rest: ReadonlyMap<string, readonly Branch[]>): Amount =>
  [branch, ...joinedBy(branch, rest)].reduce<Amount>(
    (sum, { items, bytes }) => ({ items: sum.items + items, bytes: sum.bytes + bytes }),
    { items: 0, bytes: 0 },
  );

/** `8.1 GB`, or `4 items`. */
export const sizeOf = (amount: Amount, by: By): string =>
  by === 'items'
    ? `${formatCount(amount.items)} ${amount.items === 1 ? 'item' : 'items'}`
    : amount.bytes === 0
      ? 'no size'
      : formatBytes(amount.bytes);

/** True heights as far as all are at least 2; the others give way. */
function heightsOf(branches: readonly Branch[], rest: Context['rest'], { by }: FlowRoom, room: number): Heights {
  const values = new Map(branches.map((branch) => [branch.key, valueOf(whole(branch, rest), by)]));
  const total = [...values.values()].reduce((sum, value) => sum + value, 0);
  let thin = new Set<string>();
  for (;;) {
    const large = [...values].filter(([key]) => !thin.has(key)).reduce((sum, [, value]) => sum + value, 0);
    const scale = large === 0 ? 0 : Math.max(0, room - THINNEST * thin.size) / large;
    const next = new Set([...values].filter(([, value]) => value * scale < THINNEST).map(([key]) => key));
    const settled = [...next].every((key) => thin.has(key));
    if (settled || total === 0)
      return {
        of: new Map([...values].map(([key, value]) => [key, Math.max(THINNEST, value * scale)])),
        thin: new Set([...thin, ...next]),
      };
    thin = new Set([...thin, ...next]);
  }
}

/** The trunk from top to bottom, with the sync lane above it. */
function slotsOf(branches: readonly Branch[], { of }: Heights, gates: readonly PlacedGate[], size: FlowSize): Slots {
  const { top: TOP, laneHead: LANE_HEAD, laneFoot: LANE_FOOT } = FLOW_SIZES[size];
  const y = new Map<string, number>();
  const inLane = branches.filter(({ kind }) => kind === 'sync');
  let top = TOP + LANE_HEAD;
  for (const { key } of inLane) {
    y.set(key, top);
    top += widthIn(of, key);
  }
  const laneBottom = top + LANE_FOOT;
  top = laneBottom + 22;
  for (const { key, kind, fate } of branches) {
    if (kind === 'sync') continue;
    y.set(key, top);
    top += fate === ON_THE_WAY ? Math.max(20, widthIn(of, key)) : widthIn(of, key);
  }
  const total = branches.reduce((sum, { key }) => sum + widthIn(of, key), 0);
  const start = (TOP + LANE_HEAD + top) / 2 - total / 2;
  const sourceY = new Map<string, number>();
  let from = start;
  for (const { key } of branches) {
    sourceY.set(key, from);
    from += widthIn(of, key);
  }
  const laneX = must(gates[0], 'the first gate').x + 30;
  const laneEnd = must(gates.at(-1), 'the last gate').x - 10;
  return {
    y,
    sourceY,
    source: { x: LEFT, y: start, h: Math.max(THINNEST, total) },
    lane: { x: laneX, y: TOP, w: laneEnd - laneX, h: laneBottom - TOP },
    bottom: top,
  };
}

interface BranchEnd {
  readonly y: number;
  /** Only the first branch of a fate bears its words: the height and amount of all of them. */
  readonly all: { readonly h: number; readonly amount: Amount } | null;
}

/** The blocks on the right, one for each fate, with room for its two lines of words. */
function placeEnds(
  branches: readonly Branch[],
  { of }: Heights,
  slots: Slots,
  size: FlowSize,
): { readonly of: ReadonlyMap<string, BranchEnd>; readonly bottom: number } {
  const ends = new Map<string, BranchEnd>();
  const { top: TOP, endRow: END_ROW } = FLOW_SIZES[size];
  let free = TOP;
  for (const fate of ARRIVED_FATES) {
    const group = branches.filter((branch) => branch.fate === fate);
    const [first] = group;
    if (!first) continue;
    const h = group.reduce((sum, { key }) => sum + widthIn(of, key), 0);
    let y = Math.max(free, must(slots.y.get(first.key), `the place of ${first.key}`));
    free = y + Math.max(h, END_ROW) + 6;
    for (const branch of group) {
      ends.set(branch.key, {
        y,
        all: branch === first ? { h, amount: whole(first, new Map([[first.key, group.slice(1)]])) } : null,
      });
      y += widthIn(of, branch.key);
    }
  }
  return { of: ends, bottom: free };
}

function placeBranch(branch: Branch, context: Context, end: BranchEnd | undefined): PlacedBranch {
  const { heights, rest } = context;
  const thick = heights.of.get(branch.key) ?? THINNEST;
  return {
    branch,
    with: joinedBy(branch, rest),
    d: ribbon(stopsOf(branch, context, thick, end?.y)),
    thick,
    thin: heights.thin.has(branch.key),
    hatched: !arrives(branch) && branch.fate !== ON_THE_WAY,
    end: end === undefined ? null : { x: context.endX, y: end.y, h: thick },
    inside:
      end && branch.kind === 'stays' && thick >= 17 && fitsInside(branch, context)
        ? {
            x: trunkStart(context.gates) + 16,
            y: must(context.slots.y.get(branch.key), `the place of ${branch.key}`) + thick / 2 + 4,
            title: titleOf(branch, []),
          }
        : null,
    words: end ? endWords(branch, context, end) : wordsOf(branch, context, thick),
  };
}

/** Words on a ribbon end before its block begins. */
const fitsInside = (branch: Branch, { room, gates, endX }: Context): boolean =>
  trunkStart(gates) + 16 + room.measure(titleOf(branch, []), 'strong') < endX - 8;

function endWords({ fate }: Branch, { endX, room }: Context, { y, all }: BranchEnd): PlacedBranch['words'] {
  if (!all || fate === ON_THE_WAY) return null;
  return {
    x: endX + BAR + 10,
    y: room.size === 'small' ? y + Math.max(all.h, 14) / 2 + 4 : y + Math.max(all.h, 30) / 2 - 3,
    where: 'end',
    title: `${fateOn(room.route, fate).word}${room.size === 'small' ? ` ${formatCount(all.amount.items)}` : ''}`,
    size: room.size === 'small' ? '' : sizeOf(all.amount, room.by),
  };
}

function stopsOf(
  branch: Branch,
  { gates, slots, labels, endX, room: { reach } }: Context,
  thick: number,
  end: number | undefined,
): Stop[] {
  const y = must(slots.y.get(branch.key), `the place of ${branch.key}`);
  const start: Stop = {
    x: LEFT + BAR,
    y: must(slots.sourceY.get(branch.key), `the beginning of ${branch.key}`),
    h: thick,
  };
  const settled = trunkStart(gates);
  if (end !== undefined)
    return [
      start,
      { x: settled, y, h: thick },
      { x: must(gates.at(-1), 'the last gate').x - 4, y, h: thick },
      { x: endX, y: end, h: thick },
    ];
  if (branch.kind === 'stays') {
    const to =
      reach < 0
        ? start.x + 14
        : Math.max(start.x + 14, must(gates[Math.min(reach, gates.length - 1)], 'a gate that was reached').x + 12);
    return to <= settled
      ? [start, { x: to, y: start.y, h: thick }]
      : [start, { x: settled, y, h: thick }, { x: to, y, h: thick }];
  }
  const label = labels.get(branch.key);
  const at = gateX(gates, branch.gate);
  const to: Stop = {
    x: label?.x ?? at,
    y: (label?.y ?? 0) - Math.min(thick, 30) / 2 + slots.bottom + 26 + 12,
    h: Math.min(thick, 30),
  };
  // A bend needs some length, or a thick ribbon would look thin in it.
  const bend = Math.min(at - 6, to.x - BEND);
  return bend < settled + 8 ? [start, to] : [start, { x: settled, y, h: thick }, { x: bend, y, h: thick }, to];
}

const trunkStart = (gates: readonly PlacedGate[]): number => must(gates[0], 'the first gate').x + 26;
const gateX = (gates: readonly PlacedGate[], gate: Gate | null): number =>
  must(gates[GATE_ORDER.indexOf(gate ?? 'capture')], 'the gate of a branch').x;

function wordsOf(
  branch: Branch,
  { slots, labels, gates, endX, room, rest, bottom }: Context,
  thick: number,
): PlacedBranch['words'] {
  const size = sizeOf(whole(branch, rest), room.by);
  if (branch.kind === 'drops') {
    const label = labels.get(branch.key);
    return label
      ? {
          x: label.x + 22,
          y: bottom + label.y + 12,
          where: 'beside',
          title: labelOf(branch, joinedBy(branch, rest), room),
          size: room.size === 'small' ? '' : size,
        }
      : null;
  }
  const reached = gates[Math.min(room.reach, gates.length - 1)];
  const y = reached
    ? must(slots.y.get(branch.key), `the place of ${branch.key}`) + Math.max(thick, 20) / 2 + 4
    : slots.source.y + slots.source.h / 2 + 4;
  const beside = Math.max(LEFT + BAR + 26, reached ? reached.x + 22 : 0);
  // Never into the words on the right: rather on the ribbon itself.
  const title =
    room.size === 'small'
      ? `On the way ${formatCount(branch.items)}`
      : `On the way: ${sizeOf(branch, 'items')}, ${sizeOf(branch, 'bytes')}`;
  const length = 20 + room.measure(title, 'strong');
  return {
    x: beside + length < endX - 8 || !reached ? beside : reached.x - length - 4,
    y,
    where: 'inside',
    title,
    size,
  };
}

/** `Photos and videos, Health and 3 more`. */
export function titleOf({ titles, items }: Branch, rest: readonly Branch[]): string {
  if (rest.length > 0) return `${rest.length + 1} more reasons`;
  const [first = '', second] = titles.map((title) => shortened(title));
  if (items <= 1 || second === undefined) return first;
  return items === 2 ? `${first}, ${second}` : `${first} and ${formatCount(items - 1)} more`;
}

const MAX_TITLE_LENGTH = 30;
const shortened = (title: string): string =>
  title.length > MAX_TITLE_LENGTH ? `${title.slice(0, MAX_TITLE_LENGTH - 1)}…` : title;

/** The second line of a branch's label. */
export const reasonOf = (
  branch: Branch,
  rest: readonly Branch[],
  { route, ids }: Pick<FlowRoom, 'route' | 'ids'>,
): { readonly word: string; readonly rule: string } =>
  rest.length > 0
    ? { word: 'See all of them', rule: '' }
    : {
        word: branch.fate === ON_THE_WAY ? 'On the way' : fateOn(route, branch.fate).word,
        rule: ids ? (branch.rule ?? '') : '',
      };

/** What a branch that leaves is called: by its largest items, or in a small picture by its fate. */
const labelOf = (branch: Branch, rest: readonly Branch[], room: FlowRoom): string =>
  room.size === 'small' && rest.length === 0
    ? `${reasonOf(branch, rest, room).word} ${formatCount(branch.items)}`
    : titleOf(branch, rest);

function labelWidth(branch: Branch, rest: readonly Branch[], room: FlowRoom): number {
  const { measure, by } = room;
  if (room.size === 'small') return 22 + measure(labelOf(branch, rest, room), 'strong');
  const { word, rule } = reasonOf(branch, rest, room);
  const first =
    measure(titleOf(branch, rest), 'strong') +
    6 +
    measure(sizeOf(whole(branch, new Map([[branch.key, rest]])), by), 'plain');
  return 22 + Math.max(first, measure(word, 'strong') + 6 + measure(rule, 'code'));
}
