import { isScriptEvent, SCRIPT_EVENTS } from '../model/events.ts';
import { type Draft, produce } from 'immer';
import type { Gate, Outcome } from '../model/fates.ts';
import { must } from '../model/must.ts';
import type { Situation } from '../rulebook/case/situation.ts';
import type { AlertId } from '../rulebook/tables/alerts.ts';
import type { PromptId } from '../rulebook/tables/prompts.ts';
import { isOfRestore, RESTORE_PATH, ROOT_PATH, SYNC_PATH } from './actor-paths.ts';
import type { JournalLine, LineOf } from './journal-line.ts';
import { saidBy } from './machines.ts';

/*
 * How things stand, folded from the journal. There is one such fold because there were once five, and two of them
 * disagreed: each reader had worked out for itself, from the names of states, what the journal had not said.
 *
 * It stands on the side of the readers. Simulation writes lines and folds nothing, so a run that nobody looks at
 * pays nothing for it; a reader folds as far as it needs, step by step or all at once, with the same result.
 *
 * It has three parts that touch different lines, so that a reader of one part does not pay for the others: what is
 * settled (why), what is announced (explore), what runs (the page). Parts that a step leaves alone are shared with
 * the standing before, so that a thousand of them cost little more than the last.
 *
 * A line belongs to its step as a whole: what machines emit while they pass from state to state comes before the
 * line of the transition, so within a step a standing is not yet true of anything. Only after the last line is it.
 */

/** What is settled of the restore. */
export interface Settled {
  /** What the restore goes by, and what is so on the phone when it is over; `null` before the first line. */
  readonly situation: Situation | null;
  /** What iCloud sync goes by; `null` until it has begun. */
  readonly syncSituation: Situation | null;
}

/** A prompt that waits for an answer. */
export interface OpenPrompt {
  readonly prompt: PromptId;
  readonly account?: string;
  /** Who asks. */
  readonly actor: string;
}

/** What has been announced. */
export interface Announced {
  readonly attempt: number;
  readonly outcome: Outcome;
  /** Whether the verdicts on what is in the backup have fallen. */
  readonly frozen: boolean;
  /** In the order in which they came. */
  readonly alerts: readonly AlertId[];
  readonly prompts: readonly OpenPrompt[];
}

/** Active leaf states by actor path, such as `{ 'simulation/restore': ['setUp.hello'] }`. */
export type ActorStates = Readonly<Record<string, readonly string[]>>;

/** The phone itself, whatever is restored to it. */
export interface PhoneFacts {
  readonly wifi: boolean;
  readonly power: boolean;
  /** Locked screens show nothing but the time. */
  readonly locked: boolean;
}

/** What runs, and where. */
export interface Running {
  /** Running actors. */
  readonly actors: ActorStates;
  /** Actors of this attempt that have ended, with the states in which they ended. */
  readonly ended: ActorStates;
  readonly gate: Gate;
  readonly phone: PhoneFacts;
}

/** How things stand after a step. */
export interface Standing extends Settled, Announced, Running {}

const UNSETTLED: Settled = { situation: null, syncSituation: null };
export const UNANNOUNCED: Announced = { attempt: 1, outcome: 'in-progress', frozen: false, alerts: [], prompts: [] };
export const BEFORE_THE_STORY: Standing = {
  ...UNSETTLED,
  ...UNANNOUNCED,
  actors: {},
  ended: {},
  gate: 'sign-in',
  phone: { wifi: true, power: true, locked: false },
};

/** How things stand after the lines of one step, all of them. */
export function standingAfter(before: Standing, lines: readonly JournalLine[]): Standing {
  const wasOver = !(RESTORE_PATH in before.actors);
  return produce(before, (now) => {
    for (const line of lines) {
      settle(now, line);
      announce(now, line);
      run(now, line);
    }
    now.gate = gateOf(now.actors, wasOver) ?? now.gate;
  });
}

/** How things stand after a whole journal, or after those of its steps that have begun by `step`. */
export function standingAt(lines: readonly JournalLine[], step = Number.POSITIVE_INFINITY): Standing {
  let standing = BEFORE_THE_STORY;
  for (const told of stepsIn(lines)) {
    if (told.step > step) break;
    standing = standingAfter(standing, told.lines);
  }
  return standing;
}

interface StepLines {
  readonly step: number;
  readonly lines: readonly JournalLine[];
}

/** The lines of a journal, step by step. */
export function* stepsIn(lines: readonly JournalLine[]): Generator<StepLines> {
  for (let from = 0; from < lines.length;) {
    const to = endOfStep(lines, from);
    yield { step: must(lines[from], 'a line of the journal').step, lines: lines.slice(from, to) };
    from = to;
  }
}

/** Where the step that begins at an index ends. */
export function endOfStep(lines: readonly JournalLine[], from: number): number {
  const step = lines[from]?.step;
  let to = from + 1;
  while (to < lines.length && lines[to]?.step === step) to += 1;
  return to;
}

