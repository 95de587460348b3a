import { given } from '../../model/given.ts';
import { must } from '../../model/must.ts';
import { decapitalised } from '../../model/phrases.ts';
import type { Condition } from '../../insight/what-if/condition.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import type { RuleBook } from '../../rulebook/tables/rule.ts';
import type { EndShown } from './ends.ts';

/** Why a changed condition changed no fate: one sentence that both runs bear out. */
export function whySame(
  { title, cannotMatter, moves, unblocks }: Condition,
  book: RuleBook,
  ...ends: readonly EndShown[]
): string {
  const about = `${title.slice(0, 120)}: `;
  if (cannotMatter !== undefined) return `${about}${decapitalised(cannotMatter)}`;
  const asked = new Set(ends.flatMap(({ rows }) => [...rulesIn(rows)]));
  const reading = [...asked].filter((id) =>
    Object.keys(must(book[id], `the rule ${id}`).when).some((fact) => moves.includes(fact as never)),
  );
  if (reading.length > 0)
    return (
      `${about}rules look at it (${reading.slice(0, 3).join(', ')}${reading.length > 3 ? ', …' : ''}), and ` +
      'their answers come out the same.'
    );
  if (moves.length === 0 && unblocks.length > 0)
    return `${about}it matters only where it holds the restore up, and here it does not.`;
  return `${about}no rule that decided a fate here looks at it.`;
}

function rulesIn(rows: readonly LedgerRow[]): ReadonlySet<string> {
  const rules = new Set<string>();
  for (const { rule, syncWithheld, backupCopy, also } of rows) {
    for (const id of given([rule, syncWithheld, backupCopy?.rule, ...also])) rules.add(id);
  }
  return rules;
}
