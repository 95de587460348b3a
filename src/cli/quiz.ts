import { splitAt } from '../model/optional.ts';
import { randomInt } from 'node:crypto';
import { type Command, InvalidArgumentError } from 'commander';
import { InputError } from '../model/problem.ts';
import { readAnswers } from '../teach/answers-file.ts';
import { attemptText, CERTAINTIES, type LessonAttempt, newAttempt, withBet, withLock } from '../teach/attempt.ts';
import { feedbackOn, shownOn } from '../teach/feedback.ts';
import { caseOfTask, type Lesson, taskKindOf } from '../teach/lesson.ts';
import { markAttempt, type MarkedAttempt } from '../teach/marked-attempt.ts';
import type { PutQuestion } from '../teach/questions/question.ts';
import { marksOf } from '../teach/score.ts';
import { putQuestions } from '../teach/task-questions.ts';
import { LEARNER_CODE, type Variant, variantOf } from '../teach/variant.ts';
import { nodeDigest } from './digest.ts';
import { guarded } from './faults.ts';
import { readText } from './files.ts';
import { openLessonToGive } from './lesson-files.ts';
import { caseText, feedbackText, lessonHead, questionText, scoreText, taskHead } from './quiz-text.ts';
import { giveCauses } from './quiz-cause.ts';
import { QuizLines } from './quiz-lines.ts';
import { askTwin } from './quiz-twin.ts';
import { EXIT, outputPage, print, printError, printJson, setExit } from './terminal.ts';

interface Options {
  readonly seed?: string;
  readonly task?: number;
  readonly answers?: string;
  readonly json?: true;
}

export function register(program: Command): void {
  program
    .command('quiz')
    .summary('give a lesson in the terminal: say what will happen, then see it, with rule and source')
    .description(
      'Gives a lesson: the case, your bets, and after them what happens and why. With --answers nobody is asked: the ' +
        'answers in the file are marked; exit code 1 when they do not pass. With --json and without answers it ' +
        'prints the cases and questions alone.',
    )
    .argument('<lesson>', 'the lesson file, or the name of a lesson such as 02-the-four')
    .option('--seed <code>', 'the learner’s code: the same code gives the same cases', readCode)
    .option('--task <n>', 'only this task', readTask)
    .option('--answers <file>', 'an attempt as a lesson hands it in, or lines such as “2 codes.fate excluded sure”')
    .option('--json', 'print the answer as one JSON object')
    .action(guarded(quiz));
}

function readCode(text: string): string {
  if (!LEARNER_CODE.test(text)) throw new InvalidArgumentError('Write letters, digits and hyphens, 64 at most.');
  return text;
}

function readTask(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('Write the number of a task, from 1 on.');
  return Number(text) - 1;
}

/** Four signs that nobody mistakes for each other, to be typed again. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const newCode = (): string => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');

async function quiz(named: string, { seed, task, answers, json }: Options): Promise<void> {
  const lesson = openLessonToGive(named);
  if (task !== undefined && lesson.tasks[task] === undefined)
    throw new InputError([
      { file: named, message: `there is no task ${task + 1}`, advice: `The lesson has ${lesson.tasks.length}.` },
    ]);
  const isAsked = (place: number): boolean => task === undefined || place === task;
  const learner = seed ?? newCode();
  if (answers !== undefined) {
    const put = (place: number) => questionsAt(lesson, place, learner);
    const attempt = readAnswers(readText(answers), answers, lesson, learner, put);
    tellMarks(lesson, attempt, markAttempt(lesson, attempt, isAsked, nodeDigest), json);
  } else if (json) printJson(putLesson(lesson, learner, isAsked));
  else await give(lesson, learner, isAsked);
}

function questionsAt(lesson: Lesson, place: number, learner: string): readonly PutQuestion[] {
  const task = lesson.tasks[place];
  return task === undefined || caseOfTask(task) === undefined
    ? []
    : putQuestions(variantOf(lesson, place, learner, { digest: nodeDigest }));
}

/** The cases and the questions; the answers are with whoever asks for marks. */
const putLesson = (lesson: Lesson, learner: string, isAsked: (place: number) => boolean): unknown => ({
  lesson: lesson.id,
  title: lesson.title,
  seed: learner,
  tasks: lesson.tasks.flatMap((task, place) =>
    isAsked(place)
      ? [
          {
            task: place + 1,
            kind: taskKindOf(task),
            questions: questionsAt(lesson, place, learner).map(({ id, kind, item, asks, options }) => ({
              id,
              kind,
              ...(item === undefined ? {} : { item: item.id, title: item.title }),
              asks,
              answers: options.map(({ word, says }) => ({ word, says })),
            })),
          },
        ]
      : [],
  ),
});