/** What is settled after a step: `standingAt` without its other parts. */
export const settledAt = (lines: readonly JournalLine[], step: number): Settled =>
  produce(UNSETTLED, (now) => {
    for (const line of lines) {
      if (line.step > step) break;
      settle(now, line);
    }
  });

/** What is announced after some more lines: `standingAfter` without its other parts. */
export function announcedAfter(before: Announced, lines: readonly JournalLine[]): Announced {
  const announcing = lines.filter(isAnnouncing);
  if (announcing.length === 0) return before;
  return produce(before, (now) => {
    for (const line of announcing) announce(now, line);
  });
}

function settle(now: Draft<Settled>, line: JournalLine): void {
  switch (line.type) {
    case 'attempt.began':
      now.situation = null;
      now.syncSituation = null;
      break;
    case 'situation.changed':
      if (line.actor === SYNC_PATH) now.syncSituation = changed(now.syncSituation, line);
      else now.situation = changed(now.situation, line);
      break;
    case 'event':
      // No actor holds that the story has stopped: it ends around them, and goes on when something happens again.
      if (now.situation?.ended === 'running' && line.event === 'story.ended') now.situation.ended = 'story-ended';
      else if (now.situation?.ended === 'story-ended') now.situation.ended = 'running';
      break;
    default:
  }
}

/** The first line of a situation says all of it. */
const changed = (before: Draft<Situation> | null, line: LineOf<'situation.changed'>): Draft<Situation> =>
  ({ ...before, ...line.changed }) as Draft<Situation>;

const ANNOUNCING: ReadonlySet<JournalLine['type']> = new Set([
  'attempt.began',
  'restore.ended',
  'verdicts.frozen',
  'alert.raised',
  'alert.cleared',
  'prompt.shown',
  'prompt.answered',
]);
export const isAnnouncing = ({ type }: JournalLine): boolean => ANNOUNCING.has(type);

function announce(now: Draft<Announced>, line: JournalLine): void {
  switch (line.type) {
    case 'attempt.began':
      Object.assign(now, { ...UNANNOUNCED, attempt: line.attempt, alerts: [], prompts: [] });
      break;
    case 'restore.ended':
      now.outcome = line.outcome;
      now.prompts = now.prompts.filter(({ actor }) => !isOfRestore(actor));
      break;
    case 'verdicts.frozen':
      now.frozen = true;
      break;
    case 'alert.raised':
      if (!now.alerts.includes(line.alert)) now.alerts.push(line.alert);
      break;
    case 'alert.cleared':
      now.alerts = now.alerts.filter((alert) => alert !== line.alert);
      break;
    case 'prompt.shown':
      now.prompts.push({ prompt: line.prompt, ...accountOf(line), actor: line.actor });
      break;
    case 'prompt.answered':
      // A wrong answer leaves the question open.
      if (line.answer !== 'wrong')
        now.prompts = now.prompts.filter((open) => open.prompt !== line.prompt || open.account !== line.account);
      break;
    default:
  }
}

const accountOf = ({ account }: LineOf<'prompt.shown'>): { account?: string } =>
  account === undefined ? {} : { account };

function run(now: Draft<Running>, line: JournalLine): void {
  switch (line.type) {
    case 'story.began':
    case 'attempt.began':
      // Whatever still ran below the root is stopped with this; the lines that say so come later and change nothing.
      now.actors = ROOT_PATH in now.actors ? { [ROOT_PATH]: must(now.actors[ROOT_PATH], 'the root') } : {};
      now.ended = {};
      now.phone = phoneAtStart(line);
      break;
    case 'actor.started':
      now.actors[line.actor] = [...line.states];
      delete now.ended[line.actor];
      break;
    case 'transition':
      now.actors[line.actor] = [...line.states];
      tellPhone(now.phone, line.event);
      break;
    case 'actor.ended': {
      const states = now.actors[line.actor];
      if (!states) break;
      now.ended[line.actor] = states;
      delete now.actors[line.actor];
      break;
    }
    default:
  }
}

const phoneAtStart = ({ wifi, power }: LineOf<'story.began' | 'attempt.began'>): PhoneFacts => ({
  wifi,
  power,
  locked: false,
});

/** An event counts once somebody takes it. */
function tellPhone(phone: Draft<PhoneFacts>, event: string): void {
  if (isScriptEvent(event)) Object.assign(phone, SCRIPT_EVENTS[event].phone);
}

/**
 * The gate of a step: that of the innermost stage of the restore; sync's own once the restore is over. The step that
 * ends the restore is still the restore's.
 */
function gateOf(actors: ActorStates, wasOver: boolean): Gate | undefined {
  const stages = Object.keys(actors)
    .filter(isOfRestore)
    .toSorted((a, b) => b.length - a.length);
  for (const path of stages) {
    for (const leaf of must(actors[path], path)) {
      const gate = saidBy(path, leaf, 'gate');
      if (gate) return gate;
    }
  }
  const syncs = actors[SYNC_PATH]?.some((leaf) => leaf !== 'off') === true;
  return wasOver && syncs ? 'sync' : undefined;
}
