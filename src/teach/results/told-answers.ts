import { RULES } from '../../rulebook/rules/rules.ts';
import { CERTAINTIES } from '../attempt.ts';
import type { BetMark } from '../score.ts';
import { wordOfContrast } from '../task-marks.ts';
import { putQuestions } from '../task-questions.ts';
import { twinOf } from '../twin.ts';
import type { Variant } from '../variant.ts';
import { type AttemptResult, questionsIn } from './attempt-result.ts';
import type { ToldAnswer, ToldOption, ToldScore } from './told-answer.ts';

/** What can be told of an attempt: every bet that is locked, in the order of the lesson. */
export function toldAnswers({ tasks, attempt }: AttemptResult): ToldAnswer[] {
  return tasks.flatMap(({ variant, marks, log }) => {
    if (!log.locked) return [];
    const fingerprint = variant.run.fingerprints.outcome.slice(0, 16);
    // The clock runs for the task as a whole.
    const seconds = log.seconds === undefined ? 0 : log.seconds / marks.length;
    return marks.flatMap((mark): ToldAnswer[] => {
      if (mark.bet === undefined) return [];
      const { sure } = mark.bet;
      return [
        {
          ...askedIn(variant, mark, mark.bet.answer),
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

type Asked = Pick<ToldAnswer, 'id' | 'asks' | 'options'>;

/** The question behind a mark, in words. */
function askedIn(variant: Variant, mark: BetMark, answer: string): Asked {
  const head = `t${mark.task + 1}`;
  const item = variant.scenario.world.items.find(({ id }) => id === mark.item);
  const about = item === undefined ? '' : `${item.title}: `;
  const put = putQuestions(variant)[mark.n];
  if (put)
    return {
      id: `${head}.${put.id}`,
      asks: `${about}${put.asks}`,
      options: put.options.map(({ word, says }) => ({ id: word, words: says })),
    };
  const id = `${head}.${mark.n + 1}.${mark.question}`;
  if (mark.question === 'twin')
    return { id, asks: `${about}Which one condition is another in the twin?`, options: contrasts(variant) };
  const asks = mark.question === 'cause' ? 'What is the cause?' : 'What do you tell the customer?';
  return { id, asks: `${about}${asks}`, options: [...new Set([answer, mark.key])].map(ruleOption) };
}

const contrasts = (variant: Variant): ToldOption[] => {
  const twin = 'twin' in variant.task ? twinOf(variant, variant.task.about) : null;
  return twin
    ? twin.options.map((option) => ({
        id: wordOfContrast(option),
        words: `${option.title}: ${option.here} or ${option.there}`,
      }))
    : [];
};

const BOOK: Readonly<Record<string, { readonly says: string } | undefined>> = RULES;
const ruleOption = (id: string): ToldOption => {
  const rule = BOOK[id];
  return { id, words: rule ? rule.says : id };
};

/**
 * As an LMS is told it. Of a task that is not locked nothing counts yet: a score that moved with every choice would
 * give the answers away.
 */
export function toldScore(result: AttemptResult): ToldScore {
  const { tasks, lesson, isDone } = result;
  const of = questionsIn(result);
  const points = tasks
    .filter(({ log }) => log.locked)
    .flatMap(({ marks }) => marks)
    .reduce((sum, mark) => sum + mark.points, 0);
  return { share: of === 0 ? 0 : points / of, pass: lesson.pass, isDone };
}
