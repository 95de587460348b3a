import type { Digest } from '../../run/digest.ts';
import type { LessonAttempt, LearnerChoice } from '../attempt.ts';
import type { Lesson } from '../lesson.ts';
import { causeTaskOf, sayQuestionOf } from '../diagnose/game.ts';
import { strayChoices } from '../diagnose/round.ts';
import { wordOfContrast } from '../task-marks.ts';
import { putQuestions } from '../task-questions.ts';
import { twinOf } from '../twin.ts';
import { type AttemptResult, lessonVersion, resultOf, type TaskResult } from './attempt-result.ts';
import type { HandedIn } from './handed-in.ts';
import { RESULT_COLUMNS, type ResultColumn, type ResultRow, rowsOfResult } from './rows.ts';

/** What is remarkable about a result. It is told to the trainer, who knows the class; nobody is judged by it. */
export const GRADE_REMARKS = {
  edited: 'something in the file is not as the lesson wrote it',
  'other-version': 'answered in another version of the lesson or of its rules',
  copied: 'the same choices as somebody with another case, where other ones would be right',
  twice: 'handed in more than once',
  fast: 'locked faster than the case can be read',
  unfinished: 'not all tasks were locked',
  'no-lesson': 'there is no such lesson here',
} as const;
export type RemarkWord = keyof typeof GRADE_REMARKS;

export interface GradeRemark {
  readonly word: RemarkWord;
  /** The particulars: rows and columns, or who else. */
  readonly detail: string;
}

/** A result that was played again. */
export interface GradedResult {
  readonly handedIn: HandedIn;
  /** `null`: there is no such lesson. */
  readonly result: AttemptResult | null;
  readonly remarks: readonly GradeRemark[];
}

/** Plays every learner's variants again, works the key out anew, and names what is remarkable. */
export function gradeAll(
  handedIn: readonly HandedIn[],
  lessonOf: (id: string) => Lesson | undefined,
  digest?: Digest,
): GradedResult[] {
  const graded = handedIn.map((one): GradedResult => {
    const lesson = lessonOf(one.lesson);
    if (!lesson) return { handedIn: one, result: null, remarks: [{ word: 'no-lesson', detail: one.lesson }] };
    return gradedAlone(one, lesson, digest);
  });
  return graded.map((one, place) => ({
    ...one,
    remarks: [...one.remarks, ...graded.flatMap((other, at) => (at === place ? [] : besideAnother(one, other)))],
  }));
}

function gradedAlone(handedIn: HandedIn, lesson: Lesson, digest: Digest | undefined): GradedResult {
  const remarks: GradeRemark[] = [];
  const attempt = handedIn.attempt ?? attemptOfRows(handedIn, lesson, digest);
  const result = resultOf(lesson, attempt, { digest });
  const [first] = handedIn.rows;
  if (first) {
    const isOther =
      handedIn.rows.every(({ version }) => version === first.version) && first.version !== lessonVersion(lesson);
    if (isOther) remarks.push({ word: 'other-version', detail: `${first.version}, here ${lessonVersion(lesson)}` });
    if (handedIn.attempt === null) remarks.push({ word: 'edited', detail: 'the attempt itself cannot be read' });
    const edits = editsIn(handedIn.rows, rowsOfResult(result), isOther);
    if (edits.length > 0)
      remarks.push({ word: 'edited', detail: `${edits.slice(0, 5).join('; ')}${edits.length > 5 ? '; …' : ''}` });
  }
  for (const { log, variant } of result.tasks) {
    const stray = 'diagnose' in variant.task ? strayChoices(causeTaskOf(variant).game, log.choices) : 0;
    if (stray > 0)
      remarks.push({ word: 'edited', detail: `task ${variant.taskIndex + 1}: ${stray} of its choices fit nowhere` });
  }
  for (const { log, variant, marks } of result.tasks)
    if (log.locked && log.seconds !== undefined && log.seconds < readingSeconds(variant, marks.length))
      remarks.push({ word: 'fast', detail: `task ${variant.taskIndex + 1} in ${log.seconds} s` });
  if (!result.isDone) remarks.push({ word: 'unfinished', detail: openTasks(result) });
  return { handedIn, result, remarks };
}

const openTasks = ({ tasks }: AttemptResult): string =>
  tasks.flatMap(({ log, variant }) => (log.locked ? [] : `task ${variant.taskIndex + 1}`)).join(', ');

/** What the learner chose, and by whom it was chosen: in another version the rest may be another, too. */
const CHOSEN: readonly ResultColumn[] = ['lesson', 'task', 'learner', 'n', 'bet', 'certainty', 'seconds', 'attempt'];

function editsIn(given: readonly ResultRow[], expected: readonly ResultRow[], isOther: boolean): string[] {
  const columns = isOther ? CHOSEN : RESULT_COLUMNS;
  const edits = expected.flatMap((row, place) => {
    const theirs = given[place];
    if (!theirs) return [];
    return columns
      .filter((column) => theirs[column] !== row[column])
      .map((column) => `row ${place + 1}, ${column}: “${theirs[column]}” instead of “${row[column]}”`);
  });
  if (given.length !== expected.length) edits.push(`${given.length} rows instead of ${expected.length}`);
  return edits;
}

