import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLesson } from '../../src/cli/lesson-files.ts';
import { must } from '../../src/model/must.ts';
import { csv } from '../../src/report/csv.ts';
import { attemptText, type LearnerChoice, type LessonAttempt } from '../../src/teach/attempt.ts';
import type { Lesson } from '../../src/teach/lesson.ts';
import { wordOfContrast } from '../../src/teach/task-marks.ts';
import { putQuestions } from '../../src/teach/task-questions.ts';
import { twinOf } from '../../src/teach/twin.ts';
import { choicesOf } from '../../src/teach/players.ts';
import { causeTaskOf } from '../../src/teach/diagnose/game.ts';
import { type Variant, variantOf } from '../../src/teach/variant.ts';
import { GRADE_COLUMNS, gradeRows } from '../../src/teach/results/grade-rows.ts';
import { resultOf } from '../../src/teach/results/attempt-result.ts';
import { gradeAll, type GradedResult } from '../../src/teach/results/grade.ts';
import { gradeText } from '../../src/teach/results/grade-text.ts';
import { readHandedIn } from '../../src/teach/results/handed-in.ts';
import { RESULT_COLUMNS, resultCsv, rowsOfResult } from '../../src/teach/results/rows.ts';
import { PLAIN } from '../../src/report/paint.ts';

const whole = openLesson('02-the-four');
// Looking for a twin takes a learner a second: one of the tests below does it.
const lesson: Lesson = { ...whole, tasks: whole.tasks.filter((task) => !('twin' in task)) };
const lessonOf = (id: string): Lesson | undefined => (id === lesson.id ? lesson : undefined);

/** In a task that asks for the one condition that differs. */
const contrastsOf = (variant: Variant): string[] =>
  'twin' in variant.task ? must(twinOf(variant, variant.task.about), 'a twin').options.map(wordOfContrast) : [];

/** An attempt of a learner who is right where `isRight` says so. */
function attemptOf(learner: string, isRight: (n: number) => boolean, seconds = 300, of = lesson): LessonAttempt {
  const empty: LessonAttempt = { lesson: of.id, learner, tasks: new Map() };
  const tasks = resultOf(of, empty).tasks.map(({ variant, marks }) => {
    const questions = putQuestions(variant);
    const choices = marks.map((mark, n): LearnerChoice => {
      const words = questions[n]?.options.map(({ word }) => word) ?? contrastsOf(variant);
      const key = words.indexOf(mark.key);
      return { did: 'bet', option: isRight(n) ? key : (key + 1) % words.length, sure: 'think' };
    });
    return [variant.taskIndex, { locked: true, choices, seconds }] as const;
  });
  return { ...empty, tasks: new Map(tasks) };
}

const fileOf = (attempt: LessonAttempt): string => resultCsv(resultOf(lesson, attempt));
const graded = (files: Readonly<Record<string, string>>): GradedResult[] =>
  gradeAll(
    Object.entries(files).flatMap(([name, text]) => readHandedIn(text, name)),
    lessonOf,
  );
const wordsOf = (one: GradedResult | undefined): string[] => (one ? one.remarks.map(({ word }) => word) : []);

const lea = attemptOf('lea1', (n) => n % 3 !== 0);
const leaRows = rowsOfResult(resultOf(lesson, lea));
const asFile = (rows: typeof leaRows): string =>
  csv([RESULT_COLUMNS, ...rows.map((row) => RESULT_COLUMNS.map((column) => row[column]))]);

test('what is handed in is worked out again to the same score, from either form of it', () => {
  const { score } = resultOf(lesson, lea);
  expect(score.of).toBeGreaterThan(20);
  expect(score.points).toBeGreaterThan(5);
  for (const text of [fileOf(lea), attemptText(lea), fileOf(lea).replaceAll('\r\n', '\n').replaceAll(',', ';')]) {
    const [one] = graded({ 'lea.csv': text });
    expect(one?.result?.score).toEqual(score);
    expect(one?.remarks).toEqual([]);
  }
});

