import { FACTS, type FactId } from '../../src/rulebook/facts/facts.ts';
import { erasWithin, IOS_ERAS } from '../../src/rulebook/tables/ios-versions.ts';
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
    ...(['backup', 'device'] as const).flatMap((whose) => otherIos(book, id, rule, whose)),
  ]);
}

/** The rule holds with every iOS but those that it names. */
function otherIos(book: RuleBook, id: string, rule: Rule, whose: 'backup' | 'device'): Mutant[] {
  const named = rule.ios?.[whose];
  if (named === undefined) return [];
  const { [whose]: _gone, ...ios } = rule.ios ?? {};
  const fact = `${whose}.ios` as const;
  const others = Object.keys(IOS_ERAS).filter((era) => !(erasWithin(named) as readonly string[]).includes(era));
  return [
    {
      kind: 'flipped',
      rule: id,
      cell: fact,
      book: { ...book, [id]: { ...rule, ios, when: { ...rule.when, [fact]: others } } },
    },
  ];
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
