import type { EVENT_DATA, EventData, InnerEventData } from '../src/model/event-row.ts';
import type { EVENTS, EventType, EventTypeBy } from '../src/model/events.ts';
import type { ArrivesFrom, Fate, Gate, Outcome } from '../src/model/fates.ts';
import type { AlertId } from '../src/rulebook/tables/alerts.ts';
import type { PromptId } from '../src/rulebook/tables/prompts.ts';
import type { CaseFile } from '../src/rulebook/case/case-file.ts';
import type { FactId } from '../src/rulebook/facts/facts.ts';
import type { Block } from '../src/rulebook/case/blocks.ts';
import type { Enrolment, Lacking, Situation } from '../src/rulebook/case/situation.ts';

/** What the data of an event are. */
interface DataValue {
  readonly account: string;
  readonly backup: string;
  readonly app: string;
  readonly password: (typeof EVENT_DATA)['password'][number];
  readonly file: CaseFile;
  readonly situation: Situation;
  readonly restoreRan: boolean;
  readonly enrolment: Enrolment;
  /** Items that are on the device, each with those that it needs and that are not. */
  readonly lacking: Lacking;
  /** Of which there is something new to say. */
  readonly anew: readonly string[];
  /** Items of the app that are on the device or held aside there. */
  readonly there: readonly string[];
  /** Items on the device that an iCloud service keeps, too. */
  readonly kept: readonly string[];
  readonly esim: (typeof EVENT_DATA)['esim'][number];
  readonly copies: (typeof EVENT_DATA)['copies'][number];
}
type AnyData = EventData | InnerEventData;
type Carried<Row> = Row extends { readonly data: readonly (infer Name)[] }
  ? { readonly [K in Name & AnyData]: DataValue[K] }
  : never;
type MayCarry<Row> = Row extends { readonly mayCarry: readonly (infer Name)[] }
  ? { readonly [K in Name & AnyData]?: DataValue[K] }
  : unknown;

type Told<Row> = Row extends { readonly told: readonly (infer Name)[] }
  ? { readonly [K in Name & AnyData]: DataValue[K] }
  : unknown;

/** Every event carries the simulated moment in milliseconds since the story began. */
type EventOf<T extends EventType> = T extends EventType
  ? { readonly type: T; readonly at: number } & Carried<(typeof EVENTS)[T]> &
      MayCarry<(typeof EVENTS)[T]> &
      Told<(typeof EVENTS)[T]>
  : never;

/** What the person in front of the phone does. */
export type PersonEvent = EventOf<EventTypeBy<'person'>>;
/** What happens around the phone. */
export type SurroundingsEvent = EventOf<EventTypeBy<'surroundings'>>;
/** What `src/run` itself says: time passes, the story stops, the next attempt begins. */
export type RunEvent = EventOf<EventTypeBy<'run'>>;
/** What one actor tells another: the restore iCloud sync, the enrolment the simulation. */
export type NoticeEvent = EventOf<EventTypeBy<'notice'>>;

export type SimulationEvent = PersonEvent | SurroundingsEvent | RunEvent | NoticeEvent;

/** What leaves a machine for the journal. */
export type Emitted =
  | {
      readonly type: 'item.judged';
      readonly items: readonly string[];
      readonly gate: Gate;
      readonly rule: string | null;
      readonly outcome: Fate | 'eligible';
      readonly missing?: FactId;
      readonly also: readonly string[];
    }
  | {
      readonly type: 'item.arrived';
      readonly items: readonly string[];
      readonly gate: Gate;
      readonly from: ArrivesFrom;
      readonly rule: string | null;
    }
  | {
      readonly type: 'item.waiting';
      readonly items: readonly string[];
      readonly gate: Gate;
      readonly rule: string;
      readonly also: readonly string[];
    }
  | { readonly type: 'sync.withheld'; readonly items: readonly string[]; readonly rule: string }
  | {
      readonly type: 'conditions.compared';
      readonly backup: string;
      readonly differences: readonly { readonly fact: FactId; readonly backup: string; readonly now: string }[];
    }
  | { readonly type: 'verdicts.frozen'; readonly eligible: number; readonly stopped: number }
  | { readonly type: 'device.erased' }
  | { readonly type: 'item.removed'; readonly items: readonly string[]; readonly by: 'erase' | 'computer' | 'person' }
  | { readonly type: 'alert.raised'; readonly alert: AlertId }
  | { readonly type: 'alert.cleared'; readonly alert: AlertId }
  | { readonly type: 'prompt.shown'; readonly prompt: PromptId; readonly account?: string }
  | {
      readonly type: 'prompt.answered';
      readonly prompt: PromptId;
      readonly account?: string;
      readonly answer: 'given' | 'skipped' | 'wrong';
    }
  | { readonly type: 'restore.ended'; readonly outcome: Outcome; readonly because: Block | null };

/**
 * The moment of an event, whichever of its carriers holds it (an event, a child's output, an actor's input). Throws a
 * TypeError when none does: a story that took 0 for a moment would jump back to its beginning.
 */
export function momentOf(event: unknown): number {
  const { type, at, output, input } = event as {
    type?: string;
    at?: number;
    output?: { at?: number };
    input?: { at?: number };
  };
  const moment = at ?? output?.at ?? input?.at;
  if (moment === undefined) throw new TypeError(`the event “${type}” carries no moment`);
  return moment;
}
