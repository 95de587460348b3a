import type { FactId } from '../facts/facts.ts';
import { erasWithin } from '../tables/ios-versions.ts';
import type { Rule } from '../tables/rule.ts';

/** A fact, and the values of it with which a rule holds. */
export type Cell = readonly [fact: FactId, holdsWith: readonly string[]];

/**
 * The cells of a rule, in the order of its row, where the compiler has checked their facts and values. The iOS with
 * which it holds is compared like any other fact, so whatever walks cells (the judge, the explorer, what-if) needs to
 * know nothing of versions.
 */
export const cellsOf = ({ when, ios }: Pick<Rule, 'when' | 'ios'>): readonly Cell[] => [
  ...Object.entries(when).flatMap(([fact, values]): Cell[] =>
    values === undefined ? [] : [[fact as FactId, typeof values === 'string' ? [values] : values]],
  ),
  ...(ios?.backup ? [['backup.ios', erasWithin(ios.backup)] as const] : []),
  ...(ios?.device ? [['device.ios', erasWithin(ios.device)] as const] : []),
];
