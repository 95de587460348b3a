import { expect, test } from 'vitest';
import { LESSON_IDS, lessonNamed } from '../unit/teach/lessons-read.ts';
import { COMPARED, lessonDigest } from './lesson-digest.ts';

/** By lesson, what another engine says of all that are compared; `npm run verify` hands it over. */
const TOLD = import.meta.env['VITE_LESSON_DIGESTS'] as string | undefined;
const told = TOLD === undefined ? null : (JSON.parse(TOLD) as Readonly<Record<string, readonly string[]>>);
/** Without another engine, a look at one learner of a few. */
const ids = told === null ? LESSON_IDS.slice(0, 2) : LESSON_IDS;

test.each(ids)('%s: who is given a code meets the same cases whatever was played before, and on every engine', (id) => {
  const lesson = lessonNamed(id);
  if (told !== null) {
    expect(COMPARED.map((learner) => lessonDigest(lesson, learner))).toEqual(told[id]);
    return;
  }
  const [learner = ''] = COMPARED;
  const first = lessonDigest(lesson, learner);
  // Cases of its own: nothing that was played of the others is at hand.
  const anew = {
    ...lesson,
    cases: Object.fromEntries(Object.entries(lesson.cases).map(([name, one]) => [name, { ...one }])),
  };
  lessonDigest(anew, 'another');
  expect(lessonDigest(anew, learner)).toBe(first);
});
