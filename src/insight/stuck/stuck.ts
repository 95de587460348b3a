import type { Phase } from '../../model/event-row.ts';
import type { Outcome } from '../../model/fates.ts';
import { addToGroup } from '../../model/groups.ts';
import type { Route } from '../../model/kinds.ts';
import { must } from '../../model/must.ts';
import {
  BEHIND_A_VPN,
  FORCED_RESTARTS,
  type ForcedRestart,
  ICONS_STAND_STILL,
  restartOn,
} from '../../rulebook/tables/forced-restarts.ts';
import { type Wait, WAITS_AT, WAITS_FOR_ROOM, WAITS_UNDER } from '../../rulebook/tables/waits.ts';
import { isOfRestore } from '../../run/actor-paths.ts';
import { dueAtOf, type LiveActor, metasOf } from '../../run/actors.ts';
import { foldLedger, type LedgerRow } from '../../run/ledger.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import { phasesOf } from '../../run/phases.ts';
import { freshCaseFile } from '../../run/case-file-of.ts';
import { play, type PlayOptions } from '../../run/play.ts';
import type { PossibleEvent } from '../../run/possible-events.ts';
import { routeTaken } from '../../run/route-taken.ts';
import { Simulation } from '../../run/simulation.ts';
import { announcedAfter, UNANNOUNCED } from '../../run/standing.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Future, lacksRoom, leftAlone, lookedAfter } from './futures.ts';
import type { StuckMoment } from './moment.ts';

/** Items that wait on the phone by one rule. */
export interface WaitingItems {
  readonly rule: string;
  readonly items: readonly string[];
}

/** How long it goes on: to its end, or without one. */
export interface GoesOn {
  readonly ends: boolean;
  /** From the moment asked about; `null` without an end. */
  readonly forMs: number | null;
  /** Items that do not come so, and come when it is looked after. */
  readonly missed: readonly string[];
}

export interface StuckAnswer {
  readonly step: number;
  readonly atMs: number;
  readonly state: 'working' | 'waiting' | 'over';
  readonly outcome: Outcome;
  /** The way taken so far. */
  readonly route: Route;
  readonly phase: Phase;
  /** What runs now, as the chart says it; the innermost last. */
  readonly doing: readonly string[];
  /** What the restore waits for; beside a restore that works, what it asks meanwhile. */
  readonly waits: readonly Wait[];
  /** What iCloud sync asks beside it. */
  readonly besides: readonly Wait[];
  readonly there: readonly string[];
  /** Nothing has been decided about them yet, or they are still to come. */
  readonly onTheWay: readonly string[];
  /** The restore brings none of them, and iCloud still does: its sync goes on when the restore is long over. */
  readonly fromICloud: readonly string[];
  /** Nobody knows what became of them. */
  readonly open: readonly string[];
  readonly waiting: readonly WaitingItems[];
  readonly untouched: GoesOn;
  readonly lookedAfter: GoesOn;
  /** What stopping it now would cost; `null` where it cannot be stopped by hand. */
  readonly stop: { readonly event: 'stop.tapped' | 'person.gaveUp'; readonly givenUp: readonly string[] } | null;
  readonly restart: ForcedRestart & {
    /** Whether the model can play it from here; then `changes` are the items that end otherwise. */
    readonly isPlayed: boolean;
    readonly changes: readonly string[];
  };
}

/** A story that stands at a moment, and the last step before it. */
export interface StoryAt {
  readonly simulation: Simulation;
  readonly step: number;
}

/** The story at a moment: after its last step before it, or after a step. `undefined`: it has no such step. */
export function storyAt(
  scenario: Scenario,
  moment: StuckMoment,
  options: Pick<PlayOptions, 'digest'> = {},
): StoryAt | undefined {
  const { steps, journal } = play(scenario, options).simulation;
  const step = stepAt(journal.lines, steps, moment);
  if (step > steps) return undefined;
  const simulation = step === 1 ? begun(scenario, options) : playedTo(scenario, step, options);
  // Nothing falls due before it, or the step would be a later one.
  if ('ms' in moment) simulation.passTime(moment.ms);
  return { simulation, step };
}

function stepAt(lines: readonly JournalLine[], steps: number, moment: StuckMoment): number {
  if ('step' in moment) return moment.step;
  if ('end' in moment) return steps;
  return must(
    lines.findLast(({ atMs }) => atMs <= moment.ms),
    'a line at the beginning',
  ).step;
}

const begun = ({ world }: Scenario, { digest }: Pick<PlayOptions, 'digest'>): Simulation =>
  new Simulation(freshCaseFile(world, undefined, digest), { digest });

const playedTo = (scenario: Scenario, step: number, options: Pick<PlayOptions, 'digest'>): Simulation =>
  play(scenario, { ...options, onStep: ({ steps }) => steps < step }).simulation;

