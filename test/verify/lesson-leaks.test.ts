import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { taskKindOf } from '../../src/teach/lesson.ts';
import { Inspector } from '../inspector/drive.ts';
import { leaksIn, lookAt, toLearner } from '../inspector/lesson/leaks.ts';
import { addressOf, lessonNamed } from '../inspector/lesson/lessons.ts';

const LEARNERS = 200;

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

const lessons = readdirSync('lessons')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => lessonNamed(name.slice(0, -'.yaml'.length)));
const tasks = lessons.flatMap((lesson) =>
  lesson.tasks.flatMap((task, place) => (taskKindOf(task) === 'predict' ? [{ lesson, place }] : [])),
);

/** Every task in which something is predicted, 200 learners in all of them together and at least ten in each. */
test(
  'before the lock nothing in the page gives an answer away, whoever the learner is',
  { timeout: 900_000 },
  async () => {
    const { page } = await inspector.openLessons('#l=');
    const each = Math.max(10, Math.ceil(LEARNERS / tasks.length));
    const found: string[] = [];
    let looks = 0;
    for (const { lesson, place } of tasks)
      for (let n = 0; n < each; n += 1) {
        const code = `leak${n}`;
        await toLearner(page, addressOf(lesson.id, code, place), code);
        const offered = await page.locator('.choices:not(.fate-choices) .option-word').allTextContents();
        looks += 1;
        for (const leak of leaksIn(await lookAt(page), offered)) found.push(`${lesson.id} ${place} ${code}: ${leak}`);
      }
    expect(looks).toBeGreaterThanOrEqual(LEARNERS);
    expect(found).toEqual([]);
  },
);
