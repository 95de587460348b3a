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

/** One actor of a system: what it is doing, and how long until its next due moment. */
export interface ActorPart {
  /** The number of its state and context, as `ActorParts` counts them. */
  readonly core: number;
  readonly path: string;
  readonly due: number | null;
}

interface Core {
  readonly path: string;
  readonly snapshot: Persisted;
  readonly entry: Readonly<Record<string, unknown>>;
}

/**
 * Takes the persisted state of an actor system apart and puts it together again. Actors touch each other by messages
 * alone.
 */
export class ActorParts {
  readonly #numbers = new Map<string, number>();
  readonly #cores: Core[] = [];

  /** The actors of a system, parents before children. */
  apart(system: unknown, now: number): ActorPart[] {
    const parts: ActorPart[] = [];
    this.#take('simulation', system as Persisted, {}, now, parts);
    return parts;
  }

  /** The system as XState takes it, at the moment `now`. */
  together(parts: readonly ActorPart[], now: number): unknown {
    const built = new Map<string, { snapshot: Persisted; children: Record<string, PersistedChild> }>();
    let root: Persisted | undefined;
    for (const { core, path, due } of parts) {
      const known = this.#cores[core];
      if (!known) throw new TypeError(`no part ${core}`);
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
      else {
        const parent = built.get(path.slice(0, end));
        if (parent) parent.children[path.slice(end + 1)] = { ...known.entry, snapshot };
      }
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
    const key =
      snapshot.status === 'active'
        ? `${path} ${JSON.stringify(snapshot.value)} ${JSON.stringify(context)}`
        : `${path} ended`;
    let core = this.#numbers.get(key);
    if (core === undefined) {
      core = this.#cores.length;
      this.#numbers.set(key, core);
      this.#cores.push({ path, snapshot, entry });
    }
    parts.push({ core, path, due: typeof dueAtMs === 'number' && snapshot.status === 'active' ? dueAtMs - now : null });
    for (const name of Object.keys(snapshot.children).toSorted()) {
      const child = snapshot.children[name];
      if (!child) continue;
      const { snapshot: inner, ...rest } = child;
      this.#take(`${path}/${name}`, inner, rest, now, parts);
    }
  }
}
