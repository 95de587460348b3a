import { practised } from '../../../teach/practice.ts';
import { marksOfTask } from '../../../teach/task-marks.ts';
import { caseOfTask, type Lesson } from '../../../teach/lesson.ts';
import { must } from '../../../model/must.ts';
import { variantOf } from '../../../teach/variant.ts';
import type { TaskLog } from '../../../teach/attempt.ts';
import type { BrowserShelf } from '../browser-shelf.ts';
import { deckOn, keepDeck } from './deck-shelf.ts';

interface Practised {
  readonly lesson: Lesson;
  readonly learner: string;
  readonly place: number;
  readonly log: TaskLog;
}

/** What was shown by a task that has just been locked goes into the cards of this browser. */
export function notePractice(shelf: BrowserShelf, { lesson, learner, place, log }: Practised, now: number): void {
  if (caseOfTask(must(lesson.tasks[place], `task ${place}`)) === undefined) return;
  const marks = marksOfTask(variantOf(lesson, place, learner), log);
  keepDeck(shelf, practised(deckOn(shelf), marks, lesson, now));
}
