import type { Gate } from '../model/fates.ts';
import { must } from '../model/must.ts';
import type { Item, World } from '../model/world.ts';
import type { Journal } from '../run/journal.ts';
import type { JournalLine } from '../run/journal-line.ts';
import { Ledger, type LedgerRow } from '../run/ledger.ts';
import { endOfStep } from '../run/standing.ts';
import { ON_THE_WAY } from './fate-keys.ts';
import { foldFrame } from './fold.ts';
import type { Frame, Patch, Segment } from './frame.ts';

/**
 * A run laid out for stepping: its frames and, for each of them, what it changed in the ledger.
 *
 * Stepping goes both ways, and a run may have 100,000 items. A ledger for every step would not fit; folding from the
 * beginning for every step back would take seconds. So a frame is kept whole, because it is small and shares what did
 * not change, and the ledger is kept as patches: for each step the rows that it changed, as they were before and as
 * they are after. A step forward writes the one, a step back the other.
 *
 * That a step can be undone rests on three things. A row is a value that nobody changes: the row before is still
 * what it was. A patch names each row once, however often the row changed within the step: writing `before` leaves
 * nothing half undone. And whoever steps, the cursor, applies every patch between two positions, in order. What is
 * summed up over rows (how many have which fate, when a row last changed) is in the patch too, so that a step costs
 * what it changes and not what there is.
 *
 * A recording never changes. It grows by making a longer one that takes over its frames and patches; `cut` gives the
 * shorter one that another story can grow from.
 */
export class Recording {
  readonly items: readonly Item[];
  readonly lines: readonly JournalLine[];
  readonly frames: readonly Frame[];
  /** By position; `undefined` where no row changed. */
  readonly patches: readonly (Patch | undefined)[];
  #segments: readonly Segment[] | undefined;

  private constructor(
    items: readonly Item[],
    lines: readonly JournalLine[],
    frames: readonly Frame[],
    patches: readonly (Patch | undefined)[],
  ) {
    this.items = items;
    this.lines = lines;
    this.frames = frames;
    this.patches = patches;
  }

  /** The whole journal of a run; with `before`, its first frames are taken over from a recording of the same story. */
  static of({ items }: World, { lines, chain }: Journal, before?: Recording): Recording {
    const [frames, patches] = before ? [[...before.frames], [...before.patches]] : [[], []];
    const ledger = new Ledger(items);
    const changedAt = new Int32Array(items.length).fill(-1);
    for (const [position, patch] of patches.entries())
      if (patch) for (const index of patch.places) changedAt[index] = position;
    let from = before ? must(before.frames.at(-1), 'a last frame').lineTo : 0;
    for (const line of lines.slice(0, from)) ledger.apply(line);
    while (from < lines.length) {
      const to = endOfStep(lines, from);
      const position = frames.length;
      const step = lines.slice(from, to);
      const link = must(chain[position + 1], 'the fingerprint after a step');
      frames.push(foldFrame(frames.at(-1), step, from, link));
      patches.push(patchOf(items, ledger, step, changedAt, position));
      from = to;
    }
    return new Recording(items, [...lines], frames, patches);
  }

  get last(): number {
    return this.frames.length - 1;
  }

  frame(position: number): Frame {
    return must(this.frames[position], `a frame at position ${position}`);
  }

  /** The recording up to and with a position. */
  cut(position: number): Recording {
    return new Recording(
      this.items,
      this.lines.slice(0, this.frame(position).lineTo),
      this.frames.slice(0, position + 1),
      this.patches.slice(0, position + 1),
    );
  }

  linesOf(position: number): readonly JournalLine[] {
    const { lineFrom, lineTo } = this.frame(position);
    return this.lines.slice(lineFrom, lineTo);
  }

  /** Stretches of one gate, in the order of the story. */
  get segments(): readonly Segment[] {
    return (this.#segments ??= segmentsOf(this.frames));
  }
}

/** The rows that a step changed, each once, however often it changed inside the step. */
function patchOf(
  items: readonly Item[],
  ledger: Ledger,
  lines: readonly JournalLine[],
  changedAt: Int32Array,
  position: number,
): Patch | undefined {
  const before = new Map<number, LedgerRow>();
  for (const line of lines) {
    ledger.apply(line, (index, row) => {
      if (!before.has(index)) before.set(index, row);
    });
  }
  if (before.size === 0) return undefined;
  const changes = [...before].map(([index, row]) => ({
    index,
    before: row,
    after: must(ledger.rows[index], 'a row that a step changed'),
    previous: must(changedAt[index], 'a row that a step changed'),
  }));
  for (const { index } of changes) changedAt[index] = position;
  return {
    places: changes.map(({ index }) => index),
    before: changes.map((change) => change.before),
    after: changes.map((change) => change.after),
    previous: changes.map(({ previous }) => previous),
    ...seen(items, changes),
  };
}

interface RowChange {
  readonly index: number;
  readonly before: LedgerRow;
  readonly after: LedgerRow;
}

function seen(items: readonly Item[], changes: readonly RowChange[]): Pick<Patch, 'visible' | 'moved'> {
  const visible = new Set<number>();
  const moved: Record<string, { items: number; bytes: number }> = {};
  const add = (row: LedgerRow, sign: 1 | -1, bytes: number) => {
    const sum = (moved[row.fate ?? ON_THE_WAY] ??= { items: 0, bytes: 0 });
    sum.items += sign;
    sum.bytes += sign * bytes;
  };
  for (const { index, before, after } of changes) {
    if (before.fate === after.fate && before.rule === after.rule && before.syncWithheld === after.syncWithheld)
      continue;
    visible.add(index);
    const { bytes } = must(items[index], 'the item of a row');
    add(before, -1, bytes);
    add(after, 1, bytes);
  }
  return { visible, moved };
}

/**
 * The stretch of a story that a gate is told in. What a backup holds was settled when it was made, before every step;
 * that it is read now belongs to the gate that asks what may return.
 */
export const stretchOf = (gate: Gate): Gate => (gate === 'capture' ? 'eligibility' : gate);

function segmentsOf(frames: readonly Frame[]): Segment[] {
  const segments: { gate: Gate; attempt: number; from: number; to: number }[] = [];
  for (const [position, { gate: standing, attempt }] of frames.entries()) {
    const gate = stretchOf(standing);
    const last = segments.at(-1);
    if (last && last.gate === gate && last.attempt === attempt) last.to = position;
    else segments.push({ gate, attempt, from: position, to: position });
  }
  return segments;
}
