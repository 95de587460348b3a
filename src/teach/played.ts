import type { Outcome } from '../model/fates.ts';
import { InputError } from '../model/problem.ts';
import type { Digest } from '../run/digest.ts';
import type { LedgerRow } from '../run/ledger.ts';
import { play, type Run } from '../run/play.ts';
import { withChanges } from '../scenario/change.ts';
import { type Changes, inOrder } from '../scenario/conditions.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { LessonCase } from './lesson.ts';

/** A case under the conditions that were drawn, and where it ended. */
export interface Played {
  readonly scenario: Scenario;
  readonly outcome: Outcome;
  readonly rows: ReadonlyMap<string, LedgerRow>;
  /** The run itself; played once more where it is not at hand any longer. */
  readonly run: Run;
}

/** Runs hold a whole journal, and scenarios a whole world: a few stay at hand, and of the others their end. */
const KEPT_WHOLE = 8;

const known = new WeakMap<LessonCase, Map<string, Played | null>>();
const scenarios = new WeakMap<LessonCase, Map<string, Scenario>>();
const runs = new WeakMap<LessonCase, Map<string, Run>>();

/**
 * Plays a case under the conditions drawn, once for each set of them. `null`: they do not go together, such as a
 * script that waits for what no longer comes. That is no world, and no fault of anybody's.
 */
export function playedWith(one: LessonCase, drawn: Changes, digest?: Digest): Played | null {
  const key = JSON.stringify(inOrder(drawn));
  let ends = known.get(one);
  if (!ends) known.set(one, (ends = new Map()));
  let found = ends.get(key);
  if (found === undefined) ends.set(key, (found = tryToPlay(one, key, drawn, digest)));
  return found;
}

function tryToPlay(one: LessonCase, key: string, drawn: Changes, digest: Digest | undefined): Played | null {
  const scenario = (): Scenario => kept(scenarios, one, key, () => withChanges(one.scenario, drawn));
  const run = (): Run => kept(runs, one, key, () => play(scenario(), { digest, refusalsMayFall: true }));
  try {
    const { outcome, ledger } = run();
    return {
      get scenario() {
        return scenario();
      },
      outcome,
      rows: new Map(ledger.rows.map((row) => [row.id, row])),
      get run() {
        return run();
      },
    };
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function kept<T>(all: WeakMap<LessonCase, Map<string, T>>, one: LessonCase, key: string, make: () => T): T {
  let held = all.get(one);
  if (!held) all.set(one, (held = new Map()));
  let found = held.get(key);
  if (found === undefined) found = make();
  held.delete(key);
  held.set(key, found);
  const [oldest] = held.keys();
  if (held.size > KEPT_WHOLE && oldest !== undefined) held.delete(oldest);
  return found;
}
