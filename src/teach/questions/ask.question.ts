import { FACTS } from '../../rulebook/facts/facts.ts';
import { drawFor, NOTHING_OF_IT, orNothing, rulesAround } from './offered.ts';
import { type BetOption, type ItemQuestion, rowOf } from './question.ts';

const optionOf = (fact: keyof typeof FACTS): BetOption => ({ word: fact, says: FACTS[fact].ask });

/** What has to be asked before anybody can say where it ends; the questions are the facts' own. */
export const ASK_QUESTION: ItemQuestion = {
  options: (variant, item) => {
    const { missing } = rowOf(variant, item);
    const draw = drawFor(variant, item, 'ask');
    const facts = new Set(rulesAround(variant, item).flatMap(({ cells }) => cells.map(([fact]) => fact)));
    return orNothing(
      'Nothing: it is settled',
      draw,
      missing === null ? undefined : optionOf(missing),
      draw.shuffled([...facts]).map(optionOf),
    );
  },
  key: (variant, item) => rowOf(variant, item).missing ?? NOTHING_OF_IT,
};
