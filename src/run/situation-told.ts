import type { AnyActorRef, AnyMachineSnapshot } from 'xstate';
import type { Situation } from '../rulebook/case/situation.ts';
import { isOfRestore, ROOT_PATH, SYNC_PATH } from './actor-paths.ts';
import type { LiveActor } from './actors.ts';

type Part = Partial<Situation>;
type Side = 'restore' | 'sync';

/** What machines keep in their context of what is settled: all of it, one piece of it, or nothing. */
interface Holding {
  readonly situation?: Situation | null;
  readonly ios?: string;
  readonly keychainPasscode?: Situation['keychainPasscode'];
}

/**
 * Knows what the journal has said of the situation, and finds what is new.
 *
 * The restore hands its situation to the stage that runs and takes it back when the stage is done: several actors
 * hold one, and whoever changed theirs last is right. Sync goes by the situation that it was told of with the Home
 * Screen, which later passwords and the end of the restore do not touch: it is a second situation, not a newer one.
 */
export class SituationTold {
  readonly #told: Record<Side, Part> = { restore: {}, sync: {} };
  /** What each actor held when it was last looked at: nearly every step leaves it as it is. */
  readonly #held = new WeakMap<AnyActorRef, Holding>();

  /** A new attempt: everything is said anew. */
  forget(): void {
    this.#told.restore = {};
    this.#told.sync = {};
  }

  /** What actors that were woken up hold has been said already. Parents come before their stages. */
  recognise(actors: readonly LiveActor[]): void {
    for (const { ref, path, snapshot } of actors) {
      const holding = snapshot.context as Holding;
      const side = sideOf(path);
      const part = side && partOf(holding);
      this.#held.set(ref, holding);
      if (part) this.#told[side] = { ...this.#told[side], ...part };
    }
  }

  /** What an actor holds that the journal has not said, or `undefined`. */
  news(ref: AnyActorRef, path: string, snapshot: AnyMachineSnapshot): Part | undefined {
    const holding = snapshot.context as Holding;
    const before = this.#held.get(ref);
    if (before && isSame(before, holding)) return undefined;
    this.#held.set(ref, holding);
    const side = sideOf(path);
    const part = side && partOf(holding);
    if (!part) return undefined;
    const news = difference(this.#told[side], part);
    if (news) this.#told[side] = { ...this.#told[side], ...news };
    return news;
  }
}

function sideOf(path: string): Side | undefined {
  if (path === SYNC_PATH) return 'sync';
  return path === ROOT_PATH || isOfRestore(path) ? 'restore' : undefined;
}

function partOf({ situation, ios, keychainPasscode }: Holding): Part | undefined {
  if (situation) return keychainPasscode === undefined ? situation : { ...situation, keychainPasscode };
  return ios === undefined ? undefined : { ios };
}

const isSame = (a: Holding, b: Holding): boolean =>
  a.situation === b.situation && a.ios === b.ios && a.keychainPasscode === b.keychainPasscode;

function difference(before: Part, after: Part): Part | undefined {
  const names = (Object.keys(after) as (keyof Situation)[]).filter((name) => !isEqual(before[name], after[name]));
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, after[name]]));
}

const isEqual = (a: unknown, b: unknown): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((part, index) => part === b[index]));
