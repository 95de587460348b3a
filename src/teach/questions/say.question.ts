import { FATES } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import { SOURCE_WORDS } from '../../report/source-words.ts';
import type { Candidate } from '../../rulebook/judge/rows.ts';
import { RULES } from '../../rulebook/rules/rules.ts';
import type { Rule } from '../../rulebook/tables/rule.ts';
import { ruleSpokenOf } from '../../run/ledger.ts';
import { among, drawFor, rulesAround } from './offered.ts';
import { type BetOption, type ItemQuestion, rowOf } from './question.ts';

const BOOK: Readonly<Record<string, Rule>> = RULES;
/** What came back by the restore alone has no rule that speaks. */
const CAME_BACK = 'came-back';

/** A sentence that promises, one that asks to wait, one that gives up: what they do to a customer differs. */
const soundOf = ({ rule: { outcome } }: Candidate): string =>
  FATES[outcome].works ? 'comes' : FATES[outcome].closed ? 'gone' : 'waits';

/** The sentence for the customer out of the book: that of the rule that decided, among those of other rules. */
export const SAY_QUESTION: ItemQuestion = {
  options: (variant, item) => {
    const row = rowOf(variant, item);
    const reason = ruleSpokenOf(row);
    const trueOfIt = new Set([row.rule, ...row.also, row.backupCopy?.rule, row.under?.rule, row.syncWithheld]);
    const draw = drawFor(variant, item, 'say');
    const others = draw.shuffled(rulesAround(variant, item)).filter(({ id }) => !trueOfIt.has(id));
    const oneOfEach = ['waits', 'gone', 'comes'].flatMap((sound) =>
      others.filter((candidate) => soundOf(candidate) === sound).slice(0, 1),
    );
    return among(
      draw,
      reason === null
        ? { word: CAME_BACK, says: SOURCE_WORDS[variant.scenario.route].came.customer }
        : { word: reason, says: must(BOOK[reason], `the rule ${reason}`).customer },
      [...oneOfEach, ...others].map(({ id, rule: { customer } }): BetOption => ({ word: id, says: customer })),
    );
  },
  key: (variant, item) => ruleSpokenOf(rowOf(variant, item)) ?? CAME_BACK,
};