test('a twin and what to say count as every other question does', () => {
  const attempt = attemptOf('lea1', () => true, 300, whole);
  const text = resultCsv(resultOf(whole, attempt));
  const [one] = gradeAll(readHandedIn(text, 'lea.csv'), () => whole);
  expect(one?.result?.score.share).toBe(1);
  expect(one?.remarks).toEqual([]);
  expect(new Set(one?.handedIn.rows.map(({ question }) => question))).toEqual(
    new Set(['fate', 'gate', 'rule', 'twin', 'say']),
  );
});

const calls = openLesson('04-where-are-the-photos');
/** The calls alone: who knows everything finds each cause with the best questions. */
const cause: Lesson = { ...calls, tasks: calls.tasks.filter((task) => 'diagnose' in task) };
const foundBy = (learner: string): LessonAttempt => ({
  lesson: cause.id,
  learner,
  tasks: new Map([[0, { locked: true, choices: choicesOf('perfect', variantOf(cause, 0, learner)), seconds: 400 }]]),
});
const gradeCause = (...attempts: readonly LessonAttempt[]): GradedResult[] =>
  gradeAll(
    attempts.flatMap((one) => readHandedIn(resultCsv(resultOf(cause, one)), `${one.learner}.csv`)),
    () => cause,
  );

test('causes that were found count, with the questions that it took', () => {
  const attempt = foundBy('lea1');
  const [one] = gradeCause(attempt);
  expect(one?.remarks).toEqual([]);
  expect(one?.result?.score.share).toBe(1);
  const [row] = gradeRows(one ? [one] : []);
  const cell = (column: string) => row?.[GRADE_COLUMNS.indexOf(column)];
  expect([cell('diagnose'), cell('predict')]).toEqual([`${one?.result?.score.of} of ${one?.result?.score.of}`, null]);
  expect(cell('questions')).toBe(cell('best'));
  expect(Number(cell('best'))).toBeGreaterThan(1);
  const text = gradeText(one ? [one] : [], { paint: PLAIN, width: 100 });
  expect(text).toMatch(/1 diagnose, (\d+) questions where it was found; the best questioner asks \1/);
});

test('a cause that is named wrongly is a confusion, and does something to the customer', () => {
  const customer = variantOf(cause, 0, 'lea1');
  const { game } = causeTaskOf(customer);
  const wrong = game.worlds.causes.flatMap((_, place): LearnerChoice[] => [{ did: 'named', cause: place }]);
  const attempt = { ...foundBy('lea1'), tasks: new Map([[0, { locked: true, choices: wrong }]]) };
  const [one] = gradeCause(attempt);
  const harms = one?.result?.tasks.flatMap(({ marks }) =>
    marks.flatMap(({ harm, right, bet }) => (bet ? [[right, harm]] : [])),
  );
  expect(harms?.length).toBeGreaterThan(0);
  for (const [right, harm] of must(harms, 'harms')) expect(harm === undefined).toBe(right);
  expect(harms?.some(([right]) => !right)).toBe(true);
});

test('calls copied from somebody with other customers are named; what an attempt has lost is in its rows', () => {
  const [own, mine] = [foundBy('lea1'), foundBy('noah')];
  const copied = { ...own, learner: 'mara' };
  const found = gradeCause(own, copied, mine).map(wordsOf);
  expect(found[0]).toEqual(['copied']);
  expect(found[1]).toContain('copied');
  expect(found[2]).toEqual([]);
  const rows = rowsOfResult(resultOf(cause, own)).map((row) => ({ ...row, attempt: '' }));
  const [one] = gradeAll(readHandedIn(asFile(rows), 'lea1.csv'), () => cause);
  expect(wordsOf(one)).toEqual(['edited', 'edited']);
  expect(one?.result?.score.of).toBe(resultOf(cause, own).score.of);
  expect(one?.result?.tasks.flatMap(({ marks }) => marks.map(({ right }) => right))).not.toContain(false);
});

