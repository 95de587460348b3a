import type { ChartTag } from '../../../machines/chart-tag.ts';
import { SCRIPT_EVENTS } from '../../model/events.ts';
import { isEnd } from '../../model/fates.ts';
import { given } from '../../model/given.ts';
import { must } from '../../model/must.ts';
import { InputError } from '../../model/problem.ts';
import type { CaseFile } from '../../rulebook/case/case-file.ts';
import { EMPTY_CHAIN } from '../../run/journal.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import {
  formsOf,
  type PossibleEvent,
  POSSIBLE_EVENT_TYPES,
  type PossibleEventType,
} from '../../run/possible-events.ts';
import { freshCaseFile } from '../../run/case-file-of.ts';
import { Simulation } from '../../run/simulation.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type ActorPart, ActorParts } from './actor-parts.ts';
import { KnownEffects } from './known-effects.ts';
import type { Exploring } from './exploring.ts';
import {
  type HowItStands,
  type LifeState,
  type LifeStep,
  type Move,
  type SeenActor,
  seen,
  wordsOf,
} from './life-state.ts';
import { MessageEffects, Overheard, type StepEffect } from './message-effects.ts';
import { type Telling, Tellings } from './tellings.ts';

/** A state that was found, with the way to it. */
export interface LifeNode {
  readonly index: number;
  readonly parent: number;
  readonly move: Move | null;
  /** Milliseconds that passed with the move. */
  readonly passed: number;
  readonly depth: number;
  readonly state: LifeState;
}

export interface LifeBounds {
  /** More states than this are not explored. */
  readonly most: number;
  /** Events that do not happen, so that the space stays small. */
  readonly without: readonly PossibleEventType[];
  /** Restores in one story, each after an erase. */
  readonly attempts: number;
}

export interface LifeWatch {
  readonly onState?: (node: LifeNode) => void;
  readonly onStep?: (step: LifeStep, from: LifeNode, to: LifeNode) => void;
  /** Sends every event to the real actors, also where the effect is known: slower, for comparison. */
  readonly everyStepReal?: boolean;
}

export interface LifeSpace {
  readonly nodes: readonly LifeNode[];
  readonly transitions: number;
  /** Steps that real actors took, also ahead of their turn while they were awake; the rest was put together. */
  readonly realSteps: number;
  /** Places of the states that can follow each state. */
  readonly following: readonly (readonly number[])[];
  /** `actor|state` of everything that was entered. */
  readonly reached: ReadonlySet<string>;
  /** False when somebody stopped it. */
  readonly complete: boolean;
}

/** States between two reports on how far it is. */
const PACE = 64;

/** Steps that actors take on their own before the search goes on: more would keep whoever wants to stop it waiting. */
const MAX_STEPS_AWAKE = 64;
const CLOCK_MOVED: Move = { type: 'clock.moved' };
const ATTEMPT_BEGAN: Move = { type: 'attempt.began' };

/** What a state needs to be gone on from. */
interface Reached {
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
interface After {
  readonly parts: readonly ActorPart[];
  readonly now: number;
  readonly lines: readonly JournalLine[];
}

/**
 * Every order of everything that can happen, breadth first, over the real actors: the shortest way to each state
 * comes first.
 * Throws an InputError when there are more states than the bound.
 */
export const exploreLife = (scenario: Scenario, bounds: LifeBounds, watch: LifeWatch = {}): Exploring<LifeSpace> =>
  new Search(scenario, bounds, watch).run();

class Search {
  readonly #scenario: Scenario;
  readonly #file: CaseFile;
  readonly #bounds: LifeBounds;
  readonly #watch: LifeWatch;
  readonly #formsByType: ReadonlyMap<PossibleEventType, readonly PossibleEvent[]>;
  readonly #forms: readonly (readonly [PossibleEvent, string])[];
  readonly #actors = new ActorParts();
  /** What is seen of each core; `undefined` for actors that have ended. */
  readonly #seen: (SeenActor | undefined)[] = [];
  readonly #words = new Map<Move, string>();
  readonly #everyStepReal: boolean;
  readonly #messages = new MessageEffects(({ core }, type) => this.#hears(core, type));
  readonly #effects: KnownEffects;
  readonly #tellings: Tellings;
  readonly #known = new Map<string, LifeNode>();
  readonly #nodes: LifeNode[] = [];
  readonly #following: number[][] = [];
  readonly #standings: (Reached | undefined)[] = [];
  readonly #reached = new Set<string>();
  /** Transitions and states of actors that have been noted. */
  readonly #taken = new Set<string>();
  #transitions = 0;
  #realSteps = 0;

