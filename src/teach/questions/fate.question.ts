import { FATE_ORDER, fateOn } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import { type ItemQuestion, rowOf } from './question.ts';

/** What the lesson says never comes up need not be offered. */
export const FATE_QUESTION: ItemQuestion = {
  options: ({ case: { want }, scenario: { route } }) =>
    FATE_ORDER.filter((fate) => want.fates?.[fate] !== 0).map((fate) => ({
      word: fate,
      says: fateOn(route, fate).word,
      fate,
    })),
  key: (variant, item) => must(rowOf(variant, item).fate, `the fate of ${item.id}`),
};
