import { describe, expect, test } from 'vitest';
import { withoutChange } from '../../../src/insight/what-if/without-change.ts';
import type { Fate } from '../../../src/model/fates.ts';
import { must } from '../../../src/model/must.ts';
import { FACTS, type FactId } from '../../../src/rulebook/facts/facts.ts';
import { RULES } from '../../../src/rulebook/rules/rules.ts';
import { ELSEWHERE, handFor } from '../../../src/rulebook/tables/elsewhere.ts';
import { foldLedger, type LedgerRow } from '../../../src/run/ledger.ts';
import { story } from '../stories.ts';

const { items } = story({ items: [{ category: 'secure-enclave-keys' }, { category: 'mail-messages' }] }).world;
const [keys, mail] = items;
const [rule, { customer }] = must(Object.entries(RULES)[0], 'a rule');

/** What is said of an item whose row is the one before anything is decided, but for what is given. */
function told(fate: Fate | null, more: Partial<LedgerRow> = {}, of = keys) {
  const item = must(of, 'an item');
  const row = must(foldLedger(items, []).row(item.id), 'its row');
  return withoutChange(item, { ...row, fate, rule, ...more }, RULES);
}

describe('what no change brings', () => {
  test.each<[Fate | null, string, readonly string[]]>([
    [null, 'on-the-way', []],
    ['pending', 'waits', [customer]],
    ['of-no-use', 'of-no-use', [customer]],
    ['excluded', 'closed', [customer]],
  ])('of the fate %s', (fate, how, says) => {
    expect(told(fate)).toEqual({ how, says });
  });

  test('is not known: what would have to be asked is said, where it is one thing', () => {
    const missing: FactId = 'backup.encrypted';
    expect(told('unknown', { missing })).toEqual({ how: 'not-known', says: [FACTS[missing].ask] });
    expect(told('unknown')).toEqual({ how: 'not-known', says: [] });
  });

  test('was decided by no rule: nothing is said to the customer', () => {
    expect(told('excluded', { rule: null })).toEqual({ how: 'closed', says: [] });
    expect(told('pending', { rule: null })).toEqual({ how: 'waits', says: [] });
  });

  test('lies with somebody: there it is', () => {
    const hand = must(handFor(must(mail, 'the mail')), 'who has mail');
    expect(told('excluded', {}, mail)).toEqual({
      how: 'another-way',
      says: [`${ELSEWHERE[hand].where}. ${ELSEWHERE[hand].says}`],
    });
  });
});