  constructor(scenario: Scenario, bounds: LifeBounds, watch: LifeWatch) {
    this.#scenario = scenario;
    this.#file = freshCaseFile(scenario.world);
    this.#bounds = bounds;
    this.#watch = watch;
    // What lacks a part hangs on all that has come, by whichever way: on no actor by itself.
    this.#everyStepReal = watch.everyStepReal === true || scenario.world.items.some(({ needs }) => needs.length > 0);
    this.#effects = new KnownEffects(this.#actors);
    this.#tellings = new Tellings(this.#file);
    this.#formsByType = new Map(POSSIBLE_EVENT_TYPES.map((type) => [type, formsOf(this.#file, type)]));
    this.#forms = POSSIBLE_EVENT_TYPES.filter(
      (type) => !SCRIPT_EVENTS[type].harmless && !bounds.without.includes(type),
    ).flatMap((type) => formsOf(this.#file, type).map((event) => [event, this.#wordsOf(event)] as const));
  }

  *run(): Exploring<LifeSpace> {
    const first = new Simulation(this.#file);
    this.#take({ parts: this.#apart(first), now: 0, lines: first.journal.lines }, undefined, null);
    this.#note(first.journal.lines);
    let complete = true;
    for (let index = 0; index < this.#nodes.length && complete; index += 1) {
      if (index % PACE === 0 && (yield { part: this.#scenario.id, done: index, of: undefined }) === 'stop')
        complete = false;
      else this.#expand(index);
    }
    return {
      nodes: this.#nodes,
      transitions: this.#transitions,
      realSteps: this.#realSteps,
      following: this.#following,
      reached: this.#reached,
      complete,
    };
  }

  #expand(index: number): void {
    const node = must(this.#nodes[index], 'a state');
    const standing = must(this.#standings[index], 'what a state needs to be gone on from');
    const following = must(this.#following[index], 'what follows a state');
    this.#standings[index] = undefined;
    for (const move of this.#movesOf(node.state, standing)) {
      this.#transitions += 1;
      const after = this.#carryOut(standing, move);
      const to = this.#take(after, { node, standing }, move);
      following.push(to.index);
      this.#watch.onStep?.({ before: node.state, move, lines: after.lines, after: to.state }, node, to);
    }
  }

  #movesOf({ possible, due, outcome }: LifeState, { attempt }: Reached): Move[] {
    const moves: Move[] = [...possible];
    if (due !== null) moves.push(CLOCK_MOVED);
    if (isEnd(outcome) && attempt < this.#bounds.attempts) moves.push(ATTEMPT_BEGAN);
    return moves;
  }

  #carryOut(standing: Reached, move: Move): After {
    const { parts, now } = standing;
    const known = this.#everyStepReal ? undefined : this.#knownAfter(parts, move);
    return known ? { ...known, now: now + passedWith(parts, move) } : this.#carryOutReally(standing, move);
  }

  #knownAfter(parts: readonly ActorPart[], move: Move): StepEffect | undefined {
    if (asksJournal(move)) return undefined;
    const takers = this.#takersOf(parts, move);
    if (takers.length === 0) return undefined;
    const words = this.#wordsOf(move);
    const passed = passedWith(parts, move);
    return (
      this.#messages.find(move.type, words, takers, this.#actors.later(parts, passed)) ??
      this.#effects.find(words, takers, parts, passed)
    );
  }

  /**
   * Those that the simulation gives the event to: the innermost for a tap, everybody concerned for the surroundings.
   */
  #takersOf(parts: readonly ActorPart[], move: Move): readonly ActorPart[] {
    if (move.type === 'attempt.began') return [];
    if (move.type === 'clock.moved') return [firstDue(parts)];
    const words = this.#wordsOf(move);
    const takers = parts.filter(({ core }) => this.#seen[core]?.takes.has(words));
    return SCRIPT_EVENTS[move.type].by === 'surroundings' ? takers : takers.slice(-1);
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
      const { possible, due } = this.#lookAt(parts);
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
    this.#note(lines);
    const takers = this.#takersOf(before, move);
    if (takers.length > 0 && !asksJournal(move)) {
      const words = this.#wordsOf(move);
      const atOnce = this.#actors.later(before, now - began);
      if (!this.#messages.learn(words, takers, atOnce, parts, lines, overheard))
        this.#effects.learn(words, takers, before, parts, lines);
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

  /** The state after a step: a new node, or the known one that equals it but for the hour. */
  #take(
    { parts, now, lines }: After,
    from: { node: LifeNode; standing: Reached } | undefined,
    move: Move | null,
  ): LifeNode {
    const again = move?.type === 'attempt.began';
    const attempt = from ? from.standing.attempt + (again ? 1 : 0) : 1;
    const telling = this.#tellings.after(again ? undefined : from?.standing.telling, lines);
    const key = `${telling.index} ${attempt} ${parts.map(({ index }) => index).join(' ')}`;
    const known = this.#known.get(key);
    if (known) return known;
    const index = this.#nodes.length;
    if (index >= this.#bounds.most) throw this.#tooLarge(from ? from.node.depth : 0);
    const way = from
      ? { parent: from.node.index, passed: now - from.standing.now, depth: from.node.depth + 1 }
      : { parent: -1, passed: now, depth: 0 };
    const node: LifeNode = {
      index,
      move,
      ...way,
      state: { ...telling.told, attempt, ...this.#lookAt(parts) },
    };
    this.#known.set(key, node);
    this.#nodes.push(node);
    this.#following.push([]);
    this.#standings.push({ parts, now, attempt, telling });
    this.#watch.onState?.(node);
    return node;
  }

  #lookAt(parts: readonly ActorPart[]): Omit<LifeState, keyof HowItStands> {
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

  #note(lines: readonly JournalLine[]): void {
    for (const line of lines) {
      if (line.type === 'transition')
        for (const name of line.taken) {
          // An actor's first step leaves states that no line names as active.
          if (isNew(this.#taken, `${line.actor} ${name}`)) {
            const [source, , targets] = name.split('|');
            for (const state of [must(source, 'a source'), ...must(targets, 'its targets').split('+')])
              this.#reached.add(`${nameOf(line.actor)}|${state}`);
          }
        }
      if (line.type === 'transition' || line.type === 'actor.started')
        for (const leaf of line.states)
          if (isNew(this.#taken, `${line.actor}|${leaf}`)) this.#reached.add(`${nameOf(line.actor)}|${leaf}`);
    }
  }

  #tooLarge(depth: number): InputError {
    const waiting = this.#standings.filter((standing) => standing !== undefined).length;
    return new InputError([
      {
        file: this.#scenario.id,
        message:
          `more than ${this.#bounds.most} states: ${waiting} of them still lead on at depth ${depth}, after ` +
          `${this.#transitions} transitions`,
        advice:
          'Allow more with --most, leave events out with --without (such as wifi.lost), or take an item or ' +
          'an account away.',
      },
    ]);
  }
}

/** What goes away with an act is told by the journal, so its effect hangs on more than on where the actors stand. */
const asksJournal = ({ type }: Move): boolean =>
  type === 'app.deleted' ||
  type === 'profile.removed' ||
  type === 'management.retired' ||
  type === 'settings.signedOut';

/** The actor that the clock comes to first. */
const firstDue = (parts: readonly ActorPart[]): ActorPart =>
  parts.reduce((first, part) => (part.due !== null && (first.due === null || part.due < first.due) ? part : first));

/** Milliseconds that pass with a move. */
const passedWith = (parts: readonly ActorPart[], move: Move): number =>
  move.type === 'clock.moved' ? Math.max(0, must(firstDue(parts).due, 'the next due moment')) : 0;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function isNew(known: Set<string>, what: string): boolean {
  const { size } = known;
  return known.add(what).size > size;
}
