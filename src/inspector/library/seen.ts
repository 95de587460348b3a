import { BEHAVIOURS, type BehaviourId } from '../../rulebook/evidence/behaviours.ts';
import { Observable } from '../state/observable.ts';

const KEY = 'restore-sim.seen';

interface SeenSnapshot {
  readonly seen: ReadonlySet<BehaviourId>;
}

/** The behaviours that were shown to the person on this computer, kept in the browser and nowhere else. */
class Seen extends Observable<SeenSnapshot> {
  constructor() {
    super({ seen: new Set() });
    this.set({ seen: new Set(kept()) });
  }

  add(id: BehaviourId): void {
    this.#keep([...this.getSnapshot().seen, id]);
  }

  forget(): void {
    this.#keep([]);
  }

  #keep(ids: readonly BehaviourId[]): void {
    this.set({ seen: new Set(ids) });
    try {
      if (ids.length === 0) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, JSON.stringify([...new Set(ids)]));
    } catch {
      // A browser that keeps nothing: it holds until the page is left.
    }
  }
}

export const seenBehaviours = new Seen();

/** What was kept by an earlier visit; behaviours that are none any more are left out. */
function kept(): readonly BehaviourId[] {
  try {
    const text = localStorage.getItem(KEY);
    const stored: unknown = text === null ? [] : JSON.parse(text);
    return Array.isArray(stored) ? (Object.keys(BEHAVIOURS) as BehaviourId[]).filter((id) => stored.includes(id)) : [];
  } catch {
    return [];
  }
}
