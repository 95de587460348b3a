import { ReachedStates } from './reached-states.ts';
import type { ChartTag } from '../../../machines/chart-tag.ts';
import { isScriptEvent, SCRIPT_EVENTS } from '../../model/events.ts';
import { given } from '../../model/given.ts';
import { must } from '../../model/must.ts';
import type { CaseFile } from '../../rulebook/case/case-file.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import { EMPTY_CHAIN } from '../../run/journal.ts';
import {
  POSSIBLE_EVENT_TYPES,
  type PossibleEvent,
  type PossibleEventType,
  formsOf,
} from '../../run/possible-events.ts';
import { Simulation } from '../../run/simulation.ts';
import { type ActorPart, ActorParts } from './actor-parts.ts';
import { KnownEffects } from './known-effects.ts';
import { type HowItStands, type LifeState, type Move, type SeenActor, seen, wordsOf } from './life-state.ts';
import { MessageEffects, Overheard, type StepEffect } from './message-effects.ts';
import type { Telling } from './tellings.ts';

/** Steps that actors take on their own before the search goes on: more would keep whoever wants to stop it waiting. */
const MAX_STEPS_AWAKE = 64;
export const CLOCK_MOVED: Move = { type: 'clock.moved' };
export const ATTEMPT_BEGAN: Move = { type: 'attempt.began' };

/** What a state needs to be gone on from. */
export interface Reached {
  readonly parts: readonly ActorPart[];
  readonly now: number;
  readonly attempt: number;
  readonly telling: Telling;
}
/** Actors that are awake. */
interface Woken {
  readonly simulation: Simulation;
  readonly overheard: Overheard;
  readonly attempt: number;
}
export interface After {
  readonly parts: readonly ActorPart[];
  readonly now: number;
  readonly lines: readonly JournalLine[];
}

/**
 * How one move is carried out: by effects that are known already, where they say all, else by waking the real actors.
 * To wake them costs more than all the rest, so an effect is learnt from whatever they do while they are awake.
 */
export class LifeSteps {
  readonly #file: CaseFile;
  readonly #formsByType: ReadonlyMap<PossibleEventType, readonly PossibleEvent[]>;
  readonly #forms: readonly (readonly [PossibleEvent, string])[];
  readonly #actors = new ActorParts();
  /** What is seen of each core; `undefined` for actors that have ended. */
  readonly #seen: (SeenActor | undefined)[] = [];
  readonly #words = new Map<Move, string>();
  readonly #everyStepReal: boolean;
  readonly #messages = new MessageEffects(({ core }, type) => this.#hears(core, type));
  readonly #effects: KnownEffects;
  readonly #reached = new ReachedStates();
  #realSteps = 0;

