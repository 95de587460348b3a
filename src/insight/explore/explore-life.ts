import type { ChartTag } from '../../../machines/chart-tag.ts';
import { SCRIPT_EVENTS } from '../../model/events.ts';
import { isEnd } from '../../model/fates.ts';
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
import { caseFileOf } from '../../run/play.ts';
import { Simulation } from '../../run/simulation.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type ActorPart, ActorParts } from './actor-parts.ts';
import { afterEffect, KnownEffects } from './known-effects.ts';
import type { Exploring } from './exploring.ts';
import {
  isItemLine,
  isTelling,
  type LifeState,
  type LifeStep,
  type Move,
  type SeenActor,
  seen,
  tell,
  type HowItStands,
  wordsOf,
} from './life-state.ts';

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
  /** Transitions for which the actors were woken; in the others only actors moved whose moves were known. */
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

/** What a state needs to be gone on from. */
interface Reached {
  readonly parts: readonly ActorPart[];
  readonly now: number;
  readonly attempt: number;
  readonly items: readonly JournalLine[];
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
  readonly #forms: readonly (readonly [PossibleEvent, string])[];
  readonly #actors = new ActorParts();
  /** What is seen of each core; `undefined` for actors that have ended. */
  readonly #seen: (SeenActor | undefined)[] = [];
  readonly #effects = new KnownEffects();
  readonly #told = new Map<string, number>();
  readonly #rowNumbers = new WeakMap<object, number>();
  readonly #indexes = new Map<string, number>();
  readonly #nodes: LifeNode[] = [];
  readonly #following: number[][] = [];
  readonly #standings: (Reached | undefined)[] = [];
  readonly #reached = new Set<string>();
  #transitions = 0;
  #realSteps = 0;

  constructor(scenario: Scenario, bounds: LifeBounds, watch: LifeWatch) {
    this.#scenario = scenario;
    this.#file = caseFileOf(scenario.world);
    this.#bounds = bounds;
    this.#watch = watch;
    this.#forms = POSSIBLE_EVENT_TYPES.filter(
      (type) => !SCRIPT_EVENTS[type].harmless && !bounds.without.includes(type),
    ).flatMap((type) => formsOf(this.#file, type).map((event) => [event, wordsOf(event)] as const));
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
    const node = this.#nodes[index];
    const standing = this.#standings[index];
    if (!node || !standing) return;
    this.#standings[index] = undefined;
    for (const move of this.#movesOf(node.state, standing)) {
      this.#transitions += 1;
      const after = this.#carryOut(standing, move);
      const to = this.#take(after, { node, standing }, move);
      this.#following[index]?.push(to.index);
      this.#watch.onStep?.({ before: node.state, move, lines: after.lines, after: to.state }, node, to);
    }
  }

  #movesOf({ possible, due, outcome }: LifeState, { attempt }: Reached): Move[] {
    const moves: Move[] = [...possible];
    if (due !== null) moves.push({ type: 'clock.moved' });
    if (isEnd(outcome) && attempt < this.#bounds.attempts) moves.push({ type: 'attempt.began' });
    return moves;
  }

  #carryOut(standing: Reached, move: Move): After {
    const { parts, now } = standing;
    const takers = this.#takersOf(standing, move);
    const effect = this.#watch.everyStepReal ? undefined : this.#effects.find(wordsOf(move), takers, parts);
    if (!effect) return this.#carryOutReally(standing, move, takers);
    const passed = move.type === 'clock.moved' ? Math.max(0, must(takers[0]?.due, 'the next due moment')) : 0;
    return { parts: afterEffect(parts, effect, passed), now: now + passed, lines: effect.lines };
  }

  /**
   * Those that the simulation gives the event to: the innermost for a tap, everybody concerned for the surroundings.
   */
  #takersOf({ parts }: Reached, move: Move): readonly ActorPart[] {
    if (move.type === 'attempt.began') return [];
    if (move.type === 'clock.moved')
      return [
        parts.reduce((first, part) =>
          part.due !== null && (first.due === null || part.due < first.due) ? part : first,
        ),
      ];
    const words = wordsOf(move);
    const takers = parts.filter(({ core }) => this.#seen[core]?.takes.has(words));
    return SCRIPT_EVENTS[move.type].by === 'surroundings' ? takers : takers.slice(-1);
  }

