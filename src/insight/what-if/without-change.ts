import type { Item } from '../../model/world.ts';
import { FACTS } from '../../rulebook/facts/facts.ts';
import type { RuleBook } from '../../rulebook/tables/rule.ts';
import { ELSEWHERE, handLeft } from '../../rulebook/tables/elsewhere.ts';
import { type LedgerRow, ruleSpokenOf } from '../../run/ledger.ts';
import type { WithoutChange } from './answer.ts';

/** What is said first where no change helps: only what is closed for good is called so. */
export const WITHOUT_CHANGE: Readonly<Record<WithoutChange['how'], string>> = {
  waits: 'It can still come, and needs no other restore for that:',
  'on-the-way': 'It is still on the way where the story ends.',
  'another-way': 'No restore brings it, and none has to. It has another way:',
  'not-known': 'Nobody knows whether it comes, and nothing that can be changed decides it:',
  'of-no-use': 'It is on the device, and nothing that can be changed makes it work there:',
  closed: 'Nothing that can be changed brings it back, now or with another restore of any kind looked at:',
};

/** How an item stands that no change of conditions brings. */
export function withoutChange(item: Item, row: LedgerRow, book: RuleBook): WithoutChange {
  const { fate, missing } = row;
  const spoken = ruleSpokenOf(row);
  const decided = spoken === null ? undefined : book[spoken];
  const customer = decided === undefined ? [] : [decided.customer];
  if (fate === null) return { how: 'on-the-way', says: [] };
  if (fate === 'pending') return { how: 'waits', says: customer };
  if (fate === 'unknown') return { how: 'not-known', says: missing === null ? [] : [FACTS[missing].ask] };
  if (fate === 'of-no-use') return { how: 'of-no-use', says: customer };
  const hand = handLeft(item, fate);
  if (hand !== undefined) return { how: 'another-way', says: [`${ELSEWHERE[hand].where}. ${ELSEWHERE[hand].says}`] };
  return { how: 'closed', says: customer };
}
