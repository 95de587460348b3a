import type { JournalLine } from './journal-line.ts';
import { canonical } from '../model/canonical.ts';
import { isEnd, type Outcome } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { InputError, type Problem } from '../model/problem.ts';
import type { World } from '../model/world.ts';
import { CaseFile } from '../rulebook/case/case-file.ts';
import type { RuleBook } from '../rulebook/tables/rule.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import { changedBy, type Changes, inOrder } from '../scenario/conditions.ts';
import { type Phase, SCRIPT_EVENTS } from '../model/events.ts';
import { delayOf } from '../scenario/delay.ts';
import type { DoEntry, Scenario, ScriptEntry, WaitEntry } from '../scenario/scenario.ts';
import type { Digest } from './digest.ts';
import { fingerprintOfParts, fingerprintOfValue, type Journal } from './journal.ts';
import { foldLedger, Ledger, type LedgerRow } from './ledger.ts';
import type { PossibleEvent } from './possible-events.ts';
import { phasesOf } from './phases.ts';
import { type Inspector, Simulation } from './simulation.ts';

export interface Attempt {
  readonly n: number;
  readonly outcome: Outcome;
  readonly fingerprint: string;
  readonly changes: Readonly<Record<string, string>>;
  readonly rows: readonly LedgerRow[];
}

/** A played scenario: its journal, and the ledger that folds it. */
export interface Run {
  readonly scenario: Scenario;
  readonly world: World;
  readonly simulation: Simulation;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly outcome: Outcome;
  readonly fingerprints: { readonly outcome: string; readonly journal: string };
  readonly steps: number;
  readonly simulatedMs: number;
  readonly attempts: readonly Attempt[];
}

export interface PlayOptions {
  /** How often the restore is repeated inside the one story, beside the attempts that the scenario states. */
  readonly attempts?: number;
  /** Other conditions may let through what the script says is refused: that is then no mistake of the script. */
  readonly refusalsMayFall?: boolean;
  readonly book?: RuleBook;
  readonly inspect?: Inspector;
  /** Takes the fingerprints; a door hands in the fastest that it has. */
  readonly digest?: Digest | undefined;
  /** Called after each step; returning false ends the story there. */
  readonly onStep?: (simulation: Simulation) => boolean | void;
}

/** More steps than any story needs: reaching it means a circle. */
const MAX_STEPS = 400_000;

const digests = new WeakMap<World, string>();

const fingerprintOfWorld = ({ items, ...rest }: World, digest?: Digest): string =>
  fingerprintOfParts(rest, items, digest);

/** Takes over the digest that a run played elsewhere tells in its first line: to work it out takes seconds. */
export function knowDigest(world: World, [first]: readonly JournalLine[]): void {
  if (first?.type === 'story.began') digests.set(world, first.world);
}

export function caseFileOf(world: World, book: RuleBook = RULES, digest?: Digest): CaseFile {
  let known = digests.get(world);
  if (known === undefined) digests.set(world, (known = fingerprintOfWorld(world, digest)));
  return new CaseFile(world, book, known);
}

const changedScenarios = new WeakMap<Scenario, Map<string, Scenario>>();

/** The scenario of a later attempt: read once, however often it is played. */
function scenarioAfter(scenario: Scenario, change: Changes): Scenario {
  let changed = changedScenarios.get(scenario);
  if (!changed) changedScenarios.set(scenario, (changed = new Map()));
  const key = JSON.stringify(change);
  let after = changed.get(key);
  if (!after) changed.set(key, (after = changedBy(scenario, change)));
  return after;
}

/** The scenario as it stands in one of its attempts, from 1: with all changes up to there and the script told there. */
export function scenarioOfAttempt(scenario: Scenario, n: number): Scenario {
  const changed = scenario.attempts
    .slice(0, n - 1)
    .reduce((current, { change }) => scenarioAfter(current, inOrder(change)), scenario);
  const script = n > 1 ? scenario.attempts[n - 2]?.script : undefined;
  if (script === undefined) return changed;
  const stated = (scenario.stated['attempts'] as readonly { readonly script?: unknown }[])[n - 2]?.script;
  return { ...changed, script, stated: { ...changed.stated, script: stated } };
}

