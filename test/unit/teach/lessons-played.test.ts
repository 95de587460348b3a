import { expect, test } from 'vitest';
import type { InputError } from '../../../src/model/problem.ts';
import { checkLessonPlayed } from '../../../src/teach/lesson-check.ts';
import { loadLesson, loadLessonToGive } from '../../../src/teach/load-lesson.ts';
import { LESSON_TEXT } from './lesson-file.ts';

const faultsOf = (text: string) =>
  checkLessonPlayed(loadLesson(text, 'one.yaml', 'one', { scenario: () => undefined }), {
    learners: 2,
    most: 12,
  }).faults.map(({ path, expected, got }) => `${path.join('.')}: ${expected}; ${got}`);

test('nothing is wrong with a lesson that is in order', () => expect(faultsOf(LESSON_TEXT)).toEqual([]));

/** What is written instead of what, and words of the fault that a check then finds. */
test.each([
  ['unknown: 0 }', 'lost-later: 1 }', 'cases.one.want.fates.lost-later: at least 1 “lost-later”; not so in 500 of 500'],
  ['call-history }', 'call-history, title: Newer calls }', 'items.3.title: a title that does not name the cause'],
  [
    'title: "Bank: its data"',
    'title: Restored data of the bank',
    'items.6.title: a title that does not name the cause',
  ],
  ['[sync/photos,', '[own/moved,', 'teaches.rules.0: a variant in which “own/moved” decides'],
  ['[pending/excluded]', '[lost-later/excluded]', 'teaches.confusions.0: a task in which something is “lost-later”'],
  ['pass: 80 %', 'pass: 5 %', 'pass: more than guessing gives; who guesses has'],
  ['- say: one\n    items: 2', '- twin: one\n    about: [pending/excluded]', ''],
])('%j → %j', (written, instead, told) => {
  expect(LESSON_TEXT).toContain(written);
  const faults = faultsOf(LESSON_TEXT.replace(written, instead));
  if (told === '') expect(faults).toEqual([]);
  else expect(faults.filter((fault) => fault.includes(told))).not.toEqual([]);
});

const APP = `title: Empty
why: To find the cause.
minutes: 5
teaches: { rules: [app/server-login] }
cases:
  one:
    customer: My app is empty.
    world:
      backups: [{ id: night, device: Lea's old iPhone, made: 2026-02-28 }]
      device: { name: Lea's new iPhone }
      items:
        - { id: data, category: app-data, app: bank, title: "Bank: its data", created: 2026-02-01 }
        - { id: app, category: app, app: bank, title: Bank }
    vary:
      items.data.policy: [server, bound-to-device]
    want: { notThere: [data] }
tasks:
  - diagnose: one
    about: data
`;

test('causes that questions tell apart are in order; a single one is refused', () => {
  expect(faultsOf(APP)).toEqual([]);
  const single = faultsOf(APP.replace('[server, bound-to-device]', '[server, ordinary]'));
  expect(single).toContainEqual('tasks.0.about: two causes or more; only app/server-login');
});

const give = (text: string) => () => loadLessonToGive(text, 'one.yaml', 'one', { scenario: () => undefined });

test('a lesson in which nobody could find the cause is refused when it is opened to be given, with its place', () => {
  expect(give(APP)).not.toThrow();
  const single = APP.replace('[server, bound-to-device]', '[server, ordinary]');
  expect(() => loadLesson(single, 'one.yaml', 'one', { scenario: () => undefined })).not.toThrow();
  expect(give(single)).toThrow(expect.objectContaining({ name: 'InputError' }));
  try {
    give(single)();
  } catch (error) {
    const [problem] = (error as InputError).problems;
    expect(problem).toMatchObject({ line: APP.split('\n').indexOf('    about: data') + 1, file: 'one.yaml' });
    expect(problem?.message).toContain('only app/server-login');
  }
});