/** Whether a restore is working, waiting or over, for how long, and what would change it. */
export function stuckAt({ simulation, step }: StoryAt): StuckAnswer {
  const atMs = simulation.now;
  const { world } = simulation.file;
  const { lines } = simulation.journal;
  const { rows, outcome } = foldLedger(world.items, lines);
  const restore = simulation.actors.filter(({ path }) => isOfRestore(path));
  const others = simulation.actors.filter(({ path }) => !isOfRestore(path));
  const isWorking = restore.some(({ snapshot }) => dueAtOf(snapshot) !== null);
  const state = restore.length === 0 ? 'over' : isWorking ? 'working' : 'waiting';
  const phase =
    restore.length === 0
      ? 'over'
      : must(
          phasesOf(simulation).findLast((name) => name !== 'sync'),
          'the part of the story',
        );
  const route = routeTaken(world, lines);
  const best = lookedAfter(simulation);
  const alone = leftAlone(simulation);
  return {
    step,
    atMs,
    state,
    outcome,
    route,
    phase,
    doing: shownBy(restore),
    waits: [
      ...(state === 'over' ? [] : [...screenWaits(restore), ...alertWaits(simulation)]),
      ...(lacksRoom(simulation) ? [WAITS_FOR_ROOM] : []),
    ],
    besides: screenWaits(others),
    there: idsOf(rows, ({ onPhone }) => onPhone),
    onTheWay: idsOf(rows, ({ fate }) => fate === null),
    fromICloud: idsOf(rows, (row, index) => isStillSynced(row, must(best.rows[index], row.id))),
    open: idsOf(rows, ({ fate }) => fate === 'unknown'),
    waiting: waitingByRule(rows),
    untouched: goesOn(alone, best, atMs),
    lookedAfter: goesOn(best, best, atMs),
    stop: stopNow(simulation, best),
    restart: restartNow(simulation, { phase, route }, best, rows),
  };
}

const idsOf = (rows: readonly LedgerRow[], holds: (row: LedgerRow, index: number) => boolean): string[] =>
  rows.flatMap((row, index) => (holds(row, index) ? [row.id] : []));

const isStillSynced = ({ fate, onPhone }: LedgerRow, then: LedgerRow): boolean =>
  !onPhone && fate !== null && fate !== 'pending' && fate !== 'unknown' && then.fate === 'synced';

/** Items that one future brings and another does not. */
const missedBy = (future: Future, best: Future): string[] =>
  idsOf(best.rows, (row, index) => row.onPhone && !must(future.rows[index], row.id).onPhone);

const goesOn = (future: Future, best: Future, atMs: number): GoesOn => ({
  ends: future.ends,
  forMs: future.ends ? Math.max(0, future.atMs - atMs) : null,
  missed: missedBy(future, best),
});

/** What the states say that show something; the others only keep the books. */
const shownBy = (actors: readonly LiveActor[]): string[] => [
  ...new Set(
    actors.flatMap(({ snapshot }) =>
      metasOf(snapshot).flatMap(({ says, screen }) => (says === undefined || screen === undefined ? [] : says)),
    ),
  ),
];

const screenWaits = (actors: readonly LiveActor[]): Wait[] =>
  actors.flatMap(({ snapshot }) =>
    metasOf(snapshot).flatMap(({ screen }) => {
      const wait = screen && WAITS_AT[screen];
      return wait ? [wait] : [];
    }),
  );

/** A state that shows its own screen for what is missing has said so already. */
function alertWaits(simulation: Simulation): Wait[] {
  const { alerts } = announcedAfter(UNANNOUNCED, simulation.journal.lines);
  const shown = new Set(
    screenWaits(simulation.actors.filter(({ path }) => isOfRestore(path))).map(({ for: what }) => what),
  );
  return alerts
    .map((alert) => WAITS_UNDER[alert])
    .filter((wait) => wait !== undefined)
    .filter(({ for: what }) => !shown.has(what));
}

function waitingByRule(rows: readonly LedgerRow[]): WaitingItems[] {
  const groups = new Map<string, string[]>();
  for (const { id, fate, rule } of rows) {
    if (fate !== 'pending' || rule === null) continue;
    addToGroup(groups, rule, [id]);
  }
  return [...groups].map(([rule, items]) => ({ rule, items }));
}

const STOPS = [{ type: 'stop.tapped' }, { type: 'person.gaveUp' }] as const satisfies readonly PossibleEvent[];

function stopNow(simulation: Simulation, best: Future): StuckAnswer['stop'] {
  const event = STOPS.find((stop) => simulation.can(stop));
  return event ? { event: event.type, givenUp: missedBy(lookedAfter(simulation, event), best) } : null;
}

/** Icons that a restart may set going again, also when the restore itself is over. */
const STANDING_STILL: readonly string[] = ['store/stands-still', 'store/no-room'];

function restartNow(
  simulation: Simulation,
  { phase, route }: Pick<StuckAnswer, 'phase' | 'route'>,
  best: Future,
  rows: readonly LedgerRow[],
): StuckAnswer['restart'] {
  const event = { type: 'restart.forced' } as const;
  const isPlayed = simulation.can(event);
  const after = isPlayed ? lookedAfter(simulation, event) : best;
  const changes = idsOf(best.rows, ({ fate }, index) => must(after.rows[index], 'a row').fate !== fate);
  const isBehindVpn = announcedAfter(UNANNOUNCED, simulation.journal.lines).alerts.includes('network-cut-off');
  const standsStill = rows.some(
    ({ fate, rule }) => fate === 'pending' && rule !== null && STANDING_STILL.includes(rule),
  );
  const inPhase = phase === 'over' && standsStill ? ICONS_STAND_STILL : FORCED_RESTARTS[phase];
  return { ...restartOn(route, isBehindVpn ? BEHIND_A_VPN : inPhase), isPlayed, changes };
}
