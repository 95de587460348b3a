import { lookAt } from '../../../teach/practice-look.ts';
import { marksOfTask } from '../../../teach/task-marks.ts';
import { caseOfTask, type Lesson } from '../../../teach/lesson.ts';
import { must } from '../../../model/must.ts';
import { variantOf } from '../../../teach/variant.ts';
import type { TaskLog } from '../../../teach/attempt.ts';
import type { BrowserShelf } from '../browser-shelf.ts';

interface Practised {
  readonly lesson: Lesson;
  readonly learner: string;
  readonly place: number;
  readonly log: TaskLog;
}

/** What was shown by a task that has just been locked is noted for the cards of this browser. */
export function notePractice(shelf: BrowserShelf, { lesson, learner, place, log }: Practised, now: number): void {
  if (caseOfTask(must(lesson.tasks[place], `task ${place}`)) === undefined) return;
  const marks = marksOfTask(variantOf(lesson, place, learner), log);
  shelf.noteLook(JSON.stringify(lookAt(marks, lesson, now)));
}
