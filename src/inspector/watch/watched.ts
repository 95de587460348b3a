import type { LiveMessage, SeenSnapshot } from '../../report/live.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import type { Lifeline, Sequence, SequenceRow } from '../../stepping/sequence-rows.ts';

/** An actor of a program that is watched. */
export interface WatchedActor {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly status: string;
  readonly states: readonly string[];
  readonly context: string;
  /** How many events it got. */
  readonly events: number;
}

/** One line of the log of a program. */
export interface LogEntry {
  readonly n: number;
  readonly kind: 'actor' | 'event' | 'states';
  readonly actor: string;
  readonly from: string | null;
  readonly says: string;
  readonly data: string;
}

/** A program that tells, or told, of its actors. Never changed after it is handed out. */
export interface Watched {
  readonly id: number;
  readonly title: string;
  readonly connected: boolean;
  readonly actors: ReadonlyMap<string, WatchedActor>;
  readonly log: readonly LogEntry[];
  /** Entries that were dropped from the beginning of the log. */
  readonly forgotten: number;
  readonly scenario: { readonly name: string; readonly text: string } | null;
  readonly ended: {
    readonly outcome: string;
    readonly fingerprints: { readonly outcome: string; readonly journal: string };
  } | null;
}

export const MAX_ACTORS = 500;
export const MAX_LOG = 20_000;
/** How many are dropped at once, so that not every entry moves all others. */
const FORGET = 2000;

export const newlyWatched = (id: number): Watched => ({
  id,
  title: `program ${id}`,
  connected: true,
  actors: new Map(),
  log: [],
  forgotten: 0,
  scenario: null,
  ended: null,
});

/** The program after some more messages. */
export function hear(watched: Watched, messages: readonly LiveMessage[]): Watched {
  const draft = new WatchedDraft(watched);
  for (const message of messages) draft.hear(message);
  return draft.done();
}

class WatchedDraft {
  readonly #before: Watched;
  readonly #actors: Map<string, WatchedActor>;
  readonly #log: LogEntry[];
  #n: number;
  #title: string;
  #scenario: Watched['scenario'];
  #ended: Watched['ended'];

  constructor(before: Watched) {
    this.#before = before;
    this.#actors = new Map(before.actors);
    this.#log = [...before.log];
    this.#n = before.forgotten + before.log.length;
    this.#title = before.title;
    this.#scenario = before.scenario;
    this.#ended = before.ended;
  }

  done(): Watched {
    const surplus = this.#log.length > MAX_LOG ? this.#log.length - MAX_LOG + FORGET : 0;
    return {
      ...this.#before,
      title: this.#title,
      scenario: this.#scenario,
      ended: this.#ended,
      actors: this.#actors,
      log: surplus > 0 ? this.#log.slice(surplus) : this.#log,
      forgotten: this.#before.forgotten + surplus,
    };
  }

