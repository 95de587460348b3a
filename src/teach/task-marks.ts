import { eachOf } from '../model/optional.ts';
import type { Certainty, TaskLog } from './attempt.ts';
import { causeOf, causeTaskOf, sayQuestionOf } from './diagnose/game.ts';
import { diagnoseTaskOf } from './diagnose/customers.ts';
import { type Round, roundsOf } from './diagnose/round.ts';
import { rowOf } from './questions/question.ts';
import { type Bet, type BetMark, marked, marksOf, markOf } from './score.ts';
import { twinOf } from './twin.ts';
import type { Contrast } from './twin-candidates.ts';
import type { Variant } from './variant.ts';

/** The marks of a task of whichever kind; `variant` is that of the learner in it. */
export function marksOfTask(variant: Variant, log: TaskLog | undefined): readonly BetMark[] {
  const { task } = variant;
  if ('diagnose' in task) return causeMarks(variant, log);
  if ('twin' in task) return twinMarks(variant, log);
  return marksOf(variant, log);
}

/** The rounds of a task in which causes are looked for, as far as they have come. */
export const roundsOfTask = (variant: Variant, log: TaskLog | undefined): readonly Round[] =>
  roundsOf(causeTaskOf(variant).game, eachOf(log?.choices));

/**
 * One for each customer: the cause that was named first, and points by the questions that it took; and one for each
 * sentence, where it is asked for. Customers who were not heard count as not found.
 */
function causeMarks(variant: Variant, log: TaskLog | undefined): readonly BetMark[] {
  const { customers, game } = causeTaskOf(variant);
  const { about } = diagnoseTaskOf(variant);
  const rounds = roundsOfTask(variant, log);
  const perRound = game.says ? 2 : 1;
  return customers.flatMap((customer, n) => {
    const round = rounds[n];
    const first = round?.named[0];
    const { fate, gate, rule } = rowOf(customer, { id: about });
    const cause = marked({
      task: variant.taskIndex,
      n: n * perRound,
      question: 'cause',
      item: about,
      ...(first === undefined ? {} : { bet: { answer: first.cause } }),
      key: causeOf(customer),
      right: first?.right === true,
      points: round === undefined ? 0 : round.points,
      truth: { fate, gate, rule },
      ...(round?.end === 'found' ? { asked: { spent: round.spent, best: round.par } } : {}),
    });
    if (!game.says) return [cause];
    const question = sayQuestionOf(customer);
    const option = round === undefined || round.said === null ? undefined : question.options[round.said];
    return [cause, markOf(customer, question, n * perRound + 1, option && { answer: option.word })];
  });
}

/** The word of a contrast in results. */
export const wordOfContrast = ({ path, to }: Contrast): string => `${path}=${to}`;

/** One: which condition differs. None where this variant has no twin. */
function twinMarks(variant: Variant, log: TaskLog | undefined): readonly BetMark[] {
  const twin = 'twin' in variant.task ? twinOf(variant, variant.task.about) : null;
  if (!twin) return [];
  const choice = log?.choices[0];
  const chosen = choice?.did === 'bet' ? twin.options[choice.option] : undefined;
  const key = twin.options[twin.key];
  if (key === undefined) return [];
  const { fate, gate, rule } = twin.here;
  const bet = chosen && betOf(wordOfContrast(chosen), choice?.did === 'bet' ? choice.sure : undefined);
  const right = chosen === key;
  return [
    {
      task: variant.taskIndex,
      n: 0,
      question: 'twin',
      item: twin.item.id,
      ...(bet === undefined ? {} : { bet }),
      key: wordOfContrast(key),
      right,
      points: right ? 1 : 0,
      truth: { fate, gate, rule },
    },
  ];
}

const betOf = (answer: string, sure: Certainty | undefined): Bet => ({
  answer,
  ...(sure === undefined ? {} : { sure }),
});
