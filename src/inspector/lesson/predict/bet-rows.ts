import { itemFactsOf } from '../../../teach/case-facts.ts';
import type { TaskLog } from '../../../teach/attempt.ts';
import type { PutQuestion } from '../../../teach/questions/question.ts';
import type { Variant } from '../../../teach/variant.ts';
import type { BetRowData, RowQuestion } from './BetRow.tsx';

/** The questions of a task by what they are about, with what was chosen. */
export function betRowsOf(
  variant: Variant,
  questions: readonly PutQuestion[],
  { choices }: TaskLog,
): readonly BetRowData[] {
  const rows = new Map<string, { readonly first: PutQuestion; readonly questions: RowQuestion[] }>();
  for (const [n, question] of questions.entries()) {
    const choice = choices[n];
    const chosen = choice?.did === 'bet' ? choice.option : null;
    // No item has this name: ids begin with a letter or a digit.
    const key = question.item ? question.item.id : '-story';
    const row = rows.get(key);
    if (row) row.questions.push({ n, question, chosen });
    else rows.set(key, { first: question, questions: [{ n, question, chosen }] });
  }
  return [...rows].map(([key, { first, questions: asked }]) => {
    const choice = choices[asked[0] ? asked[0].n : -1];
    return {
      key,
      item: first.item ? first.item : null,
      known: first.item ? itemFactsOf(variant, first.item) : NOTHING,
      questions: asked,
      sure: choice?.did === 'bet' && choice.sure ? choice.sure : null,
    };
  });
}

const NOTHING: readonly string[] = [];