/** SHA-256 over the canonical fates and verdicts: equal under equal conditions, whatever the clock or the speed. */
export function outcomeFingerprint(outcome: Outcome, rows: readonly LedgerRow[], digest?: Digest): string {
  const verdicts = new Map<string, string[]>();
  // Whether it is on the device follows from the rest, and what lies under a verdict is told where there is one.
  for (const { id, onPhone: _, under, ...verdict } of rows) {
    const key = JSON.stringify(under ? { ...verdict, under } : verdict);
    const ids = verdicts.get(key);
    if (ids) ids.push(id);
    else verdicts.set(key, [id]);
  }
  const items = [...verdicts].map(([verdict, ids]) => ({
    verdict: canonical(JSON.parse(verdict)),
    ids: ids.toSorted(),
  }));
  const inOneOrder = items.toSorted((a, b) => (a.verdict < b.verdict ? -1 : 1));
  return fingerprintOfValue({ outcome, items: inOneOrder }, digest);
}

/** Plays a scenario from its first screen to its end, and as often again as it says. */
export function play(scenario: Scenario, options: PlayOptions = {}): Run {
  const { book, digest, inspect, attempts: least = 1 } = options;
  const simulation = new Simulation(caseFileOf(scenario.world, book, digest), { inspect, digest });
  const attempts: Attempt[] = [];
  let ledger = new Ledger([]);
  const repeats = [
    ...scenario.attempts.map(({ change, script }) => ({ change: inOrder(change), own: script })),
    ...Array.from({ length: Math.max(0, least - 1 - scenario.attempts.length) }, () => ({
      change: {},
      own: undefined,
    })),
  ];
  let current = scenario;
  for (const [place, { change, own }] of [{ change: {}, own: undefined }, ...repeats].entries()) {
    if (place > 0) {
      current = scenarioAfter(current, change);
      simulation.beginAttempt(caseFileOf(current.world, book, digest), place + 1, change);
    }
    const isCut = tellUntilCut(simulation, place === 0, options.onStep, () => {
      const script = own ?? current.script;
      new ScriptPlayer(simulation, { file: scenario.id, script, ownOf: own && place }, options).tell();
    });
    ledger = foldLedger(scenario.world.items, simulation.journal.lines);
    attempts.push({
      n: place + 1,
      outcome: ledger.outcome,
      fingerprint: outcomeFingerprint(ledger.outcome, ledger.rows, digest),
      changes: change,
      rows: [...ledger.rows],
    });
    if (isCut) break;
  }
  const { steps } = simulation;
  return {
    scenario,
    world: current.world,
    simulation,
    journal: simulation.journal,
    ledger,
    outcome: ledger.outcome,
    fingerprints: {
      outcome: must(attempts.at(-1), 'the first attempt').fingerprint,
      get journal() {
        return must(simulation.journal.chain[steps], 'the fingerprint of the last step');
      },
    },
    steps: simulation.steps,
    simulatedMs: simulation.now,
    attempts,
  };
}

/** Thrown and caught in here: whoever watches has seen enough. */
class Cut extends Error {}

/** The first step of an attempt is shown to whoever watches too. True: the story is told no further. */
function tellUntilCut(
  simulation: Simulation,
  isFirst: boolean,
  onStep: PlayOptions['onStep'],
  tell: () => void,
): boolean {
  try {
    if (!isFirst && onStep?.(simulation) === false) return true;
    tell();
    return false;
  } catch (error) {
    if (error instanceof Cut) return true;
    throw error;
  }
}

/** A script, and where it stands: `ownOf` is the place of the attempt that has it to itself. */
interface Told {
  readonly file: string;
  readonly script: readonly ScriptEntry[];
  readonly ownOf: number | undefined;
}

/** Tells a script to a simulation; between its entries the usual person goes on. */
class ScriptPlayer {
  readonly #simulation: Simulation;
  readonly #told: Told;
  /** The steps before this attempt. */
  readonly #before: number;
  readonly #onStep: PlayOptions['onStep'];
  readonly #refusalsMayFall: boolean;
  readonly #phaseBegan = new Map<Phase, number>();
  readonly #watchesPhases: boolean;
  /** An alert answered what they did, and the script says that they leave it at that. */
  #isTurnedAway = false;

