import type { Gate } from '../../../../src/model/fates.ts';
import type { FactId } from '../../../../src/rulebook/facts/facts.ts';
import { cellsOf } from '../../../../src/rulebook/judge/cells.ts';
import type { Rule } from '../../../../src/rulebook/tables/rule.ts';
import { FREEZE, UNTIL_THE_END } from './one-item-world.ts';

export const all = <T>(scope: readonly T[] | 'all', everything: readonly T[]): readonly T[] =>
  scope === 'all' ? everything : scope;
export const cellsIn = (rule: Rule): ReadonlyMap<FactId, readonly string[]> => new Map(cellsOf(rule));
export const factsOf = (rule: Rule): FactId[] => [...cellsIn(rule).keys()];

export function gatesFor(rule: Rule): readonly Gate[] {
  // What is on the device is asked by itself, whenever that is.
  if (rule.gate === 'phone') return [rule.gate];
  if (rule.when['restore.blocked'] !== undefined || rule.when['restore.ended'] !== undefined) return UNTIL_THE_END;
  return (FREEZE as readonly Gate[]).includes(rule.gate) ? FREEZE : [rule.gate];
}
