import { expect, test } from 'vitest';
import { must } from '../../../src/model/must.ts';
import type { LearnerChoice } from '../../../src/teach/attempt.ts';
import { diagnoseTaskOf } from '../../../src/teach/diagnose/customers.ts';
import { inseparableCauses } from '../../../src/teach/diagnose/cause-table.ts';
import { causeOf, causeTaskOf, sayQuestionOf } from '../../../src/teach/diagnose/game.ts';
import { parsOf } from '../../../src/teach/diagnose/par.ts';
import { roundsOf } from '../../../src/teach/diagnose/round.ts';
import { tableOf } from '../../../src/teach/diagnose/worlds.ts';
import type { DiagnoseTask, Lesson } from '../../../src/teach/lesson.ts';
import { keyOf } from '../../../src/teach/questions/questions.ts';
import { noteOn } from '../../../src/teach/say.ts';
import { marksOfTask } from '../../../src/teach/task-marks.ts';
import { type Variant, variantOf } from '../../../src/teach/variant.ts';
import { LESSON_IDS, lessonNamed } from './lessons-read.ts';

interface Found {
  readonly id: string;
  readonly lesson: Lesson;
  readonly place: number;
  readonly task: DiagnoseTask;
}
const TASKS = LESSON_IDS.flatMap((id): Found[] => {
  const lesson = lessonNamed(id);
  return lesson.tasks.flatMap((task, place) => ('diagnose' in task ? [{ id, lesson, place, task }] : []));
});
const first = (): Variant => {
  const { lesson, place } = must(TASKS[0], 'a lesson in which a cause is looked for');
  return variantOf(lesson, place, 'mara');
};

test.each(TASKS)('$id: every cause can be found, and nobody is better than par', ({ lesson, place, task }) => {
  const { game, customers } = causeTaskOf(variantOf(lesson, place, 'mara'));
  expect(inseparableCauses(tableOf(game.worlds))).toEqual([]);
  expect(game.worlds.causes.length).toBeGreaterThan(1);
  const { best, mostBitsFirst, inListOrder } = parsOf(game.questioner);
  expect(best).toBeGreaterThan(0);
  expect(best).toBeLessThanOrEqual(mostBitsFirst);
  expect(mostBitsFirst).toBeLessThanOrEqual(inListOrder);
  expect(customers).toHaveLength(task.rounds);
  for (const [n, customer] of customers.entries())
    expect(game.worlds.worlds[must(game.truths[n], 'a truth')]?.cause).toBe(causeOf(customer));
  const causes = customers.map(causeOf);
  expect(new Set(causes).size).toBe(Math.min(causes.length, game.worlds.causes.length));
});

/** What a learner does who asks the best question each time, and chooses the true sentence. */
function perfect(variant: Variant): LearnerChoice[] {
  const { game, customers } = causeTaskOf(variant);
  const choices: LearnerChoice[] = [];
  for (const [n, customer] of customers.entries()) {
    const truth = must(game.worlds.worlds[must(game.truths[n], 'a truth')], 'a world');
    let possible = game.questioner.all;
    for (let best = game.questioner.best(possible); best !== null; best = game.questioner.best(possible)) {
      const question = best;
      choices.push({ did: 'asked', question });
      possible = possible.filter((each) => game.questioner.answerOf(each, question) === truth.answers[question]);
    }
    choices.push({ did: 'named', cause: game.worlds.causes.indexOf(truth.cause) });
    const said = sayQuestionOf(customer);
    if (game.says)
      choices.push({ did: 'bet', option: said.options.findIndex(({ word }) => word === keyOf(customer, said)) });
  }
  return choices;
}

test('who asks the best question each time has all points, in as many questions as par says', () => {
  const variant = first();
  const choices = perfect(variant);
  const rounds = roundsOf(causeTaskOf(variant).game, choices);
  for (const round of rounds) {
    expect(round).toMatchObject({ end: 'found', regret: 0, points: 1 });
    expect(round.spent).toBe(round.par);
  }
  const marks = marksOfTask(variant, { locked: true, choices });
  expect(marks.map(({ points }) => points)).toEqual(marks.map(() => 1));
  expect(marks.map(({ question }) => question)).toEqual(rounds.flatMap(() => ['cause', 'say']));
});

test('who does nothing has none, and customers who were not heard stay open', () => {
  for (const log of [undefined, { locked: true, choices: [{ did: 'none' } as const] }]) {
    const marks = marksOfTask(first(), log);
    expect(marks.every(({ points, right, bet }) => points === 0 && !right && bet === undefined)).toBe(true);
  }
});

test('a sentence that is not true says what it would do to the customer', () => {
  const customer = must(causeTaskOf(first()).customers[0], 'a customer');
  const { options } = sayQuestionOf(customer);
  const key = causeOf(customer);
  const notes = options.map((option) => noteOn(customer, diagnoseTaskOf(customer).about, option, key));
  expect(notes.filter(({ right }) => right)).toHaveLength(1);
  for (const { right, harm } of notes) expect(harm === null).toBe(right);
});