  #carryOutReally(standing: Reached, move: Move, takers: readonly ActorPart[]): After {
    this.#realSteps += 1;
    const { now, parts, attempt } = standing;
    const simulation = new Simulation(this.#file, {
      from: { step: 1, now, lines: [], chain: [EMPTY_CHAIN], actors: this.#actors.together(parts, now) },
    });
    if (move.type === 'clock.moved') simulation.advance();
    else if (move.type === 'attempt.began') simulation.beginAttempt(this.#file, attempt + 1, {});
    else simulation.send(move);
    const { lines } = simulation.journal;
    const after = { parts: this.#apart(simulation), now: simulation.now, lines };
    this.#note(lines);
    if (takers.length > 0) this.#effects.learn(wordsOf(move), takers, parts, after.parts, lines);
    return after;
  }

  /** The parts of a simulation, each looked at once. */
  #apart(simulation: Simulation): readonly ActorPart[] {
    const parts = this.#actors.apart(simulation.root.getPersistedSnapshot(), simulation.now);
    for (const { core, path } of parts) {
      if (core in this.#seen) continue;
      const live = simulation.actors.find((actor) => actor.path === path);
      this.#seen[core] = live && seen(live, this.#file, simulation.now);
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
    const attempt = (from?.standing.attempt ?? 1) + (again ? 1 : 0);
    const before = again ? undefined : from;
    const isSame = before !== undefined && !lines.some(isTelling);
    const items = isSame ? before.standing.items : [...(before?.standing.items ?? []), ...lines.filter(isItemLine)];
    const told: HowItStands = isSame ? before.node.state : tell(this.#file, items, before?.node.state, lines);
    const key = `${attempt} ${this.#numberOf(told)} ${parts.map(({ core, due }) => `${core},${due}`).join(' ')}`;
    const known = this.#nodes[this.#indexes.get(key) ?? -1];
    if (known) return known;
    const index = this.#nodes.length;
    if (index >= this.#bounds.most) throw this.#tooLarge(from?.node.depth ?? 0);
    const { rows, outcome, frozen, alerts, prompts } = told;
    const state: LifeState = { attempt, rows, outcome, frozen, alerts, prompts, ...this.#lookAt(parts) };
    const node: LifeNode = {
      index,
      parent: from?.node.index ?? -1,
      move,
      passed: now - (from?.standing.now ?? 0),
      depth: (from?.node.depth ?? -1) + 1,
      state,
    };
    this.#indexes.set(key, index);
    this.#nodes.push(node);
    this.#following.push([]);
    this.#standings.push({ parts, now, attempt, items });
    this.#watch.onState?.(node);
    return node;
  }

  /**
   * Equal tellings have equal numbers. The rows of a state are the same object as long as nothing was told of an
   * item.
   */
  #numberOf({ rows, outcome, frozen, alerts, prompts }: HowItStands): string {
    let number = this.#rowNumbers.get(rows);
    if (number === undefined) {
      const text = JSON.stringify(rows);
      number = this.#told.get(text) ?? this.#told.size;
      this.#told.set(text, number);
      this.#rowNumbers.set(rows, number);
    }
    return (
      `${number} ${outcome} ${frozen} ${alerts.toSorted().join()} ` +
      `${prompts.map(({ prompt, account }) => `${prompt}/${account}`).join()}`
    );
  }

  #lookAt(parts: readonly ActorPart[]): Omit<LifeState, keyof HowItStands> {
    const actors = parts.flatMap(({ core }) => this.#seen[core] ?? []);
    const is = (tag: ChartTag) => actors.some(({ tags }) => tags.has(tag));
    const dues = parts.flatMap(({ due }) => due ?? []);
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
      const actor = line.actor.slice(line.actor.lastIndexOf('/') + 1);
      if (line.type === 'transition')
        for (const name of line.taken) {
          // An actor's first step leaves states that no line names as active.
          const [source, , targets] = name.split('|');
          for (const state of [must(source, 'the source of a transition'), ...must(targets, 'its targets').split('+')])
            this.#reached.add(`${actor}|${state}`);
        }
      if (line.type === 'transition' || line.type === 'actor.started')
        for (const leaf of line.states) this.#reached.add(`${actor}|${leaf}`);
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
