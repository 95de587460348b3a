import { InputError } from '../../model/problem.ts';
import { play, type Run } from '../../run/play.ts';
import { withChanges } from '../../scenario/change.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** `null`: with these changes it is no world. */
export const changedOrNull = (scenario: Scenario, changes: Changes): Scenario | null =>
  orNull(() => withChanges(scenario, changes));

/** `null`: somebody would do in it what cannot be done. What the script says is refused may be accepted. */
export const playOrNull = (scenario: Scenario): Run | null => orNull(() => play(scenario, { refusalsMayFall: true }));

function orNull<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
