import type { LessonAttempt } from '../../teach/attempt.ts';
import { caseOfTask, type Lesson } from '../../teach/lesson.ts';
import type { BetMark } from '../../teach/score.ts';
import { marksOfTask } from '../../teach/task-marks.ts';
import { type Variant, variantOf } from '../../teach/variant.ts';

/** A task that is locked, with its case played again, and what its bets were worth. */
export interface MarkedTask {
  readonly place: number;
  readonly variant: Variant;
  readonly marks: readonly BetMark[];
}

/**
 * Every locked task with questions, played again: it takes a moment where causes are looked for. Only what is
 * locked: the marks of anything else would give its answers away.
 */
export const markedTasks = (lesson: Lesson, attempt: LessonAttempt): readonly MarkedTask[] =>
  lesson.tasks.flatMap((task, place) => {
    const log = attempt.tasks.get(place);
    if (!log?.locked || caseOfTask(task) === undefined) return [];
    const variant = variantOf(lesson, place, attempt.learner);
    const marks = marksOfTask(variant, log);
    return marks.length === 0 ? [] : [{ place, variant, marks }];
  });
