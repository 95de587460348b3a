import { eachOf } from '../model/optional.ts';
import { nearOrKnown } from '../model/near-word.ts';
import { InputError, type Problem } from '../model/problem.ts';
import {
  CERTAINTIES,
  type Certainty,
  type LessonAttempt,
  newAttempt,
  readAttempt,
  withBet,
  withLock,
} from './attempt.ts';
import type { Lesson } from './lesson.ts';
import type { PutQuestion } from './questions/question.ts';

/** The questions of a task, by its place. */
export type Questions = (task: number) => readonly PutQuestion[];

const IS_ATTEMPT = /^\d+\|/;
const LINE = /^(\d{1,2})\s+(\S+)\s+(\S+)(?:\s+(\S+))?$/;

/**
 * The answers in a file: the text of an attempt as a lesson hands it in, or lines such as `2 codes.fate excluded sure`,
 * which are the number of the task, the question, the word of the answer, and how sure. `#` begins a remark.
 * Throws an InputError with the line of everything that cannot be read.
 */
export function readAnswers(
  text: string,
  file: string,
  lesson: Lesson,
  learner: string,
  questionsIn: Questions,
): LessonAttempt {
  const whole = text.trim();
  if (IS_ATTEMPT.test(whole)) {
    const attempt = readAttempt(whole, file);
    if (attempt.lesson !== lesson.id)
      throw new InputError([
        { file, line: 1, column: 1, message: `these are answers to “${attempt.lesson}”, not to “${lesson.id}”` },
      ]);
    return attempt;
  }
  const problems: Problem[] = [];
  let attempt = newAttempt(lesson.id, learner);
  const tasks = new Set<number>();
  for (const [index, full] of text.split(/\r?\n/).entries()) {
    const line = full.replace(/(?:^|\s)#.*$/, '').trim();
    if (line === '') continue;
    const read = answerIn(line, lesson, questionsIn);
    if ('message' in read) problems.push({ file, line: index + 1, column: 1, excerpt: full, ...read });
    else {
      attempt = withBet(attempt, read.task, read.n, read.option, read.sure);
      tasks.add(read.task);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return [...tasks].reduce((after, task) => withLock(after, task), attempt);
}

interface Answer {
  readonly task: number;
  readonly n: number;
  readonly option: number;
  readonly sure?: Certainty;
}
type Unread = Pick<Problem, 'message' | 'advice'>;

function answerIn(line: string, { tasks }: Lesson, questionsIn: Questions): Answer | Unread {
  const [, number, id, word, sure] = eachOf(LINE.exec(line));
  if (number === undefined || id === undefined || word === undefined)
    return {
      message: 'an answer is a task, a question and a word',
      advice: 'Such as: 2 codes.fate excluded sure',
    };
  const task = Number(number) - 1;
  if (tasks[task] === undefined)
    return { message: `there is no task ${number}`, advice: `The lesson has tasks 1 to ${tasks.length}.` };
  const questions = questionsIn(task);
  const n = questions.findIndex((question) => question.id === id);
  const question = questions[n];
  if (!question)
    return unknown(
      'question',
      id,
      questions.map((one) => one.id),
    );
  const option = question.options.findIndex((one) => one.word === word);
  if (option < 0)
    return unknown(
      'answer',
      word,
      question.options.map((one) => one.word),
    );
  if (sure === undefined) return { task, n, option };
  const certainty = CERTAINTIES.find((one) => one === sure);
  return certainty === undefined ? unknown('certainty', sure, CERTAINTIES) : { task, n, option, sure: certainty };
}

const unknown = (kind: string, word: string, known: readonly string[]): Unread => ({
  message: `there is no ${kind} “${word}” here`,
  advice: nearOrKnown(word, known, known.length),
});
