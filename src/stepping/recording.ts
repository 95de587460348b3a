import type { Item, World } from '../model/world.ts';
import type { Journal, JournalLine } from '../run/journal.ts';
import { Ledger, type LedgerRow } from '../run/ledger.ts';
import { ON_THE_WAY } from './fate-keys.ts';
import { foldFrame, PHONE_AT_START } from './fold.ts';
import type { Frame, Patch, Segment } from './frame.ts';

/**
 * A run laid out for stepping: its frames and, for each of them, what it changed in the ledger.
 * Grows at its end only; `cut` gives a shorter one to grow differently.
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
  static of({ items, surroundings }: World, journal: Journal, before?: Recording): Recording {
    const { lines, chain } = journal;
    const start = { ...PHONE_AT_START, wifi: surroundings.wifi === 'on', power: surroundings.power === 'on' };
    const frames = before ? [...before.frames] : [];
    const patches = before ? [...before.patches] : [];
    const ledger = new Ledger(items);
    const changedAt = new Int32Array(items.length).fill(-1);
    for (const [position, group] of patches.entries())
      for (const index of group?.places ?? []) changedAt[index] = position;
    let from = frames.at(-1)?.lineTo ?? 0;
    for (let place = 0; place < from; place += 1) {
      const line = lines[place];
      if (line) ledger.apply(line);
    }
    while (from < lines.length) {
      const to = endOfStep(lines, from);
      const position = frames.length;
      frames.push(foldFrame(frames.at(-1), lines, from, to, chain[position + 1] ?? '', start));
      patches.push(patchOf(items, ledger, lines.slice(from, to), changedAt, position));
      from = to;
    }
    return new Recording(items, [...lines], frames, patches);
  }

  get last(): number {
    return this.frames.length - 1;
  }

  /** The recording up to and with a position. */
  cut(position: number): Recording {
    const lineTo = this.frames[position]?.lineTo ?? 0;
    return new Recording(
      this.items,
      this.lines.slice(0, lineTo),
      this.frames.slice(0, position + 1),
      this.patches.slice(0, position + 1),
    );
  }

  linesOf(position: number): readonly JournalLine[] {
    const frame = this.frames[position];
    return frame ? this.lines.slice(frame.lineFrom, frame.lineTo) : [];
  }

  /** Stretches of one gate, in the order of the story. */
  get segments(): readonly Segment[] {
    return (this.#segments ??= segmentsOf(this.frames));
  }
}

function endOfStep(lines: readonly JournalLine[], from: number): number {
  const step = lines[from]?.step;
  let to = from + 1;
  while (to < lines.length && lines[to]?.step === step) to += 1;
  return to;
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
  const places = [...before.keys()];
  const after = places.map((index) => ledger.rows[index] as LedgerRow);
  const previous = places.map((index) => changedAt[index] ?? -1);
  for (const place of places) changedAt[place] = position;
  return { places, before: [...before.values()], after, previous, ...seen(items, places, [...before.values()], after) };
}

function seen(
  items: readonly Item[],
  places: readonly number[],
  before: readonly LedgerRow[],
  after: readonly LedgerRow[],
): Pick<Patch, 'visible' | 'moved'> {
  const visible = new Set<number>();
  const moved: Record<string, { items: number; bytes: number }> = {};
  const add = (row: LedgerRow, sign: 1 | -1, bytes: number) => {
    const sum = (moved[row.fate ?? ON_THE_WAY] ??= { items: 0, bytes: 0 });
    sum.items += sign;
    sum.bytes += sign * bytes;
  };
  for (const [index, place] of places.entries()) {
    const [from, to] = [before[index] as LedgerRow, after[index] as LedgerRow];
    if (from.fate === to.fate && from.rule === to.rule && from.syncWithheld === to.syncWithheld) continue;
    visible.add(place);
    const bytes = items[place]?.bytes ?? 0;
    add(from, -1, bytes);
    add(to, 1, bytes);
  }
  return { visible, moved };
}

function segmentsOf(frames: readonly Frame[]): Segment[] {
  const segments: { gate: Segment['gate']; from: number; to: number }[] = [];
  for (const [position, { gate, attempt }] of frames.entries()) {
    const last = segments.at(-1);
    if (last && last.gate === gate && frames[last.to]?.attempt === attempt) last.to = position;
    else segments.push({ gate, from: position, to: position });
  }
  return segments;
}
