import { must } from '../../model/must.ts';
import type { FactId } from '../facts/facts.ts';
import { erasWithin } from '../tables/ios-versions.ts';
import type { Rule } from '../tables/rule.ts';

/** A fact, and the values of it with which a rule holds. */
export type Cell = readonly [fact: FactId, holdsWith: readonly string[]];

/**
 * What the list of files in a backup names lies in it, whatever a row of capture would say: rows tell what is usual,
 * and the list what is. So the cell stands in none of them, and no row can be written without it.
 */
const UNLESS_LISTED: Cell = ['item.listed', ['not-known', 'not-named']];
const canConcernAComputer = (routes: Rule['routes']): boolean => routes === 'all' || routes.includes('computer');

type Row = Pick<Rule, 'when' | 'ios' | 'gate' | 'routes'>;

/** A row says the same as long as it is there, and is asked once for each category that it can concern. */
const known = new WeakMap<Row, readonly Cell[]>();

/**
 * The cells of a rule, in the order of its row, where the compiler has checked their facts and values. The iOS with
 * which it holds is compared like any other fact, so whatever walks cells (the judge, the explorer, what-if) needs to
 * know nothing of versions.
 */
export function cellsOf(row: Row): readonly Cell[] {
  let cells = known.get(row);
  if (!cells) known.set(row, (cells = readRow(row)));
  return cells;
}

const readRow = ({ when, ios, gate, routes }: Row): readonly Cell[] => [
  ...Object.entries(when).map(([fact, values]): Cell => [
    fact as FactId,
    typeof values === 'string' ? [values] : must(values, fact),
  ]),
  ...(gate === 'capture' && canConcernAComputer(routes) && when['item.listed'] === undefined ? [UNLESS_LISTED] : []),
  ...(ios?.backup ? [['backup.ios', erasWithin(ios.backup)] as const] : []),
  ...(ios?.device ? [['device.ios', erasWithin(ios.device)] as const] : []),
];
