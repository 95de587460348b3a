import { orNull } from '../../model/optional.ts';
import type { AnyActorRef, AnyMachineSnapshot } from 'xstate';
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
  readonly #coreOfSnapshot = new WeakMap<AnyMachineSnapshot, number>();
  #parts = 0;

  /** The actors of a system, parents before children. */
  apart(root: AnyActorRef, now: number): ActorPart[] {
    const parts: ActorPart[] = [];
    let whole: Persisted | undefined;
    // XState says of what it persists only that it is one.
    const persisted = (): Persisted => (whole ??= root.getPersistedSnapshot() as unknown as Persisted);
    this.#take(root, [], now, parts, persisted);
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

  #take(ref: AnyActorRef, names: readonly string[], now: number, parts: ActorPart[], whole: () => Persisted): void {
    const snapshot = ref.getSnapshot() as AnyMachineSnapshot;
    const { status, context, children } = snapshot;
    const core = this.#coreOf(snapshot, names, whole);
    const dueAtMs = orNull((context as { readonly dueAtMs?: number | null }).dueAtMs);
    parts.push(this.#part(core, dueAtMs !== null && status === 'active' ? dueAtMs - now : null));
    for (const name of Object.keys(children).toSorted())
      this.#take(must(children[name], 'a child') as AnyActorRef, [...names, name], now, parts, whole);
  }

  /** Most actors stand as they stood: XState leaves them the same snapshot, and only a new one is looked into. */
  #coreOf(snapshot: AnyMachineSnapshot, names: readonly string[], whole: () => Persisted): number {
    const known = this.#coreOfSnapshot.get(snapshot);
    if (known !== undefined) return known;
    const { file: _file, dueAtMs: _due, ...context } = snapshot.context as Readonly<Record<string, unknown>>;
    const path = ['simulation', ...names].join('/');
    // Whoever has ended stands in the way of nobody, whatever it last knew.
    const key =
      snapshot.status === 'active'
        ? `${path} ${JSON.stringify(snapshot.value)} ${JSON.stringify(context)}`
        : `${path} ended`;
    let core = this.#numbers.get(key);
    if (core === undefined) {
      core = this.#cores.length;
      this.#numbers.set(key, core);
      this.#cores.push({ path, ...persistedAt(whole(), names), parts: new Map() });
    }
    this.#coreOfSnapshot.set(snapshot, core);
    return core;
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

/** One actor of what XState persists of them all, and how its parent names it. */
function persistedAt(whole: Persisted, names: readonly string[]): Pick<Core, 'snapshot' | 'entry'> {
  let found: Pick<Core, 'snapshot' | 'entry'> = { snapshot: whole, entry: {} };
  for (const name of names) {
    const { snapshot, ...entry } = must(found.snapshot.children[name], 'a child');
    found = { snapshot, entry };
  }
  return found;
}
