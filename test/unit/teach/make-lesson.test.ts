import { expect, test } from 'vitest';
import { loadScenario } from '../../../src/scenario/load.ts';
import { withChanges } from '../../../src/scenario/change.ts';
import { play } from '../../../src/run/play.ts';
import { checkLessonPlayed } from '../../../src/teach/lesson-check.ts';
import { loadLesson } from '../../../src/teach/load-lesson.ts';
import { lessonOfScenario } from '../../../src/teach/make-lesson.ts';

const SCENARIO = loadScenario(
  `title: Two things
why: Two things.
world:
  device: { name: Lea's new iPhone }
  backups: [{ id: night, device: Lea's old iPhone, made: 2026-02-28 }]
  items:
    - { category: call-history, title: Newer calls }
    - { id: codes, category: app-keychain, app: bank, title: Login codes, protection: this-device-only }
`,
  'two.yaml',
  'two',
);

function made(): { readonly text: string; readonly told: readonly number[] } {
  const steps = lessonOfScenario(SCENARIO, 'made.yaml');
  const told: number[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { text: value, told };
    told.push(value);
  }
}

test('a lesson made of a scenario can be given as it stands: what varies changes where something ends', () => {
  const { text, told } = made();
  expect(told).toEqual(told.map((_, n) => n + 1));
  const lesson = loadLesson(text, 'made.yaml', 'made', { scenario: () => undefined });
  expect(checkLessonPlayed(lesson, { learners: 2, most: 12 }).faults).toEqual([]);
  const [one] = Object.values(lesson.cases);
  expect(one?.vary.length).toBeGreaterThan(1);
  const endsOf = (changes: Readonly<Record<string, string>>) =>
    play(withChanges(SCENARIO, changes), { refusalsMayFall: true }).ledger.rows.map(({ fate }) => fate);
  const base = endsOf({});
  for (const { path, values } of one?.vary ?? []) {
    const others = values.filter(({ value }) => value !== 'unchanged');
    expect(others.length, path).toBeGreaterThan(0);
    for (const { value } of others) expect(endsOf({ [path]: value }), `${path} ${value}`).not.toEqual(base);
  }
  // A title that names the cause gives it away, and what no learner met is not said to be taught.
  expect(text).not.toContain('Newer calls');
  expect(lesson.teaches.rules).not.toEqual([]);
});
