import type { Fate, Gate, Outcome } from '../model/fates.ts';
import type { LedgerRow } from '../run/ledger.ts';
import type { Origin, Refusal } from '../run/journal.ts';

/** What was given to the simulation from outside in a step; the first step has nothing. */
export interface Given {
  readonly by: Origin;
  readonly event: string;
  readonly data: Readonly<Record<string, string>>;
}

/** One transition taken in a step: `name` is `source|event|targets`, as in journal and charts. */
export interface Taken {
  readonly actor: string;
  readonly event: string;
  readonly name: string;
}

/** What the timeline marks above a step. `fate` only for drops, `id` only for alerts and prompts. */
export interface Mark {
  readonly kind: 'drop' | 'alert' | 'prompt';
  readonly fate?: Fate;
  readonly id?: string;
  readonly items?: number;
}

/** An event that nobody took: the guards that said no, with the values they saw. */
export interface Refused {
  readonly event: string;
  readonly data: Readonly<Record<string, string>>;
  readonly guards: readonly Refusal[];
  readonly possible: readonly string[];
}

/** Active leaf states by actor path, such as `{ 'simulation/restore': ['setUp.hello'] }`. */
export type ActorStates = Readonly<Record<string, readonly string[]>>;

/** A prompt that waits for an answer. */
export interface OpenPrompt {
  readonly prompt: string;
  readonly account?: string;
}

/** What the phone's screens need beside states: folded from the events that were taken. */
export interface PhoneFacts {
  readonly wifi: boolean;
  readonly power: boolean;
  /** The account of the last sign-in, and the backup chosen last; null before. */
  readonly account: string | null;
  readonly backup: string | null;
  /** True once an update of the device is through. */
  readonly updated: boolean;
  /** Locked screens show nothing but the time. */
  readonly locked: boolean;
}

/**
 * One step of a run as the page shows it. Everything but the lines themselves; unchanged parts are shared between
 * frames.
 */
export interface Frame {
  /** From 1. The position of a frame is its step minus 1. */
  readonly step: number;
  /** Simulated milliseconds since the story began. */
  readonly at: number;
  readonly gate: Gate;
  readonly attempt: number;
  /** The step's journal lines: `recording.lines.slice(lineFrom, lineTo)`. */
  readonly lineFrom: number;
  readonly lineTo: number;
  readonly given: Given | null;
  /** Running actors, after the step. */
  readonly actors: ActorStates;
  /** Actors that have ended, with the states in which they ended. */
  readonly ended: ActorStates;
  readonly taken: readonly Taken[];
  readonly marks: readonly Mark[];
  readonly alerts: readonly string[];
  readonly prompts: readonly OpenPrompt[];
  readonly refused: Refused | null;
  readonly outcome: Outcome;
  readonly phone: PhoneFacts;
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

/** Consecutive frames of one gate. `to` is the last position that belongs to it. */
export interface Segment {
  readonly gate: Gate;
  readonly from: number;
  readonly to: number;
}
