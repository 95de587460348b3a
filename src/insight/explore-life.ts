import { isEnd, type Outcome } from '../model/fates.ts';
import { InputError } from '../model/problem.ts';
import type { World } from '../model/world.ts';
import type { CaseFile } from '../rulebook/case-file.ts';
import { dueAtOf, leavesOf, type LiveActor, metasOf, namedEvents, refusingGuards } from '../run/actors.ts';
import { type ActorPart, ActorParts } from './actor-parts.ts';
import { EMPTY_CHAIN, type JournalLine } from '../run/journal.ts';
import { foldLedger, type LedgerRow } from '../run/ledger.ts';
import { type OfferedEvent, type OfferedType, OFFERS } from '../run/offers.ts';
import { caseFileOf } from '../run/play.ts';
import { Simulation } from '../run/simulation.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** What can happen in a state: an offered event, the clock on the next due moment, or another attempt. */
export type Move = OfferedEvent | { readonly type: 'clock.moved' } | { readonly type: 'attempt.began' };

/** One running actor as laws see it. */
export interface SeenActor {
  readonly path: string;
  readonly leaves: readonly string[];
  readonly screens: readonly string[];
  readonly wifi: boolean | undefined;
  readonly power: boolean | undefined;
}

/** A state of the life of a restore: what every actor is doing, and what has become of the items. */
export interface LifeState {
  readonly world: World;
  readonly actors: readonly SeenActor[];
  /** What the surroundings really are. */
  readonly wifi: boolean;
  readonly power: boolean;
  readonly rows: readonly LedgerRow[];
  readonly outcome: Outcome;
  readonly frozen: boolean;
  readonly alerts: readonly string[];
  /** Prompts that wait for an answer, with the account they ask for. */
  readonly prompts: readonly { readonly prompt: string; readonly account: string | undefined }[];
  readonly possible: readonly OfferedEvent[];
  /** Events that active states name but refuse in every form, without a guard that says no. */
  readonly mute: readonly OfferedType[];
  /** Milliseconds until the next due moment. */
  readonly due: number | null;
}

export interface LifeStep {
  readonly before: LifeState;
  readonly move: Move;
  readonly lines: readonly JournalLine[];
  readonly after: LifeState;
}

/** A state that was found, with the way to it. */
export interface LifeNode {
  readonly place: number;
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
  readonly without: readonly OfferedType[];
  /** Restores in one story, each after an erase. */
  readonly attempts: number;
}

export interface LifeWatch {
  readonly onState?: (node: LifeNode) => void;
  readonly onStep?: (step: LifeStep, from: LifeNode, to: LifeNode) => void;
  /** Called now and then; false leaves the rest unexplored. */
  readonly onProgress?: (states: number, waiting: number) => boolean | void;
}

export interface LifeSpace {
  readonly nodes: readonly LifeNode[];
  readonly transitions: number;
  /** Places of the states that can follow each state. */
  readonly following: readonly (readonly number[])[];
  /** `actor|state` of everything that was entered. */
  readonly reached: ReadonlySet<string>;
  /** False when somebody stopped it. */
  readonly complete: boolean;
}

/** What a state needs to be gone on from. */
interface Standing {
  readonly parts: readonly ActorPart[];
  readonly now: number;
  readonly attempt: number;
  readonly items: readonly JournalLine[];
}

/** What a move does to one actor that sends nobody a message: it does so wherever the others stand. */
interface Effect {
  readonly core: number;
  readonly due: number | null;
  readonly lines: readonly JournalLine[];
}

const OPEN: Pick<JournalLine, 'type'>['type'][] = ['item.judged', 'item.arrived', 'item.waiting', 'sync.withheld', 'restore.ended', 'attempt.began'];

/**
 * Every order of everything that can happen, breadth first, over the real actors: the shortest way to each state comes first.
 * Throws an InputError when there are more states than the bound.
 */
export function exploreLife(scenario: Scenario, bounds: LifeBounds, watch: LifeWatch = {}): LifeSpace {
  const file = caseFileOf(scenario.world);
  const search = new Search(scenario, file, bounds, watch);
  return search.run();
}

