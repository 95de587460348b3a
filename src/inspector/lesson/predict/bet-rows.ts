import { itemFactsOf } from '../../../teach/case-facts.ts';
import type { PutQuestion } from '../../../teach/questions/question.ts';
import type { LessonDesk } from '../lesson-desk.ts';
import type { PutVariant } from '../use-variant.ts';
import type { BetRowData, RowQuestion } from './bet-row.ts';

/** The questions of a task by what they are about, with what was chosen. */
export function betRowsOf(desk: LessonDesk, { variant, questions }: PutVariant): readonly BetRowData[] {
  const { taskIndex } = variant;
  const { choices } = desk.log(taskIndex);
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
    return {
      key,
      item: first.item ? first.item : null,
      known: first.item ? itemFactsOf(variant, first.item) : NOTHING,
      questions: asked,
      sure: asked[0] && desk.sureOf(taskIndex, asked[0].n),
    };
  });
}

const NOTHING: readonly string[] = [];
