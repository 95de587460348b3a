import type { ChartTag } from '../../../machines/chart-tag.ts';
import type { Connection } from '../../../machines/connection/connection.setup.ts';
import type { KnowsConnection } from '../../../machines/connection/knows-connection.ts';
import type { Route } from '../../model/kinds.ts';
import type { World } from '../../model/world.ts';
import type { CaseFile } from '../../rulebook/case/case-file.ts';
import type { Situation } from '../../rulebook/case/situation.ts';
import { leavesOf, type LiveActor, namedEvents, refusingGuards } from '../../run/actors.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import { foldLedger, type LedgerRow } from '../../run/ledger.ts';
import { type Announced, announcedAfter, isAnnouncing, UNANNOUNCED } from '../../run/standing.ts';
import type { PossibleEvent, PossibleEventType } from '../../run/possible-events.ts';

/** What can happen in a state: an offered event, the clock on the next due moment, or another attempt. */
export type Move = PossibleEvent | { readonly type: 'clock.moved' } | { readonly type: 'attempt.began' };

/** One running actor as laws see it. */
export interface SeenActor {
  readonly path: string;
  readonly leaves: readonly string[];
  readonly tags: ReadonlySet<ChartTag>;
  /** What it knows of the connection, if it hangs on one. */
  readonly connection: Partial<Connection> | undefined;
  /** The way that it has taken, when it is another than the world's. */
  readonly way: Route | null | undefined;
  /** The events that it would take, as texts. */
  readonly takes: ReadonlySet<string>;
  /** The events that its states name, whether or not a guard agrees: it takes no notice of any other. */
  readonly names: ReadonlySet<string>;
  /** Events that it names but refuses in every form, without a guard that says no. */
  readonly mute: readonly PossibleEventType[];
}

/** What the journal has told up to a state. */
export interface HowItStands extends Announced {
  readonly rows: readonly LedgerRow[];
}

/** A state of the life of a restore: what every actor is doing, and what has become of the items. */
export interface LifeState extends HowItStands {
  readonly world: World;
  readonly actors: readonly SeenActor[];
  /** What the surroundings really are. */
  readonly wifi: boolean;
  readonly power: boolean;
  readonly possible: readonly PossibleEvent[];
  /** Milliseconds until the next due moment. */
  readonly due: number | null;
}

export interface LifeStep {
  readonly before: LifeState;
  readonly move: Move;
  readonly lines: readonly JournalLine[];
  readonly after: LifeState;
}

export const wordsOf = (move: Move): string => Object.values(move).join(' ');

/** What there is to say of an actor in a state; the same wherever the other actors stand. */
export function seen(
  { path, snapshot }: LiveActor,
  formsByType: ReadonlyMap<PossibleEventType, readonly PossibleEvent[]>,
  at: number,
): SeenActor {
  const { connection, situation } = snapshot.context as Partial<KnowsConnection> & { situation?: Situation | null };
  const named = new Set(namedEvents(snapshot));
  const forms = [...formsByType]
    .filter(([type, all]) => named.has(type) && all.length > 0)
    .map(([type, all]) => [type, all.filter((event) => snapshot.can({ ...event, at }))] as const);
  const alone = [{ path, snapshot, ref: undefined as never }];
  return {
    path,
    connection,
    way: situation?.route,
    leaves: leavesOf(snapshot.value),
    names: named,
    tags: snapshot.tags as ReadonlySet<ChartTag>,
    takes: new Set(forms.flatMap(([, taken]) => taken.map(wordsOf))),
    mute: forms
      .filter(([type, taken]) => taken.length === 0 && refusingGuards(alone, type).length === 0)
      .map(([type]) => type),
  };
}

/** Lines that change what has become of the items. */
const ITEM_LINES: ReadonlySet<JournalLine['type']> = new Set([
  'item.judged',
  'item.arrived',
  'item.waiting',
  'phone.held',
  'item.removed',
  'sync.withheld',
  'restore.ended',
  'attempt.began',
]);
export const isItemLine = ({ type }: JournalLine): boolean => ITEM_LINES.has(type);
export const isTelling = (line: JournalLine): boolean => isItemLine(line) || isAnnouncing(line);

/** `items` are the item lines up to here, `lines` those of the last step. */
export function tell(
  file: CaseFile,
  items: readonly JournalLine[],
  { attempt, outcome, frozen, alerts, prompts }: Announced = UNANNOUNCED,
  lines: readonly JournalLine[],
): HowItStands {
  const { rows } = foldLedger(file.world.items, items);
  return { ...announcedAfter({ attempt, outcome, frozen, alerts, prompts }, lines), rows };
}