  constructor(file: CaseFile, without: readonly PossibleEventType[], everyStepReal: boolean) {
    this.#file = file;
    this.#everyStepReal = everyStepReal;
    this.#effects = new KnownEffects(this.#actors);
    this.#formsByType = new Map(POSSIBLE_EVENT_TYPES.map((type) => [type, formsOf(file, type)]));
    this.#forms = POSSIBLE_EVENT_TYPES.filter(
      (type) => !SCRIPT_EVENTS[type].harmless && !without.includes(type),
    ).flatMap((type) => formsOf(file, type).map((event) => [event, this.#wordsOf(event)] as const));
  }

  /** Steps that real actors took. */
  get realSteps(): number {
    return this.#realSteps;
  }

  /** `actor|state` of everything that was entered. */
  get reached(): ReadonlySet<string> {
    return this.#reached.all;
  }

  /** The state in which everything begins. */
  begin(): After {
    const first = new Simulation(this.#file);
    const parts = this.#apart(first);
    this.#reached.note(first.journal.lines);
    return { parts, now: 0, lines: first.journal.lines };
  }

  carryOut(standing: Reached, move: Move): After {
    const { parts, now } = standing;
    const known = this.#everyStepReal ? undefined : this.#knownAfter(parts, move);
    return known ? { ...known, now: now + passedWith(parts, move) } : this.#carryOutReally(standing, move);
  }

  #knownAfter(parts: readonly ActorPart[], move: Move): StepEffect | undefined {
    if (asksJournal(move)) return undefined;
    const taker = this.#takerOf(parts, move);
    if (!taker) return undefined;
    const words = this.#wordsOf(move);
    const passed = passedWith(parts, move);
    return (
      this.#messages.find(move.type, words, taker, this.#actors.later(parts, passed)) ??
      this.#effects.find(words, taker, parts, passed)
    );
  }

  /** Whom the simulation gives the event to: the innermost that takes it. */
  #takerOf(parts: readonly ActorPart[], move: Move): ActorPart | undefined {
    if (move.type === 'clock.moved') return firstDue(parts);
    const words = this.#wordsOf(move);
    return parts.findLast(({ core }) => this.#seen[core]?.takes.has(words));
  }

  #carryOutReally({ now, parts, attempt, telling }: Reached, move: Move): After {
    const overheard = new Overheard();
    const simulation: Simulation = new Simulation(this.#file, {
      from: {
        step: 1,
        now,
        lines: [],
        rows: telling.told.rows,
        chain: [EMPTY_CHAIN],
        actors: this.#actors.together(parts, now),
      },
      inspect: (event) => overheard.hear(event, simulation.journal.lines.at(-1)),
    });
    const woken: Woken = { simulation, overheard, attempt };
    const after = this.#step(woken, parts, move);
    if (!this.#everyStepReal) this.#goOn(woken, after.parts);
    return after;
  }

  /**
   * Actors that are awake go on, as long as something can happen whose effect is not known: every state is gone on
   * from in the end, and to wake them again there costs more than the step.
   */
  #goOn(woken: Woken, reached: readonly ActorPart[]): void {
    let parts = reached;
    for (let steps = 0; steps < MAX_STEPS_AWAKE; steps += 1) {
      const { possible, due } = this.lookAt(parts);
      const moves: readonly Move[] = due === null ? possible : [CLOCK_MOVED, ...possible];
      const here = parts;
      // The surroundings stand last: what they take they give back, and the other moves are still there.
      const unknown = moves.findLast((move) => !asksJournal(move) && !this.#knownAfter(here, move));
      if (!unknown) return;
      parts = this.#step(woken, parts, unknown).parts;
    }
  }

  /** The next step of actors that are awake. */
  #step({ simulation, overheard, attempt }: Woken, before: readonly ActorPart[], move: Move): After {
    this.#realSteps += 1;
    const { now: began } = simulation;
    const { length } = simulation.journal.lines;
    if (move.type === 'clock.moved') simulation.advance();
    else if (move.type === 'attempt.began') simulation.beginAttempt(this.#file, attempt + 1, {});
    else simulation.send(move);
    const lines = simulation.journal.lines.slice(length);
    const { now } = simulation;
    const parts = this.#apart(simulation);
    this.#reached.note(lines);
    const taker = this.#takerOf(before, move);
    if (taker && !asksJournal(move)) {
      const words = this.#wordsOf(move);
      const atOnce = this.#actors.later(before, now - began);
      if (!this.#messages.learn(words, taker, atOnce, parts, lines, overheard))
        this.#effects.learn(words, taker, before, parts, lines);
    }
    return { parts, now, lines };
  }

  #wordsOf(move: Move): string {
    let words = this.#words.get(move);
    if (words === undefined) {
      words = wordsOf(move);
      this.#words.set(move, words);
    }
    return words;
  }

  /** Whether an actor takes notice of an event at all; whoever has ended does not. */
  #hears(core: number, type: string): boolean {
    const names = this.#seen[core]?.names;
    if (names === undefined || names.has(type)) return names !== undefined;
    for (const name of names) if (name.endsWith('*')) return true;
    return false;
  }

  /** The parts of a simulation, each looked at once. */
  #apart(simulation: Simulation): readonly ActorPart[] {
    const parts = this.#actors.apart(simulation.root, simulation.now);
    for (const { core, path } of parts) {
      if (core in this.#seen) continue;
      const live = simulation.actors.find((actor) => actor.path === path);
      this.#seen[core] = live && seen(live, this.#formsByType, simulation.now);
    }
    return parts;
  }

  lookAt(parts: readonly ActorPart[]): Omit<LifeState, keyof HowItStands> {
    const actors = given(parts.map(({ core }) => this.#seen[core]));
    const is = (tag: ChartTag) => actors.some(({ tags }) => tags.has(tag));
    const dues = given(parts.map(({ due }) => due));
    const possible = this.#forms
      .filter(([, words]) => actors.some(({ takes }) => takes.has(words)))
      .map(([event]) => event);
    return {
      world: this.#file.world,
      actors,
      wifi: is('wifi-there'),
      power: is('power-there'),
      possible,
      due: dues.length === 0 ? null : Math.max(0, Math.min(...dues)),
    };
  }
}

/** What the journal tells with an event hangs on all that has come, so its effect on more than where actors stand. */
const asksJournal = ({ type }: Move): boolean => isScriptEvent(type) && SCRIPT_EVENTS[type].told !== undefined;

/** The actor that the clock comes to first. */
const firstDue = (parts: readonly ActorPart[]): ActorPart =>
  parts.reduce((first, part) => (part.due !== null && (first.due === null || part.due < first.due) ? part : first));

/** Milliseconds that pass with a move. */
const passedWith = (parts: readonly ActorPart[], move: Move): number =>
  move.type === 'clock.moved' ? Math.max(0, must(firstDue(parts).due, 'the next due moment')) : 0;
