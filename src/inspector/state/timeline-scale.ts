import { must } from '../../model/must.ts';
import type { Segment } from '../../stepping/frame.ts';

/** A segment on the timeline, in parts of its whole width. */
export interface PlacedSegment extends Segment {
  readonly left: number;
  readonly width: number;
}

/** Narrowest segment, so that its name can be read. */
const NARROWEST = 0.062;

/**
 * Where steps stand on the timeline: gates keep a readable width, steps are even within their gate. A part at the left
 * is left free, for what lies before the first step.
 */
export class TimelineScale {
  readonly segments: readonly PlacedSegment[];
  readonly #before: number;

  constructor(segments: readonly Segment[], before = 0) {
    this.#before = before;
    const room = 1 - before;
    const narrowest = Math.min(NARROWEST, room / Math.max(1, segments.length) / 1.6);
    const steps = segments.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    // Square roots keep a gate of thousands of steps from pressing the others flat.
    const weights = segments.map(({ from, to }) => Math.sqrt((to - from + 1) / steps));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const free = room - narrowest * segments.length;
    let left = before;
    this.segments = segments.map((segment, index) => {
      const width = narrowest + (free * must(weights[index], 'the weight of a segment')) / whole;
      const placed = { ...segment, left, width };
      left += width;
      return placed;
    });
  }

  /** 0 … 1: where a position stands, at the end of its step: things are shown as they are after it. */
  at(position: number): number {
    const segment = this.segments.find(({ from, to }) => position >= from && position <= to) ?? this.segments.at(-1);
    if (!segment) return this.#before;
    return segment.left + (segment.width * (position - segment.from + 1)) / (segment.to - segment.from + 1);
  }

  /** The position that stands nearest to 0 … 1. */
  positionAt(part: number): number {
    const segment = this.segments.find(({ left, width }) => part < left + width) ?? this.segments.at(-1);
    if (!segment) return 0;
    const steps = segment.to - segment.from + 1;
    const past = Math.round(((part - segment.left) / segment.width) * steps);
    return Math.max(0, segment.from + Math.min(steps, past) - 1);
  }
}
