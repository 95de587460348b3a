import { cellOf } from '../../model/optional.ts';
import { listedOr } from '../../model/listed.ts';
import { machineIdOf, parentPathOf } from '../../run/actor-paths.ts';
import { type Draft, enableMapSet, produce } from 'immer';
import type { KnownActor } from '../../report/live-envelope.ts';
import type { LiveLine } from '../../report/live-lines.ts';
import type { LiveMessage, SeenSnapshot } from '../../report/live-message.ts';

enableMapSet();

/** An event that an actor got and whose snapshot has not come yet. */
interface Pending {
  /** Number of its entry in the log. */
  readonly n: number;
  readonly event: string;
  /** Whether the actor told or started another one meanwhile. */
  readonly acted: boolean;
}

/** An actor of a program that is watched. */
export interface WatchedActor {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly status: string;
  readonly states: readonly string[];
  readonly context: string;
  /** Its output or its error, as JSON. */
  readonly result: string;
  readonly mark: string;
  readonly pending: readonly Pending[];
  /** Whether an event came from it or went to it. */
  readonly spoke: boolean;
}

/** One line of the log of a program. */
export interface LogEntry {
  readonly n: number;
  readonly kind: 'actor' | 'event' | 'states' | 'note';
  readonly actor: string;
  /** Stands here, too, because an actor that ended is forgotten before its entries are. */
  readonly name: string;
  readonly from: string | null;
  readonly says: string;
  readonly data: string;
  /** For an event: the snapshot after it is the one before it. */
  readonly refused: boolean;
}

interface Roster {
  readonly id: number;
  readonly title: string;
  readonly connected: boolean;
  /** Why it is no longer connected, when that is known. */
  readonly why: string;
  readonly actors: ReadonlyMap<string, WatchedActor>;
  /** Actors that ended and are still listed, the oldest first. */
  readonly over: ReadonlySet<string>;
  /** Actors that ever began, listed or not. */
  readonly met: number;
  /** Messages that the page did not get, because the server no longer kept them. */
  readonly missed: number;
  readonly scenario: { readonly name: string; readonly text: string } | null;
  readonly ended: {
    readonly outcome: string;
    readonly fingerprints: { readonly outcome: string; readonly journal: string };
  } | null;
}

/** A program that tells, or told, of its actors. Never changed after it is handed out. */
export interface Watched extends Roster {
  readonly log: readonly LogEntry[];
  /** Entries that were dropped from the beginning of the log. */
  readonly forgotten: number;
}

export const MAX_ACTORS = 2000;
/** Actors that ended and are still listed. */
export const MAX_OVER = 200;
export const MAX_LOG = 20_000;
/** How many are dropped at once, so that not every entry moves all others. */
const FORGET = 2000;
const MAX_DATA = 500;
const MAX_SAYS = 400;
const MAX_PENDING = 50;

export const newlyWatched = (id: number): Watched => ({
  id,
  title: `program ${id}`,
  connected: true,
  why: '',
  actors: new Map(),
  over: new Set(),
  met: 0,
  missed: 0,
  log: [],
  forgotten: 0,
  scenario: null,
  ended: null,
});

/** The program after some more messages. */
export function hear(watched: Watched, messages: readonly LiveMessage[]): Watched {
  // The log stays outside the draft: immer would look through all of it at every batch.
  const { log: before, forgotten, ...roster } = watched;
  const log = new Log(before, forgotten);
  const after = produce(roster, (draft) => {
    const hearing = new Hearing(draft, log);
    for (const message of messages) hearing.hear(message);
  });
  return { ...after, ...log.done() };
}

/** The program with what is known of its actors from messages that are no longer kept. */
export function recall(watched: Watched, missed: number, met: number, known: readonly KnownActor[]): Watched {
  const { log, forgotten, ...roster } = watched;
  const after = produce(roster, (draft) => {
    const hearing = new Hearing(draft, new Log(log, forgotten));
    for (const { id, name, parent, status, states } of known)
      hearing.change(id, { name, parent, status, states: [...states] });
    const root = known.find(({ parent, name }) => parent === null && name !== '');
    if (draft.missed === 0 && root && !draft.scenario) draft.title = root.name;
    draft.missed += missed;
    draft.met = Math.max(draft.met, met, draft.actors.size);
  });
  return { ...after, log, forgotten };
}

