import type { Route } from '../../model/kinds.ts';
import type { Voice } from '../../report/device-voice.ts';
import type { FlowSize } from './flow-sizes.ts';
import type { Branch, Measure } from './flow.ts';
import type { PlacedGate } from './gates.ts';

/* What a flow is drawn from: its room, and where everything of it stands. */

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
export const LEFT = 24;
export const THINNEST = 2;
export const BEND = 46;
