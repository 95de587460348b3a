import { listedOr } from '../model/listed.ts';
import type { Phase } from '../model/event-row.ts';
import { SCRIPT_EVENTS, carriedBy } from '../model/events.ts';
import { type Outcome, isEnd } from '../model/fates.ts';
import type { InputError, Problem } from '../model/problem.ts';
import { delayOf } from '../scenario/delay.ts';
import type { DoEntry, ScriptEntry, WaitEntry } from '../scenario/scenario.ts';
import { phasesOf } from './phases.ts';
import type { PossibleEvent } from './possible-events.ts';
import { wordsOfRefusal } from './refusal-words.ts';
import { ScriptError } from './script-error.ts';
import type { Simulation } from './simulation.ts';

/** More steps than any story needs: reaching it means a circle. */
const MAX_STEPS = 400_000;

/** Thrown and caught in here: whoever watches has seen enough. */
export class Cut extends Error {}
export interface TellOptions {
  /** Other conditions may let through what the script says is refused: that is then no mistake of the script. */
  readonly refusalsMayFall?: boolean;
  /** Called after each step; returning false ends the story there. */
  readonly onStep?: (simulation: Simulation) => boolean | void;
}

/** A script, and where it stands: `ownOf` is the place of the attempt that has it to itself. */
interface Told {
  readonly file: string;
  readonly script: readonly ScriptEntry[];
  readonly ownOf: number | undefined;
}

/** Tells a script to a simulation; between its entries the usual person goes on. */
export class ScriptPlayer {
  readonly #simulation: Simulation;
  readonly #told: Told;
  /** The steps before this attempt. */
  readonly #before: number;
  readonly #onStep: TellOptions['onStep'];
  readonly #refusalsMayFall: boolean;
  readonly #phaseBegan = new Map<Phase, number>();
  readonly #watchesPhases: boolean;
  /** An alert answered what they did, and the script says that they leave it at that. */
  #isTurnedAway = false;

  constructor(simulation: Simulation, told: Told, { onStep, refusalsMayFall = false }: TellOptions) {
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
      const earliest = this.#earliest(entry);
      if (this.#simulation.now < earliest) this.#stepUntil(earliest);
      else if (!this.#goOn()) throw impossible(this.#told, entry, index, this.#simulation);
    }
    const taken = this.#simulation.send(event);
    this.#isTurnedAway = entry.refused !== undefined && taken && isAnsweredByAlert(this.#simulation);
    this.#afterStep();
    const mayFall = entry.refused === 'perhaps' || (taken && this.#refusalsMayFall);
    if (this.#isTurnedAway || mayFall) return;
    if (taken === (entry.refused === true)) throw impossible(this.#told, entry, index, this.#simulation, taken);
  }

  #isTime(entry: DoEntry, event: PossibleEvent): boolean {
    if (entry.step !== undefined) return true;
    if (entry.during !== undefined && !phasesOf(this.#simulation).includes(entry.during)) return false;
    if (this.#simulation.now < this.#earliest(entry)) return false;
    return entry.refused !== undefined || this.#simulation.can(event);
  }

  /** The moment that an entry waits for in the part of the story that it names, once that has begun. */
  #earliest(entry: DoEntry): number {
    const began = entry.during && this.#phaseBegan.get(entry.during);
    return began === undefined ? this.#simulation.now : began + delayOf(entry);
  }

  /** Lets time pass up to a moment; what falls due and what the usual person does in it happens. */
  #passUntil(moment: number, untouched: boolean): void {
    while (this.#goOn(moment, untouched, true));
    if (this.#simulation.passTime(moment)) this.#afterStep();
  }

  /** One step on the way to a moment, so that the usual person does not overtake the script there. */
  #stepUntil(moment: number): void {
    if (this.#goOn(moment)) return;
    if (this.#simulation.passTime(moment)) this.#afterStep();
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
const isAnsweredByAlert = ({ journal: { lines }, steps }: Simulation): boolean =>
  lines.some(({ type, step }) => step === steps && type === 'alert.raised');

const foldOutcome = (simulation: Simulation): Outcome => {
  const ended = simulation.journal.lines.findLast(
    (line) => line.type === 'restore.ended' || line.type === 'attempt.began',
  );
  return ended?.type === 'restore.ended' ? ended.outcome : 'in-progress';
};

function eventOf(entry: DoEntry): PossibleEvent {
  const { do: type } = entry;
  // Who enters a password knows it, unless the script says otherwise.
  const stated: DoEntry = { password: 'right', ...entry };
  const carried = carriedBy(type).filter((name) => stated[name] !== undefined);
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
      : `The story stands at: ${where}. ${whyNot(simulation, entry)}` +
        `Possible here: ${listedOr('nothing more', others)}.`,
  });
}

/** What stands in the way of an entry where a story has come to, with what was seen of it; empty if nothing asks. */
export function whyNot(simulation: Simulation, entry: DoEntry): string {
  return simulation
    .refusalsOf(eventOf(entry))
    .map((refusal) => {
      const seen = Object.entries(refusal.values).map(([name, value]) => `${name}: ${String(value)}`);
      return `${wordsOfRefusal(refusal)} (${seen.join('; ')}) `;
    })
    .join('');
}

const placeOf = ({ during, step }: DoEntry): string =>
  step !== undefined ? `as step ${step}` : during === undefined ? 'in this story' : `during ${during}`;

function scriptError({ file, ownOf }: Told, entry: number, problem: Omit<Problem, 'file'>): ScriptError {
  const list = ownOf === undefined ? ['script'] : ['attempts', ownOf - 1, 'script'];
  return new ScriptError(entry, list, { file, ...problem });
}
