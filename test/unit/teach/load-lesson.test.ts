import { expect, test } from 'vitest';
import { InputError, type Problem } from '../../../src/model/problem.ts';
import { loadLesson } from '../../../src/teach/load-lesson.ts';
import { LESSON_TEXT } from './lesson-file.ts';

const load = (text: string) =>
  loadLesson(text, 'one.yaml', 'one', { scenario: () => undefined, names: () => ['showcase/new-iphone'] });

test('a lesson is what its file says, with its case as a scenario', () => {
  const lesson = load(LESSON_TEXT);
  expect(lesson).toMatchObject({ id: 'one', pass: 0.8, minutes: 10 });
  expect(lesson.cases['one']?.scenario.world.items).toHaveLength(8);
  expect(lesson.cases['one']?.asked).toHaveLength(8);
  expect(lesson.tasks[0]).toMatchObject({ predict: 'one', reveal: 'at each drop' });
});

/** What is written instead of what, the line and column that are told, and words of the message and the advice. */
test.each([
  ['pass: 80 %', 'pass: 0.8', 4, 7, 'not a share such as 80 %', ''],
  ['minutes: 10', 'minutes: ten', 3, 10, 'not a number', ''],
  ['title: Is it there?\n', '', 1, 1, 'missing “title”', 'Add it'],
  ['teaches:', 'teach:', 5, 1, 'unknown key “teach”', '“teaches”'],
  ['[sync/photos,', '[sync/photo,', 7, 11, 'not one of', '“sync/photos”'],
  ['[pending/excluded]', '[pending/exclude]', 6, 16, 'not one of', '“pending/excluded”'],
  [
    'confusions: [pending/excluded]\n  rules: [sync/photos, app/bound-to-device]',
    'rules: []',
    5,
    1,
    'teaches',
    'Write',
  ],
  ['customer:', 'client:', 10, 5, 'unknown key “client”', 'customer'],
  ['category: photos,', 'category: photo,', 17, 23, 'category', '“photos”'],
  ['services.photos: {', 'services.photo: {', 27, 7, 'unknown key “photo”', '“photos”'],
  ['"off": 1', '"of": 1', 27, 7, '“of” cannot be', '“on”'],
  ['services.contacts: ["on", "off"]', 'services.contacts: [true]', 28, 27, 'not a text', '"true"'],
  ['items.bank-data.policy', 'items.bank-date.policy', 29, 7, 'there is no condition', '“bank-data”'],
  [
    'items.bank-data.policy: [bound-to-device',
    'items.films.runsOn: [any, ipad-only]\n      items.bank-data.policy: [bound-to-device',
    29,
    7,
    'no effect',
    'Leave it out',
  ],
  ['created: [2026-02-01', 'created: [2026-02-30', 30, 7, '“2026-02-30” cannot be', ''],
  ['draw: 6', 'draw: 9', 31, 11, '9 items cannot be drawn of 8', 'smaller'],
  ['excluded: 1, pending: 1', 'excluded: 6, pending: 1', 33, 14, '7 items are wanted', 'draw more'],
  ['{ excluded: 1', '{ exclude: 1', 33, 16, 'unknown key “exclude”', '“excluded”'],
  ['want:', 'answers: { films: pending }\n    want:', 32, 5, 'unknown key “answers”', 'Known here'],
  ['- predict: one', '- predict: won', 35, 14, 'no case “won”', '“one”'],
  ['ask: [fate', 'ask: [fates', 36, 11, 'not one of', '“fate”'],
  ['- debrief: by confusion', '- debrief: by mood', 39, 14, 'not one of', ''],
  ['- say: one', '- diagnose: one\n    about: films', 39, 5, 'unknown key “items”', ''],
  ['- say: one\n    items: 2', '- diagnose: one\n    about: film', 38, 12, 'no item “film”', '“films”'],
  [
    '- say: one\n    items: 2',
    '- diagnose: one\n    about: films',
    38,
    12,
    'nothing says that “films” is missing',
    'notThere',
  ],
  ['- say: one\n    items: 2', '- example: one\n    stopAt: [film]', 38, 14, 'no item “film”', '“films”'],
  ['    customer: It says that it is finished. Something is not there.\n', '', 34, 14, 'no words of the customer', ''],
  ['    world:\n', '    scenario: showcase/new-iphon\n    world:\n', 12, 5, 'cannot stand beside “scenario”', 'vary'],
  [
    'tasks:',
    '  two:\n    customer: I wait.\n    world: {}\ntasks:',
    34,
    3,
    'no task is about the case “two”',
    'Write one',
  ],
])('%j → %j is told at %i:%i', (written, instead, line, column, message, advice) => {
  expect(LESSON_TEXT).toContain(written);
  const problems = problemsOf(LESSON_TEXT.replace(written, instead));
  const first = problems.find((problem) => problem.line === line) ?? problems[0];
  expect(first).toMatchObject({ file: 'one.yaml', line, column });
  expect(first?.message).toContain(message);
  expect(first?.advice ?? '').toContain(advice);
});

function problemsOf(text: string): readonly Problem[] {
  try {
    load(text);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error('It can be read.');
}

test('a scenario that does not exist is told with the one that was meant', () => {
  const text = LESSON_TEXT.replace(/ {4}world:\n(?: {6}.*\n)+/, '    scenario: showcase/new-iphon\n').replace(
    / {4}vary:\n(?: {6}.*\n)+/,
    '',
  );
  const [first] = problemsOf(text);
  expect(first).toMatchObject({ line: 11, column: 15, message: 'there is no scenario “showcase/new-iphon”' });
  expect(first?.advice).toContain('showcase/new-iphone');
});