function tellMarks(lesson: Lesson, attempt: LessonAttempt, { tasks, score }: MarkedAttempt, json?: true): void {
  if (json)
    printJson({
      lesson: lesson.id,
      seed: attempt.learner,
      attempt: attemptText(attempt),
      marks: tasks.flatMap(({ marks }) => marks.map(({ task, ...mark }) => ({ task: task + 1, ...mark }))),
      score,
    });
  else {
    for (const { variant, marks } of tasks) {
      print(taskHead(variant.task, variant.taskIndex, lesson, outputPage()));
      for (const mark of marks)
        if (mark.item !== undefined && !mark.right)
          print(feedbackText(titleOf(variant, mark.item), feedbackOn(variant, mark), outputPage()));
    }
    print(scoreText(score, lesson.pass, outputPage()));
  }
  if (!score.passed) setExit(EXIT.doesNotHold);
}

const titleOf = ({ scenario }: Variant, id: string): string =>
  scenario.world.items.find((item) => item.id === id)?.title ?? id;

/** With a person. Who ends the input ends the quiz; what was answered until then counts. */
async function give(lesson: Lesson, learner: string, isAsked: (place: number) => boolean): Promise<void> {
  const lines = new QuizLines();
  print(lessonHead(lesson, learner, outputPage()));
  let attempt = newAttempt(lesson.id, learner);
  for (const [place, task] of lesson.tasks.entries()) {
    if (lines.isOver || !isAsked(place) || caseOfTask(task) === undefined) continue;
    print(`\n${taskHead(task, place, lesson, outputPage())}`);
    const variant = variantOf(lesson, place, learner, { digest: nodeDigest });
    const questions = putQuestions(variant);
    if (questions.length === 0) {
      if ('example' in task) tellExample(variant, task.stopAt);
      else attempt = withLock(await giveOther(lines, variant, attempt), place);
      continue;
    }
    print(caseText(variant, outputPage()));
    for (const [n, question] of questions.entries()) {
      const bet = lines.isOver ? undefined : await askFor(lines, variant, question);
      if (bet) attempt = withBet(attempt, place, n, bet.option, bet.sure);
    }
    attempt = withLock(attempt, place);
    print('');
    for (const mark of marksOf(variant, attempt.tasks.get(place)))
      if (mark.item !== undefined)
        print(feedbackText(titleOf(variant, mark.item), feedbackOn(variant, mark), outputPage()));
  }
  lines.close();
  const { score } = markAttempt(lesson, attempt, isAsked, nodeDigest);
  if (score.of === 0) return;
  print(`\n${scoreText(score, lesson.pass, outputPage())}`);
  printError(`To hand in: ${attemptText(attempt)}`);
}

/** Tasks in which one answer decides what is asked next. */
async function giveOther(lines: QuizLines, variant: Variant, attempt: LessonAttempt): Promise<LessonAttempt> {
  if ('diagnose' in variant.task) return giveCauses(lines, variant, attempt, outputPage());
  print(caseText(variant, outputPage()));
  const option = await askTwin(lines, variant, outputPage());
  return option === undefined ? attempt : withBet(attempt, variant.taskIndex, 0, option);
}

function tellExample(variant: Variant, stopAt: readonly string[] | undefined): void {
  print(caseText(variant, outputPage()));
  print('');
  for (const { id, title } of variant.items) {
    if (stopAt && !stopAt.includes(id)) continue;
    print(feedbackText(title, shownOn(variant, id), outputPage()));
  }
}

interface Chosen {
  readonly option: number;
  readonly sure: (typeof CERTAINTIES)[number];
}

const HELP = 'The number of an answer, and how sure: 1 a guess, 2 think so, 3 sure. Such as “5 3”. Nothing: left open';

async function askFor(lines: QuizLines, variant: Variant, question: PutQuestion): Promise<Chosen | undefined> {
  print(`\n${questionText(variant, question, outputPage())}`);
  for (;;) {
    const text = await lines.next(`${HELP}\n> `);
    if (text === undefined || text.trim() === '') return undefined;
    const [number, sure] = splitAt(text.trim(), /\s+/);
    const option = Number(number) - 1;
    const certainty = sure === undefined ? 'think' : CERTAINTIES[Number(sure) - 1];
    if (/^\d+$/.test(number) && option in question.options && certainty !== undefined)
      return { option, sure: certainty };
    printError(`“${text.trim().slice(0, 40)}” is none of the answers.`);
  }
}
