import { must } from '../../model/must.ts';
import { type Gate, GATE_ORDER } from '../../model/fates.ts';
import type { Branch } from './flow.ts';

/** Where the words of a branch that drops begin: below the trunk, `y` from its end. */
export interface PlacedDrop {
  readonly x: number;
  readonly y: number;
  readonly row: number;
  readonly w: number;
}

export const BEHIND_GATE = 22;
export const APART = 12;

/**
 * At most `most` branches for each gate: the smallest of more share one. `rest` holds them by the key of the one
 * that is drawn.
 */
export function foldedDrops(
  branches: readonly Branch[],
  most: number,
): { readonly shown: readonly Branch[]; readonly rest: ReadonlyMap<string, readonly Branch[]> } {
  const rest = new Map<string, readonly Branch[]>();
  const hidden = new Set<string>();
  for (const gate of GATE_ORDER) {
    const dropping = branches
      .filter((branch) => branch.kind === 'drops' && branch.gate === gate)
      .toSorted((a, b) => b.bytes - a.bytes || b.items - a.items);
    const [first, ...others] = dropping.length > most ? dropping.slice(most - 1) : [];
    if (!first) continue;
    rest.set(first.key, others);
    for (const { key } of others) hidden.add(key);
  }
  return { shown: branches.filter(({ key }) => !hidden.has(key)), rest };
}

/**
 * The words of branches stand right of their gate, one below the other. Gates further right come first: their words
 * are nearest to
 * the trunk, and words that would run into those stand below them. So no words overlap, and no branch crosses any.
 */
export function placeLabels(
  branches: readonly Branch[],
  gateX: ReadonlyMap<Gate, number>,
  w: number,
  widthOf: (branch: Branch) => number,
  rowHeight: number,
): ReadonlyMap<string, PlacedDrop> {
  const placed = new Map<string, PlacedDrop>();
  const blocks: { readonly x: number; readonly until: number }[] = [];
  for (const gate of GATE_ORDER.toReversed()) {
    const dropping = branches.filter((branch) => branch.kind === 'drops' && branch.gate === gate);
    if (dropping.length === 0) continue;
    const widths = dropping.map(widthOf);
    const widest = Math.max(...widths);
    const gateAt = must(gateX.get(gate), `the place of ${gate}`);
    const x = Math.max(BEHIND_GATE, Math.min(gateAt + BEHIND_GATE, w - widest - APART));
    const first = Math.max(0, ...blocks.filter((block) => block.x < x + widest + APART - 1).map(({ until }) => until));
    for (const [place, { key }] of dropping.entries())
      placed.set(key, {
        x,
        y: (first + place) * rowHeight,
        row: first + place,
        w: must(widths[place], 'the width of a label'),
      });
    blocks.push({ x: Math.min(x, gateAt), until: first + dropping.length });
  }
  return placed;
}
