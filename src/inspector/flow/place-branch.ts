import { formatCount } from '../../model/bytes.ts';
import { GATE_ORDER, type Gate, fateOn } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import type { BranchEnd, Heights, Slots } from './flow-slots.ts';
import { joinedBy, branchLabel, sizeOf, titleOf, whole } from './flow-words.ts';
import { type Branch, arrives } from './flow.ts';
import type { PlacedGate } from './gates.ts';
import type { PlacedDrop } from './labels.ts';
import { BAR, BEND, type FlowRoom, LEFT, type PlacedBranch, THINNEST } from './placed-flow.ts';
import { type Stop, ribbon } from './ribbon.ts';

/* The last of three steps: the way of one branch from the source to its end, and where its words stand. */

export interface FlowContext {
  readonly room: FlowRoom;
  readonly gates: readonly PlacedGate[];
  readonly endX: number;
  readonly heights: Heights;
  readonly slots: Slots;
  readonly labels: ReadonlyMap<string, PlacedDrop>;
  readonly rest: ReadonlyMap<string, readonly Branch[]>;
  readonly bottom: number;
}

export function placeBranch(branch: Branch, context: FlowContext, end: BranchEnd | undefined): PlacedBranch {
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
const fitsInside = (branch: Branch, { room, gates, endX }: FlowContext): boolean =>
  trunkStart(gates) + 16 + room.measure(titleOf(branch, []), 'strong') < endX - 8;

function endWords({ fate }: Branch, { endX, room }: FlowContext, { y, all }: BranchEnd): PlacedBranch['words'] {
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
  { gates, slots, labels, endX, room: { reach } }: FlowContext,
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
    x: label ? label.x : at,
    y: (label ? label.y : 0) - Math.min(thick, 30) / 2 + slots.bottom + 26 + 12,
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
  { slots, labels, gates, endX, room, rest, bottom }: FlowContext,
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
          title: branchLabel(branch, joinedBy(branch, rest), room),
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