class Log {
  readonly #entries: LogEntry[];
  readonly #forgotten: number;

  constructor(before: readonly LogEntry[], forgotten: number) {
    this.#entries = [...before];
    this.#forgotten = forgotten;
  }

  add(entry: Omit<LogEntry, 'n' | 'refused'>): number {
    const n = this.#forgotten + this.#entries.length + 1;
    const { says, data } = entry;
    this.#entries.push({ ...entry, n, says: says.slice(0, MAX_SAYS), data: data.slice(0, MAX_DATA), refused: false });
    return n;
  }

  refuse(n: number): void {
    const place = n - this.#forgotten - 1;
    const entry = this.#entries[place];
    if (entry) this.#entries[place] = { ...entry, refused: true };
  }

  /** The last event of this name; our own journal says later that it was refused. */
  lastEvent(says: string): number | undefined {
    return this.#entries.findLast((entry) => entry.kind === 'event' && entry.says === says)?.n;
  }

  done(): Pick<Watched, 'log' | 'forgotten'> {
    const surplus = this.#entries.length > MAX_LOG ? this.#entries.length - MAX_LOG + FORGET : 0;
    return {
      log: surplus > 0 ? this.#entries.slice(surplus) : this.#entries,
      forgotten: this.#forgotten + surplus,
    };
  }
}

type Change = Partial<Omit<Draft<WatchedActor>, 'id' | 'pending'>>;

/** Writes what a program tells into a draft of its roster, and into its log. */
class Hearing {
  readonly #draft: Draft<Roster>;
  readonly #log: Log;

  constructor(draft: Draft<Roster>, log: Log) {
    this.#draft = draft;
    this.#log = log;
  }

  hear(message: LiveMessage): void {
    const draft = this.#draft;
    switch (message.type) {
      case 'actor':
        this.#begin(message.id, message.name, message.parent, message.snapshot);
        break;
      case 'event':
        this.#event(message.id, message.source, message.event, message.data);
        break;
      case 'snapshot':
        this.#snapshot(message.id, message.event, message.snapshot);
        break;
      case 'began':
        draft.title = message.scenario;
        draft.scenario = { name: message.scenario, text: message.text };
        break;
      case 'lines':
        for (const line of message.lines) this.#line(line);
        break;
      case 'ended':
        draft.ended = { outcome: message.outcome, fingerprints: message.fingerprints };
        break;
      case 'note':
        this.#note('note', '', null, message.says, '');
        break;
      default:
    }
  }

