import type { FactId, FactValue } from '../facts/facts.ts';
import type { Rule } from '../tables/rule.ts';

/** A rule whose cells the compiler checks against the facts and their values. */
export interface StrictRule extends Rule {
  readonly when: { readonly [F in FactId]?: FactValue<F> | readonly FactValue<F>[] };
}
