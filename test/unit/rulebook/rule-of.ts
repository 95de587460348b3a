import type { Gate } from '../../../src/model/fates.ts';
import type { Rule } from '../../../src/rulebook/tables/rule.ts';

/** A rule that excludes, for whatever is asked of it. */
export const ruleOf = (gate: Gate, when: Rule['when'], more: Partial<Rule> = {}): Rule => ({
  gate,
  outcome: 'excluded',
  group: 'device state',
  editions: 'all',
  routes: 'all',
  categories: 'all',
  when,
  says: '',
  customer: '',
  cites: [],
  shows: [],
  ...more,
});
