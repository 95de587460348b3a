import type { Digest } from '../run/digest.ts';
import { type LessonAttempt, logOf } from './attempt.ts';
import { caseOfTask, type Lesson } from './lesson.ts';
import { type BetMark, type Score, scoreOf } from './score.ts';
import { marksOfTask } from './task-marks.ts';
import { type Variant, variantOf } from './variant.ts';

/** A task that a learner was given, and what became of the bets. */
interface MarkedVariant {
  readonly variant: Variant;
  readonly marks: readonly BetMark[];
}

export interface MarkedAttempt {
  readonly tasks: readonly MarkedVariant[];
  readonly score: Score;
}

/** The whole lesson as a learner worked at it, played again: a question that was left open earns nothing. */
export function markAttempt(
  lesson: Lesson,
  attempt: LessonAttempt,
  only: (task: number) => boolean = () => true,
  digest?: Digest,
): MarkedAttempt {
  const tasks = lesson.tasks.flatMap((task, place): MarkedVariant[] => {
    if (caseOfTask(task) === undefined || !only(place)) return [];
    const variant = variantOf(lesson, place, attempt.learner, { digest });
    const marks = marksOfTask(variant, logOf(attempt, place));
    return marks.length === 0 ? [] : [{ variant, marks }];
  });
  return {
    tasks,
    score: scoreOf(
      tasks.flatMap(({ marks }) => marks),
      lesson.pass,
    ),
  };
}
