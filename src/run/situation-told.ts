import type { AnyActorRef, AnyMachineSnapshot } from 'xstate';
import type { Situation } from '../rulebook/case/situation.ts';
import { isOfRestore, ROOT_PATH, SYNC_PATH } from './actor-paths.ts';
import type { LiveActor } from './actors.ts';

type Part = Partial<Situation>;
type Told = { -readonly [Name in keyof Situation]?: unknown };
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
  readonly #told: Record<Side, Told> = { restore: {}, sync: {} };
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
      this.#held.set(ref, holding);
      if (side) tellNews(this.#told[side], holding);
    }
  }

  /** What an actor holds that the journal has not said, or `undefined`. */
  news(ref: AnyActorRef, path: string, snapshot: AnyMachineSnapshot): Part | undefined {
    const holding = snapshot.context as Holding;
    const before = this.#held.get(ref);
    if (before && isSame(before, holding)) return undefined;
    this.#held.set(ref, holding);
    const side = sideOf(path);
    return side && tellNews(this.#told[side], holding);
  }
}

function sideOf(path: string): Side | undefined {
  if (path === SYNC_PATH) return 'sync';
  return path === ROOT_PATH || isOfRestore(path) ? 'restore' : undefined;
}

const isSame = (a: Holding, b: Holding): boolean =>
  a.situation === b.situation && a.ios === b.ios && a.keychainPasscode === b.keychainPasscode;

/** What of a holding differs from what was told, or `undefined`; from now on it is told. */
function tellNews(told: Told, { situation, ios, keychainPasscode }: Holding): Part | undefined {
  const news: Told = {};
  const tell = (name: keyof Situation, value: unknown): void => {
    if (isEqual(told[name], value)) return;
    told[name] = value;
    news[name] = value;
  };
  if (situation)
    for (const name of Object.keys(situation) as (keyof Situation)[])
      tell(name, name === 'keychainPasscode' && keychainPasscode !== undefined ? keychainPasscode : situation[name]);
  else if (ios !== undefined) tell('ios', ios);
  return Object.keys(news).length > 0 ? (news as Part) : undefined;
}

const isEqual = (a: unknown, b: unknown): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((part, index) => part === b[index]));
