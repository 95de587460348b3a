import { FACTS, type FactId } from '../../src/rulebook/facts/facts.ts';
import type { Rule, RuleBook } from '../../src/rulebook/tables/rule.ts';

/** The rule book with one thing wrong in it: something has to notice. */
export interface Mutant {
  /**
   * `off`: the rule is missing; `flipped`: a cell holds for all other values; `narrower`: a cell lacks one of its
   * values.
   */
  readonly kind: 'off' | 'flipped' | 'narrower';
  readonly rule: string;
  readonly cell?: FactId;
  readonly value?: string;
  readonly book: RuleBook;
}

/** Every rule switched off, every cell flipped, every value of a cell left out, one at a time. */
export function mutantsOf(book: RuleBook): Mutant[] {
  return Object.entries(book).flatMap(([id, rule]) => [
    off(book, id),
    ...Object.entries(rule.when).flatMap(([fact, values]) =>
      cellMutants(book, id, rule, fact as FactId, typeof values === 'string' ? [values] : (values ?? [])),
    ),
  ]);
}

function off(book: RuleBook, rule: string): Mutant {
  const { [rule]: _gone, ...rest } = book;
  return { kind: 'off', rule, book: rest };
}

function cellMutants(book: RuleBook, id: string, rule: Rule, fact: FactId, values: readonly string[]): Mutant[] {
  const withCell = (cell: readonly string[]): RuleBook => ({
    ...book,
    [id]: { ...rule, when: { ...rule.when, [fact]: cell } },
  });
  const others = Object.keys(FACTS[fact].values).filter((value) => !values.includes(value));
  return [
    { kind: 'flipped', rule: id, cell: fact, book: withCell(others) },
    ...(values.length < 2
      ? []
      : values.map((value): Mutant => ({
          kind: 'narrower',
          rule: id,
          cell: fact,
          value,
          book: withCell(values.filter((other) => other !== value)),
        }))),
  ];
}

export const nameOf = ({ kind, rule, cell, value }: Mutant): string =>
  [rule, kind, cell, value].filter((part) => part !== undefined).join(' · ');
