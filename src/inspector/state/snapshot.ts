import type { Gate } from '../../model/fates.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { FateKey } from '../../stepping/fate-keys.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import type { Frame, Refused } from '../../stepping/frame.ts';
import type { Tallies } from '../../stepping/ledger-cursor.ts';
import type { HandPart, Proof } from '../../stepping/steppable-run.ts';
import type { Recording } from '../../stepping/recording.ts';
import type { Speed } from './speeds.ts';
import type { View } from './views.ts';

/**
 * What the ledger shows. Empty parts filter nothing. `label` says where the filter came from, such as a branch of
 * the flow.
 */
export interface LedgerFilter {
  readonly fates: readonly FateKey[];
  readonly gate: Gate | null;
  readonly rule: string | null;
  readonly text: string;
  readonly label: string | null;
}
export const NO_FILTER: LedgerFilter = { fates: [], gate: null, rule: null, text: '', label: null };
/** Whether it lets everything through. */
export const isOpen = ({ fates, gate, rule, text }: LedgerFilter): boolean =>
  fates.length === 0 && gate === null && rule === null && text.trim() === '';

/** The ledger at a position: a copy that never changes, and the same one as long as no row is another. */
export interface ShownLedger {
  /** By place, in the order of the scenario's items. */
  readonly rows: readonly LedgerRow[];
  /** The position at which a row changed last; -1 before any did. */
  readonly since: number;
  /** Items and bytes by fate. */
  readonly tallies: Tallies;
}

/** A moment of the page, never changed after it is handed out: a new one comes with every change. */
export interface StorySnapshot {
  /** The scenario as it was opened, and the one that runs, with the changes applied. */
  readonly given: Scenario;
  readonly scenario: Scenario;
  readonly changes: Changes;
  readonly recording: Recording;
  /** 0 … recording.last. */
  readonly position: number;
  readonly frame: Frame;
  /** Rows that this step changed so that a person sees it; by place. */
  readonly changed: ReadonlySet<number>;
  readonly ledger: ShownLedger;
  /** Set once the trainee has left the script. */
  readonly hand: HandPart | null;
  /** The event the trainee tried here and nobody took, or one that the script tried in this step. */
  readonly refused: Refused | null;
  readonly proof: Proof | null;
  readonly playing: boolean;
  /** The position at which *Play* rests by itself, until the person goes on. */
  readonly rests: number | null;
}

/** What the person has picked in the page. */
export interface PickedSnapshot {
  /** The id of the selected item. */
  readonly selected: string | null;
  readonly filter: LedgerFilter;
  readonly view: View;
  /** Whether states, events, rules' ids and fingerprints are shown. */
  readonly machinery: boolean;
  readonly speed: Speed;
}
