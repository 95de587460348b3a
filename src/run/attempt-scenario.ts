import { type Changes, changedBy, inOrder } from '../scenario/conditions.ts';
import { must } from '../model/must.ts';
import type { Scenario } from '../scenario/scenario.ts';

/* What a scenario is in one of its attempts, with all that was changed up to there. */

const changedScenarios = new WeakMap<Scenario, Map<string, Scenario>>();

/** The scenario of a later attempt: read once, however often it is played. */
export function scenarioAfter(scenario: Scenario, change: Changes): Scenario {
  let changed = changedScenarios.get(scenario);
  if (!changed) changedScenarios.set(scenario, (changed = new Map()));
  const key = JSON.stringify(change);
  let after = changed.get(key);
  if (!after) changed.set(key, (after = changedBy(scenario, change)));
  return after;
}

/** The scenario as it stands in one of its attempts, from 1: with all changes up to there and the script told there. */
export function scenarioOfAttempt(scenario: Scenario, n: number): Scenario {
  const changed = scenario.attempts
    .slice(0, n - 1)
    .reduce((current, { change }) => scenarioAfter(current, inOrder(change)), scenario);
  const script = scenario.attempts[n - 2]?.script;
  if (script === undefined) return changed;
  const attempts = scenario.stated['attempts'] as readonly { readonly script?: unknown }[];
  const stated = must(attempts[n - 2], 'the stated attempt');
  return { ...changed, script, stated: { ...changed.stated, script: stated.script } };
}
