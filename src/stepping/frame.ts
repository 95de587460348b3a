import type { Fate, Gate } from '../model/fates.ts';
import type { LedgerRow } from '../run/ledger.ts';
import type { LineOf } from '../run/journal-line.ts';
import type { Standing } from '../run/standing.ts';

/** What was given to the simulation from outside in a step; the first step has nothing. */
export type Given = Pick<LineOf<'event'>, 'by' | 'event' | 'data'>;

/** One transition taken in a step: `name` is `source|event|targets`, as in journal and charts. */
export interface Taken {
  readonly actor: string;
  readonly event: string;
  readonly name: string;
}

/** What the timeline marks above a step. `fate` and `gate` only for drops, `id` only for alerts and prompts. */
export interface Mark {
  readonly kind: 'drop' | 'alert' | 'prompt';
  readonly fate?: Fate;
  readonly gate?: Gate;
  readonly id?: string;
  readonly items?: number;
}

/** An event that nobody took: the guards that said no, with the values they saw. */
export type Refused = Pick<LineOf<'refused'>, 'event' | 'data' | 'guards' | 'possible'>;

/**
 * One step of a run as the page shows it: what it brought, and how things stand after it. Everything but the lines
 * themselves; unchanged parts are shared between frames.
 */
export interface Frame extends Standing {
  /** From 1. The position of a frame is its step minus 1. */
  readonly step: number;
  /** Simulated milliseconds since the story began. */
  readonly atMs: number;
  /** The step's journal lines: `recording.lines.slice(lineFrom, lineTo)`. */
  readonly lineFrom: number;
  readonly lineTo: number;
  readonly given: Given | null;
  readonly taken: readonly Taken[];
  readonly marks: readonly Mark[];
  readonly refused: Refused | null;
  /** The journal fingerprint up to and with this step. */
  readonly chain: string;
}

/** What a step changed in the ledger, row by row; the four lists belong together. */
export interface Patch {
  readonly places: readonly number[];
  readonly before: readonly LedgerRow[];
  readonly after: readonly LedgerRow[];
  /** The position at which each row had changed before; -1: never. */
  readonly previous: readonly number[];
  /** The rows whose change a person sees: another fate, rule, or word on sync. */
  readonly visible: ReadonlySet<number>;
  /** What moves between the sums of the fates. */
  readonly moved: Readonly<Record<string, { readonly items: number; readonly bytes: number }>>;
}

/** Consecutive frames of one gate, in one attempt. `to` is the last position that belongs to it. */
export interface Segment {
  readonly gate: Gate;
  readonly attempt: number;
  readonly from: number;
  readonly to: number;
}
