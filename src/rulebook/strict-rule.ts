import type { FactId, FactValue } from './facts.ts';
import type { Rule } from './rule.ts';

/** A rule whose cells the compiler checks against the facts and their values. */
export interface StrictRule extends Rule {
  readonly when: { readonly [F in FactId]?: FactValue<F> | readonly FactValue<F>[] };
}
