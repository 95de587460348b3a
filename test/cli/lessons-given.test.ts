import { expect, test } from 'vitest';
import { nodeDigest } from '../../src/cli/digest.ts';
import { checkLessonPlayed } from '../../src/teach/lesson-check.ts';
import { taughtBy } from '../../src/teach/taught.ts';
import { LESSON_IDS, lessonNamed } from '../unit/teach/lessons-read.ts';

// In Node alone, and by few: `npm run verify -- lessons` gives them to ten thousand learners.
test.each(LESSON_IDS)('%s can be given, and shows what it says it teaches', (id) => {
  const { faults, variants } = checkLessonPlayed(lessonNamed(id), { learners: 1, digest: nodeDigest });
  expect(faults).toEqual([]);
  expect(variants).toBeGreaterThan(0);
});

test('together they teach every gate, every group of rules and the pairs that are mixed up most', () => {
  const { gates, groups, confusions } = taughtBy(LESSON_IDS.map(lessonNamed));
  expect({ gates: gates.missing, groups: groups.missing, confusions: confusions.missing }).toEqual({
    gates: [],
    groups: [],
    confusions: [],
  });
});