  #begin(id: string, name: string, parent: string | null, snapshot: SeenSnapshot): void {
    const draft = this.#draft;
    if (parent === null && name !== '' && draft.actors.size === 0 && !draft.scenario) draft.title = name;
    if (!draft.actors.has(id)) draft.met += 1;
    this.change(id, { name, parent, ...snapshot }, false);
    if (parent !== null) this.#acts(parent);
    this.#note('actor', id, null, listedOr('active', [...snapshot.states, ...overOf(snapshot.status)]), '');
  }

  #event(id: string, source: string | null, event: string, data: string): void {
    const from = source === null ? null : this.#idOf(source);
    if (from !== null) this.#acts(from);
    const n = this.#note('event', id, from, event, data);
    if (from !== null && this.#draft.actors.has(from)) this.change(from, { spoke: true });
    const actor = this.change(id, { spoke: true });
    // An actor without states keeps its snapshot whatever it takes; nothing can be told of it.
    if (!actor || actor.states.length === 0 || event === 'xstate.init') return;
    actor.pending.push({ n, event, acted: false });
    if (actor.pending.length > MAX_PENDING) actor.pending.shift();
  }

  #snapshot(id: string, event: string, snapshot: SeenSnapshot): void {
    const before = this.#draft.actors.get(id);
    const changed = !before || before.status !== snapshot.status || before.states.join() !== snapshot.states.join();
    const answered = before && takeUntil(before.pending, (one) => one.event === event);
    if (answered && !answered.acted && snapshot.mark !== '' && snapshot.mark === before?.mark)
      this.#log.refuse(answered.n);
    this.change(id, snapshot);
    const says = [...snapshot.states, ...overOf(snapshot.status)].join(', ');
    if (changed && says !== '') this.#note('states', id, null, says, resultOf(snapshot));
  }

  /** Our own journal says the same in other words. */
  #line(line: LiveLine): void {
    const { actor } = line;
    switch (line.type) {
      case 'actor.started':
        this.#begin(actor, machineIdOf(actor), parentPathOf(actor), { ...NOTHING_SEEN, states: [...line.states] });
        break;
      case 'actor.ended':
        this.change(actor, { status: 'done' });
        this.#note('states', actor, null, 'done', '');
        break;
      case 'transition':
        this.change(actor, { states: [...line.states] });
        this.#note('states', actor, null, line.states.join(', '), '');
        break;
      case 'message':
        for (const id of [actor, line.to]) this.change(id, { spoke: true });
        this.#note('event', line.to, actor, line.event, '');
        break;
      case 'event':
        this.change(actor, { spoke: true });
        this.#note('event', actor, null, line.event, '');
        break;
      case 'refused': {
        const n = this.#log.lastEvent(line.event);
        if (n !== undefined) this.#log.refuse(n);
        break;
      }
      default:
    }
  }

  /** XState's own events name the source as JSON leaves it: by its id instead of its session. */
  #idOf(source: string): string {
    const { actors } = this.#draft;
    if (actors.has(source)) return source;
    for (const { id, name } of actors.values()) if (name === source) return id;
    return source;
  }

  /** What an actor does while it takes an event shows that it took it. */
  #acts(id: string): void {
    const first = this.#draft.actors.get(id)?.pending[0];
    if (first) first.acted = true;
  }

  /** The actor after a change; `undefined` for one that is not listed, because there are too many. */
  change(id: string, part: Change, isNew = true): Draft<WatchedActor> | undefined {
    const { actors, over } = this.#draft;
    const known = actors.get(id);
    const wasOver = known !== undefined && known.status !== 'active';
    if (known) Object.assign(known, part);
    else {
      // Where somebody has been left out, a stranger may be one of those: it was counted then.
      if (isNew && this.#draft.met === actors.size) this.#draft.met += 1;
      if (actors.size >= MAX_ACTORS && !this.#forgetOldest()) return undefined;
      actors.set(id, { id, name: '', parent: null, ...NOTHING_SEEN, pending: [], spoke: false, ...part });
    }
    if (!wasOver && part.status !== undefined && part.status !== 'active') {
      over.add(id);
      if (over.size > MAX_OVER) this.#forgetOldest();
    }
    return actors.get(id);
  }

  /** Gives up the actor that ended first; false when all that are listed run. */
  #forgetOldest(): boolean {
    const { actors, over } = this.#draft;
    for (const id of over) {
      over.delete(id);
      if (actors.get(id)?.status !== 'active') return actors.delete(id);
    }
    return false;
  }

  #note(kind: LogEntry['kind'], actor: string, from: string | null, says: string, data: string): number {
    return this.#log.add({ kind, actor, name: cellOf(this.#draft.actors.get(actor)?.name), from, says, data });
  }
}

/** Takes the first that fits out of a list, with all that stand before it. */
function takeUntil<T>(list: T[], fits: (one: T) => boolean): T | undefined {
  return list.splice(0, list.findIndex(fits) + 1).at(-1);
}

const NOTHING_SEEN: SeenSnapshot = { status: 'active', states: [], context: '', result: '', mark: '' };

const overOf = (status: string): readonly string[] => (status === 'active' ? [] : [status]);

function resultOf({ status, result }: SeenSnapshot): string {
  if (status === 'error') return result === '' || result === '{}' ? 'the program did not pass on its reason' : result;
  return result;
}

/** What to call an actor whose program gives it no name. */
export const nameOf = ({ id, name }: Pick<WatchedActor, 'id' | 'name'>): string =>
  name !== '' ? name : id === '' ? 'program' : `unnamed ${id}`;
