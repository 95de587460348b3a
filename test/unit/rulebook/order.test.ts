import { expect, test } from 'vitest';
import { GATE_ORDER } from '../../../src/model/fates.ts';
import { EDITIONS, ROUTES } from '../../../src/model/kinds.ts';
import { CATEGORY_IDS } from '../../../src/rulebook/categories/categories.ts';
import { cellsOf } from '../../../src/rulebook/judge/cells.ts';
import { RULES } from '../../../src/rulebook/rules/rules.ts';
import type { Rule, RuleBook } from '../../../src/rulebook/tables/rule.ts';

/*
 * The rule book is put together from many files, and within a gate the first row that holds decides. So a file that is
 * moved in the list, or a row in its file, could change what becomes of data without anybody having said so. Each row
 * therefore names those that it stands before where it matters: rows of its gate with another outcome that can hold
 * at the same time, because no cell and no scope tells the two apart. Such pairs are found here from the rows alone.
 * A pair may be found that no world can bring about; to name it then costs nothing.
 */

const overlaps = <T>(a: readonly T[] | 'all', b: readonly T[] | 'all', everything: readonly T[]): boolean =>
  everything.some((value) => (a === 'all' || a.includes(value)) && (b === 'all' || b.includes(value)));

function canBothHold(a: Rule, b: Rule): boolean {
  const cells = new Map(cellsOf(b));
  return (
    overlaps(a.editions, b.editions, EDITIONS) &&
    overlaps(a.routes, b.routes, ROUTES) &&
    overlaps(a.categories, b.categories, CATEGORY_IDS) &&
    cellsOf(a).every(([fact, values]) => cells.get(fact)?.some((value) => values.includes(value)) !== false)
  );
}

/** Pairs of one gate and of two outcomes, the one that decides first. */
function pairsWhoseOrderCounts(book: RuleBook): string[] {
  const rows = Object.entries(book);
  return rows.flatMap(([id, rule], index) =>
    rows
      .slice(index + 1)
      .filter(([, other]) => other.gate === rule.gate && other.outcome !== rule.outcome && canBothHold(rule, other))
      .map(([other]) => `${id} before ${other}`),
  );
}

const pairsSaid = (book: RuleBook): string[] =>
  Object.entries(book).flatMap(([id, { before = [] }]) => before.map((other) => `${id} before ${other}`));

/** What is said on a row and is not so, or is so and not said. */
function contradictions(book: RuleBook): string[] {
  const found = new Set(pairsWhoseOrderCounts(book));
  const said = new Set(pairsSaid(book));
  return [
    ...[...found].filter((pair) => !said.has(pair)).map((pair) => `not said: ${pair}`),
    ...[...said].filter((pair) => !found.has(pair)).map((pair) => `not so: ${pair}`),
  ];
}

test('where the order of two rows settles the outcome, the one that decides names the other', () => {
  expect(pairsSaid(RULES).length).toBeGreaterThan(60);
  expect(contradictions(RULES)).toEqual([]);
});

test('rows that change places are found', () => {
  const { 'store/withdrawn': moved, ...others } = RULES;
  expect(contradictions({ ...others, 'store/withdrawn': moved })).toContain(
    'not said: store/downloaded-again before store/withdrawn',
  );
});

test('a row that is named for nothing is found', () => {
  const book = { ...RULES, 'store/withdrawn': { ...RULES['store/withdrawn'], before: ['store/refunded'] } };
  expect(contradictions(book)).toContain('not so: store/withdrawn before store/refunded');
});

test('the gates whose rows all have one outcome need no order', () => {
  const single = GATE_ORDER.filter(
    (gate) => new Set(Object.values(RULES).flatMap((rule) => (rule.gate === gate ? rule.outcome : []))).size === 1,
  );
  expect(single).toEqual(['capture', 'sign-in', 'listing', 'eligibility']);
});
