import { must } from '../../model/must.ts';
import { RULES } from '../../rulebook/rules/rules.ts';
import type { Rule } from '../../rulebook/tables/rule.ts';
import type { Candidate } from '../../rulebook/judge/rows.ts';
import { drawFor, NOTHING_OF_IT, orNothing, rulesAround } from './offered.ts';
import type { Variant } from '../variant.ts';
import { type BetOption, type ItemQuestion, rowOf } from './question.ts';

const BOOK: Readonly<Record<string, Rule>> = RULES;
const optionOf = (id: string): BetOption => ({ word: id, says: must(BOOK[id], `the rule ${id}`).says });

/**
 * The rule that decided, one with another fate, and others that could concern such an item. Rules behind the first
 * that would have stopped it too are never offered beside it: to name one of them would be no mistake.
 */
export const RULE_QUESTION: ItemQuestion = {
  options: (variant, item) => {
    const { rule, also, fate, backupCopy, under, syncWithheld } = rowOf(variant, item);
    const draw = drawFor(variant, item, 'rule');
    const trueOfIt = new Set([rule, ...also, backupCopy?.rule, under?.rule, syncWithheld]);
    const around = draw
      .shuffled(rulesAround(variant, item))
      .filter(({ id }) => !trueOfIt.has(id))
      .toSorted((a, b) => Number(isMet(variant, b)) - Number(isMet(variant, a)));
    const differs = around.filter((candidate) => candidate.rule.outcome !== fate);
    const same = around.filter((candidate) => candidate.rule.outcome === fate);
    return orNothing(
      'No rule: it simply comes back',
      draw,
      rule === null ? undefined : optionOf(rule),
      inTurn(differs, same).map(({ id }) => optionOf(id)),
    );
  },
  key: (variant, item) => rowOf(variant, item).rule ?? NOTHING_OF_IT,
};

/** Rules of the lesson, and those that decide something here, are likelier than what the learner never heard of. */
const isMet = ({ lesson, played }: Variant, { id }: Candidate): boolean =>
  lesson.teaches.rules.some((rule) => rule === id) || [...played.rows.values()].some(({ rule }) => rule === id);

/** One of each in turn, as long as there are some. */
function inTurn(first: readonly Candidate[], second: readonly Candidate[]): Candidate[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, at) => [first[at], second[at]])
    .flat()
    .filter((candidate) => candidate !== undefined);
}
