import type { JournalLine } from './journal-line.ts';
import { canonical } from '../model/canonical.ts';
import { isEnd, type Outcome } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { InputError } from '../model/problem.ts';
import type { World } from '../model/world.ts';
import { CaseFile } from '../rulebook/case/case-file.ts';
import type { RuleBook } from '../rulebook/tables/rule.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import { inOrder, withChanges } from '../scenario/change.ts';
import { type Phase, SCRIPT_EVENTS } from '../model/events.ts';
import type { DoEntry, Scenario } from '../scenario/scenario.ts';
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
  readonly book?: RuleBook;
  readonly inspect?: Inspector;
  /** Called after each step; returning false ends the story there. */
  readonly onStep?: (simulation: Simulation) => boolean | void;
}

/** More steps than any story needs: reaching it means a circle. */
const MAX_STEPS = 400_000;

const digests = new WeakMap<World, string>();

const digestOf = ({ items, ...rest }: World): string => fingerprintOfParts(rest, items);

/** Takes over the digest that a run played elsewhere tells in its first line: to work it out takes seconds. */
export function knowDigest(world: World, [first]: readonly JournalLine[]): void {
  if (first?.type === 'story.began') digests.set(world, first.world);
}

export function caseFileOf(world: World, book: RuleBook = RULES): CaseFile {
  let digest = digests.get(world);
  if (digest === undefined) digests.set(world, (digest = digestOf(world)));
  return new CaseFile(world, book, digest);
}

/** SHA-256 over the canonical fates and verdicts: equal under equal conditions, whatever the clock or the speed. */
export function outcomeFingerprint(outcome: Outcome, rows: readonly LedgerRow[]): string {
  const verdicts = new Map<string, string[]>();
  for (const { id, ...verdict } of rows) {
    const key = JSON.stringify(verdict);
    const ids = verdicts.get(key);
    if (ids) ids.push(id);
    else verdicts.set(key, [id]);
  }
  const items = [...verdicts].map(([verdict, ids]) => ({
    verdict: canonical(JSON.parse(verdict)),
    ids: ids.toSorted(),
  }));
  return fingerprintOfValue({ outcome, items: items.toSorted((a, b) => (a.verdict < b.verdict ? -1 : 1)) });
}

/** Plays a scenario from its first screen to its end, and as often again as it says. */
export function play(scenario: Scenario, options: PlayOptions = {}): Run {
  const file = caseFileOf(scenario.world, options.book);
  const simulation = new Simulation(file, options.inspect ? { inspect: options.inspect } : {});
  const attempts: Attempt[] = [];
  let ledger = new Ledger([]);
  const repeats = [
    ...scenario.attempts.map(({ change }) => inOrder(change)),
    ...Array.from({ length: Math.max(0, (options.attempts ?? 1) - 1 - scenario.attempts.length) }, () => ({})),
  ];
  let current = scenario;
  for (const [place, change] of [{}, ...repeats].entries()) {
    if (place > 0) {
      current = withChanges(current, change);
      simulation.beginAttempt(caseFileOf(current.world, options.book), place + 1, change);
    }
    new ScriptPlayer(simulation, current, options.onStep).tell();
    ledger = foldLedger(scenario.world.items, simulation.journal.lines);
    attempts.push({
      n: place + 1,
      outcome: ledger.outcome,
      fingerprint: outcomeFingerprint(ledger.outcome, ledger.rows),
      changes: change,
      rows: [...ledger.rows],
    });
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

/** Tells a script to a simulation; between its entries the usual person goes on. */
class ScriptPlayer {
  readonly #simulation: Simulation;
  readonly #scenario: Scenario;
  readonly #onStep: PlayOptions['onStep'];
  readonly #phaseBegan = new Map<Phase, number>();
  readonly #watchesPhases: boolean;

  constructor(simulation: Simulation, scenario: Scenario, onStep: PlayOptions['onStep']) {
    this.#simulation = simulation;
    this.#scenario = scenario;
    this.#watchesPhases = scenario.script.some((entry) => 'do' in entry && entry.during !== undefined);
    this.#onStep = onStep;
  }

  tell(): void {
    this.#notePhases();
    for (const [place, entry] of this.#scenario.script.entries()) {
      if ('end' in entry) {
        this.#simulation.endStory();
        return;
      }
      if ('wait' in entry) this.#passUntil(this.#simulation.now + entry.wait, entry.untouched === true);
      else this.#carryOut(entry, place);
    }
    while (this.#goOn());
    if (!isEnd(foldOutcome(this.#simulation))) this.#simulation.endStory();
  }

  #carryOut(entry: DoEntry, index: number): void {
    const event = eventOf(entry);
    while (!this.#isTime(entry, event)) {
      const start = entry.during === undefined ? undefined : this.#phaseBegan.get(entry.during);
      const latest = start === undefined ? Number.POSITIVE_INFINITY : start + (entry.after ?? 0);
      if (start !== undefined && entry.after !== undefined && this.#simulation.now < latest) this.#stepUntil(latest);
      else if (!this.#goOn()) throw impossible(this.#scenario, entry, index, this.#simulation);
    }
    const taken = this.#simulation.send(event);
    this.#afterStep();
    if (taken === (entry.refused === true)) throw impossible(this.#scenario, entry, index, this.#simulation, taken);
  }

  #isTime(entry: DoEntry, event: PossibleEvent): boolean {
    if (entry.during !== undefined) {
      if (!phasesOf(this.#simulation).includes(entry.during)) return false;
      const began = must(this.#phaseBegan.get(entry.during), `the beginning of ${entry.during}`);
      if (this.#simulation.now < began + (entry.after ?? 0)) return false;
    }
    return entry.refused === true || this.#simulation.can(event);
  }

  /** Lets time pass up to a moment; what falls due and what the usual person does in it happens. */
  #passUntil(moment: number, untouched = false): void {
    while (this.#goOn(moment, untouched));
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
  #goOn(latest?: number, untouched = false): boolean {
    if (this.#simulation.steps > MAX_STEPS) throw new Error('the story runs in a circle');
    const usual = untouched ? undefined : this.#simulation.usual();
    const went = usual ? this.#simulation.send(usual) : this.#simulation.advance(latest);
    if (went) this.#afterStep();
    return went;
  }

  #afterStep(): void {
    this.#notePhases();
    this.#onStep?.(this.#simulation);
  }

  #notePhases(): void {
    if (!this.#watchesPhases) return;
    for (const phase of phasesOf(this.#simulation))
      if (!this.#phaseBegan.has(phase)) this.#phaseBegan.set(phase, this.#simulation.now);
  }
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

function impossible(
  scenario: Scenario,
  entry: DoEntry,
  index: number,
  simulation: Simulation,
  taken = false,
): InputError {
  const possible = [...new Set(simulation.possible().map(({ type }) => type))];
  const where = phasesOf(simulation).join(', ');
  const message = taken
    ? `“${entry.do}” was accepted here, although the script says it is refused`
    : `“${entry.do}” is not possible ${entry.during === undefined ? 'in this story' : `during ${entry.during}`}`;
  return new ScriptError(index, {
    file: scenario.id,
    message,
    advice: `The story stands at: ${where}. Possible here: ${possible.join(', ') || 'nothing more'}.`,
  });
}

/** A script entry that cannot happen; the loader's file gives it its line. */
export class ScriptError extends InputError {
  readonly entry: number;

  constructor(entry: number, problem: InputError['problems'][number]) {
    super([problem]);
    this.entry = entry;
  }
}
