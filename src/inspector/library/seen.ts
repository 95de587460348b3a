import { BEHAVIOURS, type BehaviourId } from '../../rulebook/evidence/behaviours.ts';
import { keep, kept } from '../state/kept.ts';
import { Observable } from '../state/observable.ts';

const NAME = 'seen';

interface SeenSnapshot {
  readonly seen: ReadonlySet<BehaviourId>;
}

/** The behaviours that were shown to the person on this computer, kept in the browser and nowhere else. */
class Seen extends Observable<SeenSnapshot> {
  constructor() {
    super({ seen: new Set() });
    this.set({ seen: new Set(seenBefore()) });
  }

  add(id: BehaviourId): void {
    this.#keep([...this.getSnapshot().seen, id]);
  }

  forget(): void {
    this.#keep([]);
  }

  #keep(ids: readonly BehaviourId[]): void {
    this.set({ seen: new Set(ids) });
    keep(NAME, JSON.stringify([...new Set(ids)]));
  }
}

export const seenBehaviours = new Seen();

/** What was kept by an earlier visit; behaviours that are none any more are left out. */
function seenBefore(): readonly BehaviourId[] {
  const text = kept(NAME);
  if (text === null) return [];
  try {
    const stored: unknown = JSON.parse(text);
    return Array.isArray(stored) ? (Object.keys(BEHAVIOURS) as BehaviourId[]).filter((id) => stored.includes(id)) : [];
  } catch {
    return [];
  }
}
