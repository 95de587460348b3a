import { must } from '../../model/must.ts';

/** What XState persists of one actor; the children stand inside their parent. */
interface Persisted {
  readonly status: string;
  readonly value: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  readonly children: Readonly<Record<string, PersistedChild>>;
}
interface PersistedChild {
  readonly snapshot: Persisted;
  readonly [key: string]: unknown;
}

/** One actor of a system: what it is doing, and how long until its next due moment. Equal parts are one object. */
export interface ActorPart {
  /** Equal parts have equal numbers. */
  readonly index: number;
  /** The number of its state and context, as `ActorParts` counts them. */
  readonly core: number;
  readonly path: string;
  readonly due: number | null;
}

interface Core {
  readonly path: string;
  readonly snapshot: Persisted;
  readonly entry: Readonly<Record<string, unknown>>;
  readonly parts: Map<number | null, ActorPart>;
}

/**
 * Takes the persisted state of an actor system apart and puts it together again. Actors touch each other by messages
 * alone.
 */
export class ActorParts {
  readonly #numbers = new Map<string, number>();
  readonly #cores: Core[] = [];
  #parts = 0;

  /** The actors of a system, parents before children. */
  apart(system: unknown, now: number): ActorPart[] {
    const parts: ActorPart[] = [];
    this.#take('simulation', system as Persisted, {}, now, parts);
    return parts;
  }

  /** The same actors when some time has gone by in which none of them did anything. */
  later(parts: readonly ActorPart[], passed: number): readonly ActorPart[] {
    if (passed === 0) return parts;
    return parts.map((part) => (part.due === null ? part : this.#part(part.core, part.due - passed)));
  }

  /** The system as XState takes it, at the moment `now`. */
  together(parts: readonly ActorPart[], now: number): unknown {
    const built = new Map<string, { snapshot: Persisted; children: Record<string, PersistedChild> }>();
    let root: Persisted | undefined;
    for (const { core, path, due } of parts) {
      const known = this.#core(core);
      const { dueAtMs } = known.snapshot.context;
      const context =
        dueAtMs === undefined
          ? known.snapshot.context
          : { ...known.snapshot.context, dueAtMs: due === null ? null : now + due };
      const children: Record<string, PersistedChild> = {};
      const snapshot = { ...known.snapshot, context, children };
      built.set(path, { snapshot, children });
      const end = path.lastIndexOf('/');
      if (end < 0) root = snapshot;
      else must(built.get(path.slice(0, end)), 'a parent').children[path.slice(end + 1)] = { ...known.entry, snapshot };
    }
    return root;
  }

  #take(
    path: string,
    snapshot: Persisted,
    entry: Readonly<Record<string, unknown>>,
    now: number,
    parts: ActorPart[],
  ): void {
    const { file: _file, dueAtMs = null, ...context } = snapshot.context;
    // Whoever has ended stands in the way of nobody, whatever it last knew.
    const isActive = snapshot.status === 'active';
    const key = isActive ? `${path} ${JSON.stringify(snapshot.value)} ${JSON.stringify(context)}` : `${path} ended`;
    let core = this.#numbers.get(key);
    if (core === undefined) {
      core = this.#cores.length;
      this.#numbers.set(key, core);
      this.#cores.push({ path, snapshot, entry, parts: new Map() });
    }
    parts.push(this.#part(core, typeof dueAtMs === 'number' && isActive ? dueAtMs - now : null));
    for (const name of Object.keys(snapshot.children).toSorted()) {
      const { snapshot: inner, ...rest } = must(snapshot.children[name], 'a child');
      this.#take(`${path}/${name}`, inner, rest, now, parts);
    }
  }

  #core(core: number): Core {
    return must(this.#cores[core], 'a part of an actor system');
  }

  #part(core: number, due: number | null): ActorPart {
    const { path, parts } = this.#core(core);
    let part = parts.get(due);
    if (!part) {
      part = { index: this.#parts, core, path, due };
      this.#parts += 1;
      parts.set(due, part);
    }
    return part;
  }
}