class Search {
  readonly #scenario: Scenario;
  readonly #file: CaseFile;
  readonly #bounds: LifeBounds;
  readonly #watch: LifeWatch;
  readonly #places = new Map<string, number>();
  readonly #nodes: LifeNode[] = [];
  readonly #following: number[][] = [];
  readonly #standings: (Standing | undefined)[] = [];
  readonly #reached = new Set<string>();
  #transitions = 0;

  constructor(scenario: Scenario, file: CaseFile, bounds: LifeBounds, watch: LifeWatch) {
    this.#scenario = scenario;
    this.#file = file;
    this.#bounds = bounds;
    this.#watch = watch;
  }

  run(): LifeSpace {
    const first = new Simulation(this.#file);
    this.#note(first.journal.lines);
    this.#take(first, first.journal.lines, undefined, null, 1);
    let complete = true;
    for (let place = 0; place < this.#nodes.length; place += 1) {
      if (place % 64 === 0 && this.#watch.onProgress?.(place, this.#nodes.length - place) === false) {
        complete = false;
        break;
      }
      this.#expand(place);
    }
    return { nodes: this.#nodes, transitions: this.#transitions, following: this.#following, reached: this.#reached, complete };
  }

  #expand(place: number): void {
    const node = this.#nodes[place];
    const standing = this.#standings[place];
    if (!node || !standing) return;
    this.#standings[place] = undefined;
    for (const move of this.#movesOf(node.state, standing)) {
      const simulation = new Simulation(this.#file, { from: { step: 1, now: standing.now, lines: [], chain: [EMPTY_CHAIN], actors: standing.actors } });
      carryOut(simulation, move, this.#file, standing.attempt);
      this.#transitions += 1;
      const { lines } = simulation.journal;
      this.#note(lines);
      const to = this.#take(simulation, lines, { node, standing }, move, standing.attempt + (move.type === 'attempt.began' ? 1 : 0));
      this.#following[place]?.push(to.place);
      this.#watch.onStep?.({ before: node.state, move, lines, after: to.state }, node, to);
    }
  }

  #movesOf(state: LifeState, { attempt }: Standing): Move[] {
    const { without, attempts } = this.#bounds;
    const moves: Move[] = state.possible.filter(({ type }) => !without.includes(type) && !OFFERS[type].harmless);
    if (state.due !== null) moves.push({ type: 'clock.moved' });
    if (isEnd(state.outcome) && attempt < attempts) moves.push({ type: 'attempt.began' });
    return moves;
  }

  /** The state in which a simulation stands: a new node, or the known one that equals it but for the hour. */
  #take(simulation: Simulation, lines: readonly JournalLine[], from: { node: LifeNode; standing: Standing } | undefined, move: Move | null, attempt: number): LifeNode {
    const again = move?.type === 'attempt.began';
    const items = [...(from && !again ? from.standing.items : []), ...lines.filter(({ type }) => OPEN.includes(type))];
    const told = tell(simulation.file, items, from && !again ? from.node.state : undefined, lines);
    const key = keyOf(simulation, told, attempt);
    const known = this.#nodes[this.#places.get(key) ?? -1];
    if (known) return known;
    const state = { ...told, ...lookAt(simulation) };
    const place = this.#nodes.length;
    if (place >= this.#bounds.most) throw this.#tooLarge(from?.node.depth ?? 0);
    const node: LifeNode = { place, parent: from?.node.place ?? -1, move, passed: simulation.now - (from?.standing.now ?? 0), depth: (from?.node.depth ?? -1) + 1, state };
    this.#places.set(key, place);
    this.#nodes.push(node);
    this.#following.push([]);
    this.#standings.push({ actors: simulation.root.getPersistedSnapshot(), now: simulation.now, attempt, items });
    this.#watch.onState?.(node);
    return node;
  }

  #note(lines: readonly JournalLine[]): void {
    for (const line of lines) {
      const actor = line.actor.slice(line.actor.lastIndexOf('/') + 1);
      if (line.type === 'transition') for (const name of line.taken) for (const target of (name.split('|')[2] ?? '').split('+')) this.#reached.add(`${actor}|${target}`);
      if (line.type === 'transition' || line.type === 'actor.started') for (const leaf of line.states) this.#reached.add(`${actor}|${leaf}`);
    }
  }

  #tooLarge(depth: number): InputError {
    const waiting = this.#standings.filter((standing) => standing !== undefined).length;
    return new InputError([{
      file: this.#scenario.id,
      message: `more than ${this.#bounds.most} states: ${waiting} of them still lead on at depth ${depth}, after ${this.#transitions} transitions`,
      advice: 'Allow more with --most, leave events out with --without (such as wifi.lost), or take an item or an account away.',
    }]);
  }
}

