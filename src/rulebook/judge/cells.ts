import type { FactId } from '../facts/facts.ts';
import type { Rule } from '../tables/rule.ts';

/** A fact, and the values of it with which a rule holds. */
export type Cell = readonly [fact: FactId, holdsWith: readonly string[]];

/** The cells of a rule, in the order of its row, where the compiler has checked their facts and values. */
export const cellsOf = ({ when }: Pick<Rule, 'when'>): readonly Cell[] =>
  Object.entries(when).flatMap(([fact, values]): Cell[] =>
    values === undefined ? [] : [[fact as FactId, typeof values === 'string' ? [values] : values]],
  );
