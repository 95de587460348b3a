import type { Mark } from '../../stepping/frame.ts';
import type { Recording } from '../../stepping/recording.ts';
import type { TimelineScale } from '../state/timeline-scale.ts';

/** A mark above the timeline; it may stand for more of its kind that have no room of their own. */
export interface PlacedMark {
  /** The positions it stands for, the first of them first. */
  readonly at: readonly number[];
  readonly x: number;
  readonly mark: Mark;
  readonly more: number;
}

/** Width of a mark with its gap, in pixels. */
export const MARK_ROOM = 15;
/** A mark that finds no room within so many pixels is counted to one that stands there. */
const FARTHEST = 34;

const nameOf = ({ kind, fate }: Mark): string => (kind === 'drop' ? String(fate) : kind);

/**
 * Marks stand where their step is and never over each other: several of one step, such as drops of two fates, stand
 * side by side. What was dropped when the backup was made stands at the far left, in the order in which it was found.
 */
export function placeMarks(recording: Recording, scale: TimelineScale, width: number, captured: number): PlacedMark[] {
  const before: { at: number; mark: Mark }[] = [];
  const row = new MarkRow(0, width);
  for (const [at, { marks }] of recording.frames.entries())
    for (const mark of marks)
      if (captured > 0 && mark.gate === 'capture') before.push({ at, mark });
      else row.add(at, scale.at(at) * width, mark);
  const left = new MarkRow(0, captured);
  for (const [place, { at, mark }] of before.entries())
    left.add(at, ((place + 0.5) * captured) / Math.max(1, before.length), mark);
  return [...left.placed, ...row.placed];
}

class MarkRow {
  readonly placed: { at: number[]; x: number; mark: Mark; more: number }[] = [];
  readonly #from: number;
  readonly #to: number;

  constructor(from: number, to: number) {
    this.#from = from;
    this.#to = to;
  }

  add(at: number, wanted: number, mark: Mark): void {
    const last = this.placed.at(-1);
    const free = last ? last.x + MARK_ROOM : this.#from + MARK_ROOM / 2;
    const x = Math.max(wanted, free);
    const alike = this.placed.findLast((other) => other.x > wanted - FARTHEST && nameOf(other.mark) === nameOf(mark));
    const near = last && last.x > wanted - MARK_ROOM / 2 ? alike : undefined;
    if (x > wanted + FARTHEST || x > this.#to + MARK_ROOM / 2 || (near && near.x > wanted - MARK_ROOM)) {
      const other = alike ?? last;
      if (other) {
        other.more += 1;
        other.at.push(at);
        return;
      }
    }
    this.placed.push({ at: [at], x, mark, more: 0 });
  }
}
