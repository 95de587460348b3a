import { expect, test } from 'vitest';
import { conditionDifferences } from '../../../src/insight/explain/compare.ts';
import { must } from '../../../src/model/must.ts';
import { play } from '../../../src/run/play.ts';
import { withChanges } from '../../../src/scenario/change.ts';
import { pairOf } from '../../../src/teach/confusions.ts';
import { marksOfTask } from '../../../src/teach/task-marks.ts';
import { twinOf } from '../../../src/teach/twin.ts';
import { variantOf } from '../../../src/teach/variant.ts';
import { lessonNamed } from './lessons-read.ts';

const lesson = lessonNamed('02-the-four');
const place = lesson.tasks.findIndex((task) => 'twin' in task);
const about = lesson.tasks.flatMap((task) => ('twin' in task && task.about ? task.about : []));
const twins = ['mara', 'jonas', 'k7f2'].map((learner) => {
  const variant = variantOf(lesson, place, learner);
  return { variant, twin: must(twinOf(variant, about), `a twin for ${learner}`) };
});

test.each(twins)(
  'a twin differs in one condition, and one item ends otherwise: a pair that is wanted',
  ({ variant, twin }) => {
    const { path, to } = must(twin.options[twin.key], 'the right option');
    const changed = withChanges(variant.scenario, { [path]: to });
    const differences = conditionDifferences(
      { ...variant.scenario.world, script: variant.scenario.script },
      { ...changed.world, script: changed.script },
    );
    expect(differences.map(({ condition }) => condition)).toEqual([expect.stringContaining(path)]);
    const { fate } = must(play(changed).ledger.row(twin.item.id), 'its row');
    expect(fate).toBe(twin.there.fate);
    expect(fate).not.toBe(variant.played.rows.get(twin.item.id)?.fate);
    expect(about.map(pairOf)).toContain(twin.pair);
  },
);

test.each(twins)('no other condition that is offered would make it end otherwise', ({ variant, twin }) => {
  expect(twin.options).toHaveLength(4);
  expect(new Set(twin.options.map(({ title }) => title)).size).toBe(4);
  for (const [n, { path, to }] of twin.options.entries()) {
    const { fate } = must(play(withChanges(variant.scenario, { [path]: to })).ledger.row(twin.item.id), 'its row');
    expect(fate === twin.here.fate, path).toBe(n !== twin.key);
  }
});

test('the right one stands anywhere, and equal learners have equal twins', () => {
  expect(new Set(twins.map(({ twin }) => twin.key)).size).toBeGreaterThan(1);
  const { variant, twin } = must(twins[0], 'a twin');
  const again = must(twinOf(variantOf(lesson, place, variant.learner), about), 'the same twin');
  expect([again.item.id, again.options, again.key]).toEqual([twin.item.id, twin.options, twin.key]);
});

test('to name the condition is right, anything else wrong, and nothing is open', () => {
  const { variant, twin } = must(twins[0], 'a twin');
  const mark = (option: number) =>
    marksOfTask(variant, { locked: true, choices: [{ did: 'bet', option, sure: 'sure' }] })[0];
  expect(mark(twin.key)).toMatchObject({ question: 'twin', right: true, points: 1, item: twin.item.id });
  expect(mark((twin.key + 1) % 4)).toMatchObject({ right: false, points: 0, bet: { sure: 'sure' } });
  const open = marksOfTask(variant, undefined)[0];
  expect(open).toMatchObject({ right: false });
  expect(open?.bet).toBeUndefined();
});
