import { expect, test } from 'vitest';
import { must } from '../../src/model/must.ts';
import { caseOfTask, type Lesson } from '../../src/teach/lesson.ts';
import { variantOf } from '../../src/teach/variant.ts';
import { wishesOf } from '../../src/teach/wishes.ts';
import { LESSON_IDS, lessonNamed } from '../unit/teach/lessons-read.ts';
import { timesHere } from './law.ts';

/** In the long run ten thousand learners of each lesson are tried elsewhere. */
const LEARNERS = timesHere(200);

/** The first task of each case that varies: those after it draw in the same way. */
function placesOf({ tasks, cases }: Lesson): readonly number[] {
  const names = tasks.map(caseOfTask);
  return names.flatMap((name, place) =>
    name !== undefined && names.indexOf(name) === place && must(cases[name], name).vary.length > 0 ? [place] : [],
  );
}

test.each(LESSON_IDS)('%s: whoever the learner is, the case leads to what the lesson wants', (id) => {
  const lesson = lessonNamed(id);
  const places = placesOf(lesson);
  expect(places.length).toBeGreaterThan(0);
  const missed: string[] = [];
  for (let n = 0; n < LEARNERS; n += 1) {
    const variant = variantOf(lesson, must(places[n % places.length], 'a task'), `want-${n}`);
    const asked = variant.items.map((item) => must(variant.played.rows.get(item.id), item.id));
    for (const { path, holds } of wishesOf(variant.case.want))
      if (!holds(variant.played, asked)) missed.push(`want-${n}: ${path.join('.')}`);
  }
  expect(missed).toEqual([]);
});
