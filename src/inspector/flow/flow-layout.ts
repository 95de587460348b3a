import { fateOn } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import { FLOW_SIZES } from './flow-sizes.ts';
import { heightsOf, placeEnds, slotsOf } from './flow-slots.ts';
import { joinedBy, labelWidth } from './flow-words.ts';
import { ARRIVED_FATES, type Branch, type Flow } from './flow.ts';
import { placeGates } from './gates.ts';
import { foldedDrops, placeLabels } from './labels.ts';
import { type FlowContext, placeBranch } from './place-branch.ts';
import { BAR, type FlowLayout, type FlowRoom, LEFT, SOURCE_TITLE } from './placed-flow.ts';

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
  const context: FlowContext = { room, gates, endX, heights, slots, labels, rest, bottom };
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
