import { must } from '../../model/must.ts';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { FLOW_SIZES, type FlowSize } from './flow-sizes.ts';
import { valueOf, whole } from './flow-words.ts';
import { ARRIVED_FATES, type Amount, type Branch } from './flow.ts';
import type { PlacedGate } from './gates.ts';
import { type FlowLayout, type FlowRoom, LEFT, THINNEST } from './placed-flow.ts';

/*
 * The second of three steps, after the gates: how high each branch is, and where it lies in the trunk, in the lane
 * of sync and at the end.
 */

const widthIn = (widths: ReadonlyMap<string, number>, key: string): number =>
  must(widths.get(key), `the width of ${key}`);

export interface Slots {
  readonly y: ReadonlyMap<string, number>;
  readonly sourceY: ReadonlyMap<string, number>;
  readonly source: FlowLayout['source'];
  readonly lane: FlowLayout['lane'];
  readonly bottom: number;
}
export interface Heights {
  readonly of: ReadonlyMap<string, number>;
  readonly thin: ReadonlySet<string>;
}

/** True heights as far as all are at least 2; the others give way. */
export function heightsOf(
  branches: readonly Branch[],
  rest: ReadonlyMap<string, readonly Branch[]>,
  { by }: FlowRoom,
  room: number,
): Heights {
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
export function slotsOf(
  branches: readonly Branch[],
  { of }: Heights,
  gates: readonly PlacedGate[],
  size: FlowSize,
): Slots {
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

export interface BranchEnd {
  readonly y: number;
  /** Only the first branch of a fate bears its words: the height and amount of all of them. */
  readonly all: { readonly h: number; readonly amount: Amount } | null;
}

/** The blocks on the right, one for each fate, with room for its two lines of words. */
export function placeEnds(
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
