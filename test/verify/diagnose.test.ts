import { expect, test } from 'vitest';
import { must } from '../../src/model/must.ts';
import { diagnoseSource } from '../../src/teach/diagnose/customers.ts';
import { worldsOf } from '../../src/teach/diagnose/worlds.ts';
import { LESSON_IDS, lessonNamed } from '../unit/teach/lessons-read.ts';

/** Each case in which a cause is looked for, played one world at a time: thousands of restores. */
const CASES = LESSON_IDS.flatMap((id) => {
  const lesson = lessonNamed(id);
  return lesson.tasks.flatMap((task) =>
    'diagnose' in task
      ? [{ id, source: diagnoseSource(must(lesson.cases[task.diagnose], task.diagnose), task.about) }]
      : [],
  );
});

test.each(CASES)('$id: worlds beside each other end as those played one by one', { timeout: 600_000 }, ({ source }) => {
  const inOneOrder = (packs: boolean) => {
    const { worlds, ...rest } = worldsOf(source, packs);
    const lines = worlds.map((world) =>
      JSON.stringify({ ...world, changes: Object.entries(world.changes).toSorted() }),
    );
    return { ...rest, worlds: lines.toSorted() };
  };
  expect(CASES.length).toBeGreaterThan(2);
  expect(inOneOrder(true)).toEqual(inOneOrder(false));
});