/** Where the attempt itself is lost, its rows still say what was chosen. */
function attemptOfRows({ lesson: id, learner, rows }: HandedIn, lesson: Lesson, digest: Digest | undefined) {
  const code = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(learner) ? learner : 'unknown';
  const empty: LessonAttempt = { lesson: id, learner: code, tasks: new Map() };
  const tasks = resultOf(lesson, empty, { digest }).tasks.map((task) => {
    const place = task.variant.taskIndex;
    const own = rows.filter((row) => row.task === String(place + 1));
    return [place, { locked: own.some(({ key }) => key !== ''), choices: choicesOf(task, own) }] as const;
  });
  return { ...empty, tasks: new Map(tasks) };
}

/** Where a cause was looked for, the rows do not say what was asked before it was named. */
function choicesOf({ variant, marks }: TaskResult, rows: readonly ResultRow[]): LearnerChoice[] {
  const saidIn = (n: number) => rows.find((row) => row.n === String(n + 1))?.bet;
  const betOn = (words: readonly string[], n: number): LearnerChoice => {
    const option = words.findIndex((word) => word === saidIn(n));
    return option < 0 ? { did: 'none' } : { did: 'bet', option };
  };
  // A customer is done with when a sentence is chosen, be it one that was not offered.
  const sentenceOf = (words: readonly string[], n: number): LearnerChoice => {
    const option = words.findIndex((word) => word === saidIn(n));
    return { did: 'bet', option: option < 0 ? words.length : option };
  };
  const { task } = variant;
  if ('twin' in task) {
    const twin = twinOf(variant, task.about);
    return twin ? [betOn(twin.options.map(wordOfContrast), 0)] : [];
  }
  if (!('diagnose' in task)) return putQuestions(variant).map(({ options }, n) => betOn(wordsOf(options), n));
  const { game, customers } = causeTaskOf(variant);
  const each = marks.length / customers.length;
  return customers.flatMap((customer, round): LearnerChoice[] => {
    const said = saidIn(round * each);
    const cause = game.worlds.causes.findIndex((one) => one === said);
    const named: LearnerChoice[] = cause < 0 ? [] : [{ did: 'named', cause }];
    const isRight = said === marks[round * each]?.key;
    const sentence = game.says ? [sentenceOf(wordsOf(sayQuestionOf(customer).options), round * each + 1)] : [];
    return [...named, ...(isRight ? [] : [GIVEN_UP]), ...sentence];
  });
}

const GIVEN_UP: LearnerChoice = { did: 'none' };
const wordsOf = (options: readonly { readonly word: string }[]): readonly string[] => options.map(({ word }) => word);

/** Words a second that nobody reads faster. */
const FASTEST = 12;

/** What has to be read at the least before a bet is more than a guess: the customer's words, and the items' titles. */
function readingSeconds({ case: one, items }: TaskResult['variant'], questions: number): number {
  const words = [one.customer ?? one.scenario.why, ...items.map(({ title }) => title)].join(' ').split(/\s+/).length;
  return Math.floor(words / FASTEST) + questions / 4;
}

/** So many equal answers in a row that chance does not explain them. */
const MANY = 5;

function besideAnother(one: GradedResult, other: GradedResult): GradeRemark[] {
  if (!one.result || !other.result || one.result.lesson.id !== other.result.lesson.id) return [];
  const who = other.handedIn.file === one.handedIn.file ? other.handedIn.learner : other.handedIn.file;
  if (one.result.attempt.learner === other.result.attempt.learner) return [{ word: 'twice', detail: who }];
  const [mine, theirs] = [answersOf(one.result), answersOf(other.result)];
  if (mine.length < MANY || mine.length !== theirs.length) return [];
  if (!mine.every(({ choice }, n) => choice === theirs[n]?.choice)) return [];
  const differing = mine.filter(({ key }, n) => key !== theirs[n]?.key).length;
  // Who both are right have no other choice: only where the keys differ is being equal remarkable.
  return differing * 5 >= mine.length ? [{ word: 'copied', detail: who }] : [];
}

function answersOf({ tasks }: AttemptResult): { readonly choice: string; readonly key: string }[] {
  return tasks.flatMap(({ log, marks, variant }) => {
    if (!log.locked) return [];
    // Where causes are looked for, what was asked before a name is copied along with it.
    if ('diagnose' in variant.task) {
      const key = marks.map((mark) => mark.key).join();
      return log.choices.map((choice) => ({ choice: JSON.stringify(choice), key }));
    }
    return marks.flatMap(({ key, n }) => {
      const choice = log.choices[n];
      return choice?.did === 'bet' ? [{ choice: String(choice.option), key }] : [];
    });
  });
}
