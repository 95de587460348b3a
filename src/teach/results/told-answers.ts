import { must } from '../../model/must.ts';
import { CERTAINTIES } from '../attempt.ts';
import type { AttemptResult } from './attempt-result.ts';
import type { ToldAnswer, ToldScore } from './told-answer.ts';

/** What can be told of an attempt: every bet that is locked, in the order of the lesson. */
export function toldAnswers({ tasks, attempt }: AttemptResult): ToldAnswer[] {
  return tasks.flatMap(({ variant, questions, marks, log }) => {
    if (!log.locked) return [];
    const fingerprint = variant.run.fingerprints.outcome.slice(0, 16);
    // The clock runs for the task as a whole.
    const seconds = log.seconds === undefined ? 0 : log.seconds / marks.length;
    return marks.flatMap((mark): ToldAnswer[] => {
      if (mark.bet === undefined) return [];
      const { id, asks, options, item } = must(questions[mark.n], 'the question of a mark');
      const { sure } = mark.bet;
      return [
        {
          id: `t${mark.task + 1}.${id}`,
          asks: item === undefined ? asks : `${item.title}: ${asks}`,
          options: options.map(({ word, says }) => ({ id: word, words: says })),
          bet: mark.bet.answer,
          key: mark.key,
          right: mark.right,
          ...(sure === undefined ? {} : { certainty: (CERTAINTIES.indexOf(sure) + 1) as 1 | 2 | 3 }),
          ...(mark.truth.rule === null ? {} : { rule: mark.truth.rule }),
          ...(mark.truth.gate === null ? {} : { gate: mark.truth.gate }),
          ...(mark.confusion === undefined ? {} : { confusion: mark.confusion }),
          seed: attempt.learner,
          fingerprint,
          seconds,
        },
      ];
    });
  });
}

/**
 * As an LMS is told it. Of a task that is not locked nothing counts yet: a score that moved with every choice would
 * give the answers away.
 */
export function toldScore({ tasks, lesson, isDone }: AttemptResult): ToldScore {
  const of = tasks.reduce((sum, { marks }) => sum + marks.length, 0);
  const points = tasks
    .filter(({ log }) => log.locked)
    .flatMap(({ marks }) => marks)
    .reduce((sum, mark) => sum + mark.points, 0);
  return { share: of === 0 ? 0 : points / of, pass: lesson.pass, isDone };
}