  constructor(simulation: Simulation, told: Told, { onStep, refusalsMayFall = false }: PlayOptions) {
    this.#simulation = simulation;
    this.#told = told;
    this.#before = simulation.steps - 1;
    this.#watchesPhases = told.script.some((entry) => 'do' in entry && entry.during !== undefined);
    this.#onStep = onStep;
    this.#refusalsMayFall = refusalsMayFall;
  }

  tell(): void {
    this.#notePhases();
    let isOver = false;
    for (const [place, entry] of this.#told.script.entries()) {
      // What a recorded script tells after the end came after it; elsewhere nothing does.
      if (isOver && entry.step === undefined) return;
      this.#goOnTo(entry, place);
      if ('do' in entry) this.#carryOut(entry, place);
      else if ('wait' in entry) this.#wait(entry, place);
      else if (entry.end === 'here') return;
      else {
        this.#simulation.endStory();
        isOver = true;
      }
    }
    if (isOver) return;
    if (this.#isTurnedAway && this.#simulation.can(GIVES_UP)) {
      this.#simulation.send(GIVES_UP);
      this.#afterStep();
    }
    this.#isTurnedAway = false;
    while (this.#goOn());
    if (!isEnd(foldOutcome(this.#simulation))) this.#simulation.endStory();
  }

  /** The usual course goes on, so that what the entry says comes as the step that it names. */
  #goOnTo({ step }: ScriptEntry, index: number): void {
    if (step === undefined) return;
    while (this.#step < step - 1 && this.#goOn());
    if (this.#step === step - 1) return;
    throw scriptError(this.#told, index, {
      message: `step ${step} does not come in this story: it stands at step ${this.#step}`,
      advice:
        this.#step < step
          ? 'It goes no further by itself. Name a step that comes, or leave “step” out.'
          : 'Name a later step, or leave “step” out.',
    });
  }

  /** The step of this attempt; its first is 1. */
  get #step(): number {
    return this.#simulation.steps - this.#before;
  }

  #wait({ wait, untouched }: WaitEntry, index: number): void {
    if (wait !== 'next') this.#passUntil(this.#simulation.now + wait, untouched === true);
    else if (this.#simulation.advance()) this.#afterStep();
    else
      throw scriptError(this.#told, index, {
        message: 'nothing is due here that one could wait for',
        advice: 'Write a duration instead of “next”.',
      });
  }

  #carryOut(entry: DoEntry, index: number): void {
    const event = eventOf(entry);
    while (!this.#isTime(entry, event)) {
      const start = entry.during === undefined ? undefined : this.#phaseBegan.get(entry.during);
      const latest = start === undefined ? Number.POSITIVE_INFINITY : start + delayOf(entry);
      if (start !== undefined && entry.after !== undefined && this.#simulation.now < latest) this.#stepUntil(latest);
      else if (!this.#goOn()) throw impossible(this.#told, entry, index, this.#simulation);
    }
    this.#isTurnedAway = false;
    const taken = this.#simulation.send(event);
    this.#isTurnedAway = entry.refused !== undefined && taken && isAnsweredByAlert(this.#simulation);
    this.#afterStep();
    const mayFall = entry.refused === 'perhaps' || (taken && this.#refusalsMayFall);
    if (this.#isTurnedAway || (entry.refused !== undefined && mayFall)) return;
    if (taken === (entry.refused === true)) throw impossible(this.#told, entry, index, this.#simulation, taken);
  }

  #isTime(entry: DoEntry, event: PossibleEvent): boolean {
    if (entry.step !== undefined) return true;
    if (entry.during !== undefined) {
      if (!phasesOf(this.#simulation).includes(entry.during)) return false;
      const began = must(this.#phaseBegan.get(entry.during), `the beginning of ${entry.during}`);
      if (this.#simulation.now < began + delayOf(entry)) return false;
    }
    return entry.refused !== undefined || this.#simulation.can(event);
  }

  /** Lets time pass up to a moment; what falls due and what the usual person does in it happens. */
  #passUntil(moment: number, untouched = false): void {
    while (this.#goOn(moment, untouched, true));
    if (this.#simulation.now < moment) {
      this.#simulation.passTime(moment);
      this.#afterStep();
    }
  }

  /** One step on the way to a moment, so that the usual person does not overtake the script there. */
  #stepUntil(moment: number): void {
    if (this.#goOn(moment)) return;
    this.#simulation.passTime(moment);
    this.#afterStep();
  }

  /** One step of the usual course: a tap when one is called for, else the next due moment. */
  #goOn(latest?: number, untouched = false, waits = false): boolean {
    if (this.#step > MAX_STEPS) throw new Error('the story runs in a circle');
    const next = untouched || this.#isTurnedAway ? undefined : this.#simulation.usual();
    // Who waits has not given up.
    const usual = waits && next && SCRIPT_EVENTS[next.type].leaves ? undefined : next;
    const went = usual ? this.#simulation.send(usual) : this.#simulation.advance(latest);
    if (went) this.#afterStep();
    return went;
  }

  #afterStep(): void {
    this.#notePhases();
    if (this.#onStep?.(this.#simulation) === false) throw new Cut();
  }

  #notePhases(): void {
    if (!this.#watchesPhases) return;
    for (const phase of phasesOf(this.#simulation))
      if (!this.#phaseBegan.has(phase)) this.#phaseBegan.set(phase, this.#simulation.now);
  }
}

const GIVES_UP = { type: 'person.gaveUp' } as const;

/** Whether the phone took the last act and said no to it in words. */
function isAnsweredByAlert({ journal: { lines }, steps }: Simulation): boolean {
  for (let at = lines.length - 1; at >= 0 && lines[at]?.step === steps; at -= 1)
    if (lines[at]?.type === 'alert.raised') return true;
  return false;
}

const foldOutcome = (simulation: Simulation): Outcome => {
  const ended = simulation.journal.lines.findLast(
    (line) => line.type === 'restore.ended' || line.type === 'attempt.began',
  );
  return ended?.type === 'restore.ended' ? ended.outcome : 'in-progress';
};

function eventOf(entry: DoEntry): PossibleEvent {
  const { do: type, password = 'right' } = entry;
  const { data, mayCarry = [] } = SCRIPT_EVENTS[type];
  const stated = { ...entry, password };
  const carried = [...data, ...mayCarry].filter((name) => stated[name] !== undefined);
  return { type, ...Object.fromEntries(carried.map((name) => [name, stated[name]])) } as PossibleEvent;
}

function impossible(told: Told, entry: DoEntry, index: number, simulation: Simulation, taken = false): InputError {
  const where = phasesOf(simulation).join(', ');
  // What it could have been at another time, or in another form, is not offered as the answer.
  const others = [...new Set(simulation.possible().map(({ type }) => type))].filter((type) => type !== entry.do);
  const isPossibleHere = simulation.can(eventOf(entry)) && !taken;
  const message = taken
    ? `“${entry.do}” was accepted here, although the script says it is refused`
    : `“${entry.do}” is not possible ${placeOf(entry)}`;
  return scriptError(told, index, {
    message,
    advice: isPossibleHere
      ? `The story stands at: ${where}. “${entry.do}” is possible there: leave “during” and “step” out, or name that ` +
        'part.'
      : `The story stands at: ${where}. Possible here: ${others.join(', ') || 'nothing more'}.`,
  });
}

const placeOf = ({ during, step }: DoEntry): string =>
  step !== undefined ? `as step ${step}` : during === undefined ? 'in this story' : `during ${during}`;

function scriptError({ file, ownOf }: Told, entry: number, problem: Omit<Problem, 'file'>): ScriptError {
  const list = ownOf === undefined ? ['script'] : ['attempts', ownOf - 1, 'script'];
  return new ScriptError(entry, list, { file, ...problem });
}

/** A script entry that cannot happen; the loader's file gives it its line. */
export class ScriptError extends InputError {
  readonly entry: number;
  /** Where the entry stands in the scenario. */
  readonly path: readonly PropertyKey[];

  constructor(entry: number, list: readonly PropertyKey[], problem: Problem) {
    super([problem]);
    this.entry = entry;
    this.path = [...list, entry];
  }
}