function carryOut(simulation: Simulation, move: Move, file: CaseFile, attempt: number): void {
  if (move.type === 'clock.moved') simulation.advance();
  else if (move.type === 'attempt.began') simulation.beginAttempt(file, attempt + 1, {});
  else simulation.send(move);
}

type Told = Pick<LifeState, 'rows' | 'outcome' | 'frozen' | 'alerts' | 'prompts'>;

/** What the journal has told up to here. */
function tell(file: CaseFile, items: readonly JournalLine[], before: LifeState | undefined, lines: readonly JournalLine[]): Told {
  const { rows, outcome } = foldLedger(file.world.items, items);
  return {
    rows,
    outcome,
    frozen: (before?.frozen ?? false) || lines.some(({ type }) => type === 'verdicts.frozen'),
    alerts: alertsAfter(before?.alerts ?? [], lines),
    prompts: promptsAfter(before?.prompts ?? [], lines),
  };
}

/** What the actors do, and what can happen next. */
function lookAt(simulation: Simulation): Omit<LifeState, keyof Told> {
  const { actors, file, now } = simulation;
  const { wifi = true, power = true } = (actors[0]?.snapshot.context ?? {}) as { wifi?: boolean; power?: boolean };
  const possible = simulation.possible();
  const due = simulation.nextDue();
  return { world: file.world, actors: actors.map(seen), wifi, power, possible, mute: muteEvents(actors, possible), due: due === undefined ? null : due - now };
}

function seen({ path, snapshot }: LiveActor): SeenActor {
  const { wifi, power } = snapshot.context as { wifi?: boolean; power?: boolean };
  return { path, leaves: leavesOf(snapshot.value), screens: metasOf(snapshot).flatMap(({ screen }) => screen ?? []), wifi, power };
}

function muteEvents(actors: readonly LiveActor[], possible: readonly OfferedEvent[]): OfferedType[] {
  const named = new Set(actors.flatMap(({ snapshot }) => namedEvents(snapshot)));
  return (Object.keys(OFFERS) as OfferedType[]).filter((type) => named.has(type) && !possible.some((event) => event.type === type) && refusingGuards(actors, type).length === 0);
}

function alertsAfter(open: readonly string[], lines: readonly JournalLine[]): readonly string[] {
  const now = new Set(open);
  for (const line of lines) {
    if (line.type === 'alert.raised') now.add(line.alert);
    if (line.type === 'alert.cleared') now.delete(line.alert);
  }
  return [...now].toSorted();
}

/** A prompt stays open until an answer fits, or until whoever asked has gone. */
function promptsAfter(open: LifeState['prompts'], lines: readonly JournalLine[]): LifeState['prompts'] {
  let now = open;
  for (const line of lines) {
    if (line.type === 'prompt.shown') now = [...now, { prompt: line.prompt, account: line.account }];
    if (line.type === 'prompt.answered' && line.answer !== 'wrong') now = now.filter(({ prompt, account }) => prompt !== line.prompt || account !== line.account);
    if (line.type === 'restore.ended') now = now.filter(({ prompt }) => prompt === 'keychain-passcode');
  }
  return now;
}

/** Two states are the same when every actor stands alike, waits equally long, and the items fared alike. */
function keyOf(simulation: Simulation, state: Told, attempt: number): string {
  const actors = simulation.actors.map(({ path, snapshot }) => {
    const { file: _file, ...context } = snapshot.context as Record<string, unknown>;
    const dueAt = dueAtOf(snapshot);
    return [path, snapshot.value, dueAt === null ? context : { ...context, dueAt: dueAt - simulation.now }];
  });
  return JSON.stringify([attempt, actors, state.rows, state.alerts, state.prompts, state.outcome]);
}
