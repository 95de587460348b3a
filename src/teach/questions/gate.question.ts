import { GATE_ORDER, GATES } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import { type ItemQuestion, rowOf } from './question.ts';

export const GATE_QUESTION: ItemQuestion = {
  options: ({ case: { want } }) =>
    GATE_ORDER.filter((gate) => want.gates?.[gate] !== 0).map((gate) => ({ word: gate, says: GATES[gate].title })),
  key: (variant, item) => must(rowOf(variant, item).gate, `the gate of ${item.id}`),
};