test('one cell that was changed is named, whichever it is', () => {
  const cell = fc.record({
    row: fc.nat({ max: leaRows.length - 1 }),
    column: fc.constantFrom(...RESULT_COLUMNS),
    text: fc.constantFrom('yes', 'no', 'restored', 'excluded', '7', '', 'x y', '1|02-the-four|lea1', 'sure'),
  });
  fc.assert(
    fc.property(cell, ({ row, column, text }) => {
      fc.pre(leaRows[row]?.[column] !== text);
      const changed = leaRows.map((own, place) => (place === row ? { ...own, [column]: text } : own));
      expect(graded({ 'lea.csv': asFile(changed) }).flatMap(wordsOf)).toContain('edited');
    }),
    { numRuns: 25 },
  );
});

test('a row that is gone, or one more, is named', () => {
  expect(wordsOf(graded({ 'a.csv': asFile(leaRows.slice(0, -1)) })[0])).toContain('edited');
  expect(wordsOf(graded({ 'a.csv': asFile([...leaRows, ...leaRows.slice(-1)]) })[0])).toContain('edited');
});

test('a sheet copied from somebody with another case is named at both, and no other', () => {
  const copied = { ...lea, learner: 'mara' };
  const own = attemptOf('noah', () => true);
  const found = graded({ 'lea.csv': fileOf(lea), 'mara.csv': fileOf(copied), 'noah.csv': fileOf(own) });
  expect(found.map(wordsOf)).toEqual([['copied'], ['copied'], []]);
  expect(found[0]?.remarks[0]?.detail).toBe('mara.csv');
});

test('perfect learners with different cases are no copies of each other', () => {
  const codes = Array.from({ length: 4 }, (_, n) => `code${n}`);
  const files = Object.fromEntries(codes.map((code) => [`${code}.csv`, fileOf(attemptOf(code, () => true))]));
  expect(graded(files).flatMap(wordsOf)).toEqual([]);
});

test('another version, another visit, a missing lesson, haste and what is unfinished are named', () => {
  const other = leaRows.map((row) => ({ ...row, version: '0123456789ab', rule: 'gone/rule', key: 'pending' }));
  expect(wordsOf(graded({ 'a.csv': asFile(other) })[0])).toEqual(['other-version']);
  expect(graded({ 'a.csv': fileOf(lea), 'b.csv': fileOf(lea) }).map(wordsOf)).toEqual([['twice'], ['twice']]);
  expect(wordsOf(graded({ 'a.txt': '1|another|lea1|t1=A1' })[0])).toEqual(['no-lesson']);
  expect(new Set(wordsOf(graded({ 'a.csv': fileOf(attemptOf('tim', () => true, 1)) })[0]))).toEqual(new Set(['fast']));
  const [first] = lea.tasks;
  const unfinished = { ...lea, tasks: new Map([must(first, 'a task')]) };
  expect(wordsOf(graded({ 'a.csv': fileOf(unfinished) })[0])).toEqual(['unfinished']);
});

test('before a task is locked nothing in the file tells what is right', () => {
  const open = { ...lea, tasks: new Map([...lea.tasks].map(([place, log]) => [place, { ...log, locked: false }])) };
  const rows = rowsOfResult(resultOf(lesson, open));
  for (const { key, right, rule, gate, harm, fingerprint } of rows)
    expect([key, right, rule, gate, harm, fingerprint].join('')).toBe('');
  expect(rows.some(({ bet }) => bet !== '')).toBe(true);
});

test('a class in words: everybody, what was mixed up, what was known least', () => {
  const text = gradeText(graded({ 'lea.csv': fileOf(lea), 'noah.csv': fileOf(attemptOf('noah', () => true)) }), {
    paint: PLAIN,
    width: 100,
  });
  expect(text).toMatch(/lea1 .*\d+ of \d+ {2}(?:not )?passed/);
  expect(text).toMatch(/noah +100 %/);
  expect(text).toContain('Mixed up most');
  expect(text).toContain('Known least');
});
