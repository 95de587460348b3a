import { Draw } from '../model/draw.ts';
import { must } from '../model/must.ts';
import type { LearnerChoice } from './attempt.ts';
import { causeTaskOf, sayQuestionOf } from './diagnose/game.ts';
import type { DiagnoseGame } from './diagnose/round.ts';
import type { PutQuestion } from './questions/question.ts';
import { keyOf } from './questions/questions.ts';
import { putQuestions } from './task-questions.ts';
import { twinOf } from './twin.ts';
import type { Variant } from './variant.ts';

/** Learners who try a lesson: one knows everything, one gets everything wrong, one guesses. */
export type TryingLearner = 'perfect' | 'wrong' | 'guess';

const bet = (option: number): LearnerChoice => (option < 0 ? { did: 'none' } : { did: 'bet', option });

/** What a player chooses in a task of whichever kind. */
export function choicesOf(player: TryingLearner, variant: Variant): readonly LearnerChoice[] {
  const { task } = variant;
  const draw = new Draw(`${variant.seed}|${player}`);
  if ('diagnose' in task) return causesNamed(player, variant, draw);
  if ('twin' in task) {
    const twin = twinOf(variant, task.about);
    return twin ? [bet(placeFor(player, twin.options.length, twin.key, draw))] : [];
  }
  return putQuestions(variant).map((question) => bet(answerTo(player, variant, question, draw)));
}

/** `-1`: there is no answer but the right one. */
function placeFor(player: TryingLearner, options: number, key: number, draw: Draw): number {
  if (player === 'perfect') return key;
  if (player === 'guess') return draw.below(options);
  return options < 2 ? -1 : (key + 1) % options;
}

const answerTo = (player: TryingLearner, variant: Variant, question: PutQuestion, draw: Draw): number => {
  const key = keyOf(variant, question);
  const place = question.options.findIndex(({ word }) => word === key);
  return placeFor(player, question.options.length, place, draw);
};

function causesNamed(player: TryingLearner, variant: Variant, draw: Draw): readonly LearnerChoice[] {
  const { game, customers } = causeTaskOf(variant);
  return customers.flatMap((customer, n) => {
    const truth = must(game.worlds.worlds[must(game.truths[n], 'a customer')], 'the world of a customer');
    const cause = game.worlds.causes.indexOf(truth.cause);
    const said = game.says ? [bet(answerTo(player, customer, sayQuestionOf(customer), draw))] : [];
    if (player === 'perfect') return [...bestQuestions(game, truth.answers), { did: 'named', cause }, ...said];
    const named = player === 'guess' ? draw.below(game.worlds.causes.length) : -1;
    if (named === cause) return [{ did: 'named', cause }, ...said];
    return [...(named < 0 ? [] : [{ did: 'named', cause: named } as const]), { did: 'none' }, ...said];
  });
}

function bestQuestions({ questioner }: DiagnoseGame, answers: readonly string[]): LearnerChoice[] {
  const asked: LearnerChoice[] = [];
  let possible = questioner.all;
  for (let question = questioner.best(possible); question !== null; question = questioner.best(possible)) {
    asked.push({ did: 'asked', question });
    possible = partAnswered(questioner, possible, question, answers[question]);
  }
  return asked;
}

const partAnswered = (
  questioner: DiagnoseGame['questioner'],
  possible: DiagnoseGame['questioner']['all'],
  question: number,
  answer: string | undefined,
): DiagnoseGame['questioner']['all'] => possible.filter((world) => questioner.answerOf(world, question) === answer);