  hear(message: LiveMessage): void {
    switch (message.type) {
      case 'actor':
        if (message.parent === null && this.#actors.size === 0) this.#title = message.name;
        this.#set(message.id, { name: message.name, parent: message.parent, ...message.snapshot });
        this.#note('actor', message.id, null, message.snapshot.states.join(', ') || message.snapshot.status, '');
        break;
      case 'event':
        this.#set(message.id, { events: (this.#actors.get(message.id)?.events ?? 0) + 1 });
        this.#note('event', message.id, message.source, message.event, message.data);
        break;
      case 'snapshot':
        this.#snapshot(message.id, message.snapshot);
        break;
      case 'began':
        this.#title = message.scenario;
        this.#scenario = { name: message.scenario, text: message.text };
        break;
      case 'lines':
        for (const line of message.lines) this.#line(line);
        break;
      case 'ended':
        this.#ended = { outcome: message.outcome, fingerprints: message.fingerprints };
        break;
      default:
    }
  }

  #snapshot(id: string, snapshot: SeenSnapshot): void {
    const before = this.#actors.get(id);
    const changed = !before || before.status !== snapshot.status || before.states.join() !== snapshot.states.join();
    this.#set(id, snapshot);
    if (changed)
      this.#note(
        'states',
        id,
        null,
        [...snapshot.states, ...(snapshot.status === 'active' ? [] : [snapshot.status])].join(', '),
        '',
      );
  }

  /**
   * Our own journal says the same in other words. Strangers can send such lines, too, so nothing but their shape is
   * trusted.
   */
  #line(line: JournalLine): void {
    const { actor } = line;
    const states = 'states' in line && Array.isArray(line.states) ? line.states.map(String).slice(0, 100) : [];
    const event = 'event' in line ? String(line.event) : '';
    switch (line.type) {
      case 'actor.started':
        this.#set(actor, {
          name: lastName(actor),
          parent: actor.includes('/') ? actor.slice(0, actor.lastIndexOf('/')) : null,
          status: 'active',
          states,
        });
        this.#note('actor', actor, null, states.join(', '), '');
        break;
      case 'actor.ended':
        this.#set(actor, { status: 'done' });
        this.#note('states', actor, null, 'done', '');
        break;
      case 'transition':
        this.#set(actor, { states });
        this.#note('states', actor, null, states.join(', '), '');
        break;
      case 'message':
        this.#note('event', String(line.to), actor, event, '');
        break;
      case 'event':
        this.#note('event', actor, null, event, '');
        break;
      default:
    }
  }

  #set(id: string, part: Partial<WatchedActor>): void {
    const known = this.#actors.get(id);
    if (!known && this.#actors.size >= MAX_ACTORS) return;
    this.#actors.set(id, {
      name: id,
      parent: null,
      status: 'active',
      states: [],
      context: '',
      events: 0,
      ...known,
      ...part,
      id,
    });
  }

  #note(kind: LogEntry['kind'], actor: string, from: string | null, says: string, data: string): void {
    this.#n += 1;
    this.#log.push({ n: this.#n, kind, actor, from, says: says.slice(0, 400), data });
  }
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Actors as a tree, parents first; one whose parent never showed up stands at the top. */
export function treeOf(
  actors: ReadonlyMap<string, WatchedActor>,
): { readonly actor: WatchedActor; readonly depth: number }[] {
  const rows: { actor: WatchedActor; depth: number }[] = [];
  const seen = new Set<string>();
  const children = new Map<string | null, WatchedActor[]>();
  for (const actor of actors.values()) {
    const parent = actor.parent !== null && actors.has(actor.parent) ? actor.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), actor]);
  }
  const walk = (actor: WatchedActor, depth: number): void => {
    if (seen.has(actor.id)) return;
    seen.add(actor.id);
    rows.push({ actor, depth });
    for (const child of children.get(actor.id) ?? []) walk(child, depth + 1);
  };
  for (const root of children.get(null) ?? []) walk(root, 0);
  // Parents in a circle: only a liar sends that.
  for (const actor of actors.values()) walk(actor, 0);
  return rows;
}

/** The events of a program as arrows between its actors. */
export function sequenceOfWatched({ actors, log }: Watched): Sequence {
  const lifelines: Lifeline[] = [{ id: '(outside)', name: 'outside', kind: 'outside' }];
  const places = new Map<string, number>([['(outside)', 0]]);
  const running = new Set<number>();
  const placeOf = (id: string): number => {
    let index = places.get(id);
    if (index === undefined) {
      index = lifelines.length;
      places.set(id, index);
      const name = actors.get(id)?.name ?? id;
      lifelines.push({ id, name, kind: name === 'icloudSync' ? 'sync' : 'actor' });
      if (actors.get(id)?.status === 'active') running.add(index);
    }
    return index;
  };
  const rows = log.flatMap(({ kind, n, actor, from, says }): SequenceRow[] =>
    kind === 'event'
      ? [
          {
            step: n,
            atMs: null,
            from: placeOf(from ?? '(outside)'),
            to: placeOf(actor),
            says,
            kind: from === null ? 'event' : 'message',
            running,
          },
        ]
      : [],
  );
  return { lifelines, rows };
}
