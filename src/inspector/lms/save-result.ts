import { resultOf } from '../../teach/results/attempt-result.ts';
import { resultCsv } from '../../teach/results/rows.ts';
import { saveText } from '../export/save.ts';
import type { LessonDesk } from '../lesson/lesson-desk.ts';

/** The result as a table to hand in: a code and what was chosen, and no name. */
export function saveResult({ lesson, learner, getSnapshot }: LessonDesk): void {
  const text = resultCsv(resultOf(lesson, getSnapshot().attempt));
  saveText(`${lesson.id}.${learner}.csv`, 'text/csv;charset=utf-8', text);
}
