import { useMemo } from 'react';
import type { PutQuestion } from '../../teach/questions/question.ts';
import { putQuestions } from '../../teach/task-questions.ts';
import { type Variant, variantOf } from '../../teach/variant.ts';
import type { LessonDesk } from './lesson-desk.ts';

export interface PutVariant {
  readonly variant: Variant;
  /** What the task asks of it, in the order of the items. */
  readonly questions: readonly PutQuestion[];
}

/** The case of a task as this learner meets it, with the questions to it. */
export function useVariant({ lesson, learner }: LessonDesk, place: number): PutVariant {
  return useMemo(() => {
    const variant = variantOf(lesson, place, learner);
    return { variant, questions: putQuestions(variant) };
  }, [lesson, learner, place]);
}
