import { listConditions } from '../../insight/what-if/conditions.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/**
 * What is done differently this time, in the words of the conditions as they stood before; what no condition speaks of
 * is not put into words.
 */
export function changedWords(before: Scenario, changes: Changes): readonly string[] {
  const conditions = new Map(listConditions(before).map((condition) => [condition.path, condition]));
  return Object.entries(changes).flatMap(([path, value]) => {
    const condition = conditions.get(path);
    const choice = condition?.choices.find((one) => one.value === value);
    return choice ? [choice.title] : [];
  });
}
