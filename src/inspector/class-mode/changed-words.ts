import { listConditions } from '../../insight/what-if/conditions.ts';
import type { Changes } from '../../scenario/change.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** What is changed for an attempt, in the words of the conditions; what no condition speaks of is left to the file. */
export function changedWords(scenario: Scenario | null, changes: Changes): readonly string[] {
  if (!scenario) return [];
  const conditions = new Map(listConditions(scenario).map((condition) => [condition.path, condition]));
  return Object.keys(changes).map((path) => {
    const condition = conditions.get(path);
    return condition ? `${condition.title}: ${condition.words.toLowerCase()}` : 'Something else is done this time';
  });
}
