/**
 * What the build hands to the page: every machine as words, and as pictures that are only drawn here. Lengths in
 * pixels.
 */

export type StateKind = 'atomic' | 'compound' | 'parallel' | 'final';

/** One state of a machine. */
export interface ChartState {
  /** `setUp.wifi`; empty for the machine itself. */
  readonly path: string;
  readonly name: string;
  readonly kind: StateKind;
  readonly says: string | null;
  readonly gate: string | null;
  readonly screen: string | null;
  /** Behaviour ids. */
  readonly shows: readonly string[];
  /** Child actors that run in this state. */
  readonly runs: readonly string[];
}

/** One transition of a machine. */
export interface ChartTransition {
  /** `source|event|targets`, the name in the journal; two candidates of one event may share it. */
  readonly name: string;
  readonly source: string;
  /** Null: it stays where it is. */
  readonly target: string | null;
  readonly event: string;
  /** The guard's name, and whether an earlier candidate of the same event comes first. */
  readonly guard: string | null;
  readonly otherwise: boolean;
  readonly actions: readonly string[];
}

/** A line of words on an edge or in a state; it may stand for several transitions. */
export interface PlacedLabel {
  readonly text: string;
  /** Places in the list of transitions. */
  readonly of: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

export interface PlacedBox {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Whether the states inside are drawn. */
  readonly open: boolean;
  /** Transitions that stay in the state, one line each. */
  readonly stays: readonly PlacedLabel[];
}

export interface PlacedEdge {
  readonly from: string;
  readonly to: string;
  /** SVG path, with its corners rounded. */
  readonly d: string;
  readonly of: readonly number[];
  readonly labels: readonly PlacedLabel[];
}

/** One way to draw a machine: complete, or folded to a part of it. */
export interface ChartView {
  readonly w: number;
  readonly h: number;
  readonly boxes: readonly PlacedBox[];
  readonly edges: readonly PlacedEdge[];
  /** The dots from which the first state is entered: centre, and the path to it. */
  readonly starts: readonly { readonly x: number; readonly y: number; readonly d: string }[];
}

export interface Chart {
  readonly id: string;
  readonly states: readonly ChartState[];
  readonly transitions: readonly ChartTransition[];
  readonly all: ChartView;
  /** Every state, with only the shortest words on the edges; of a machine that a larger card has room for. */
  readonly whole: ChartView | null;
  /**
   * As it is shown in a card, by the outermost active state: this one is open, its neighbours stand around it, the
   * rest is left out.
   * A small machine has one view under the empty name: every state, with only the shortest words on the edges.
   */
  readonly folded: Readonly<Record<string, ChartView>>;
  /** The same for a card that is wide and low. */
  readonly wide: Readonly<Record<string, ChartView>>;
}

/** Height of a line of words, and of a state. */
export const LINE = 14;
export const STATE_HEIGHT = 26;
/** Width of one character of the mono type at 11 px. */
export const CHARACTER = 6.63;
/** Room around the words of a label. */
export const PLATE = 4;

export const drawnWidthOf = (text: string): number => Math.ceil(text.length * CHARACTER);
