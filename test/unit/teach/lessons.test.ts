import { expect, test } from 'vitest';
import { GATE_ORDER } from '../../../src/model/fates.ts';
import { RULE_GROUPS } from '../../../src/rulebook/tables/rule.ts';
import { caseFactsOf, itemFactsOf } from '../../../src/teach/case-facts.ts';
import { MIXED_UP, pairOf } from '../../../src/teach/confusions.ts';
import { caseOfTask, type Lesson, taskKindOf } from '../../../src/teach/lesson.ts';
import { ruleSpokenOf } from '../../../src/run/ledger.ts';
import { rowOf } from '../../../src/teach/questions/question.ts';
import { taughtBy } from '../../../src/teach/taught.ts';
import { variantOf } from '../../../src/teach/variant.ts';
import { LESSON_IDS, lessonNamed } from './lessons-read.ts';

const LESSONS = LESSON_IDS.map(lessonNamed);
const named = LESSONS.map((lesson) => ({ id: lesson.id, lesson }));

test('twelve lessons in an order, with nothing left out between them', () => {
  expect(LESSON_IDS.map((id) => id.slice(0, 2))).toEqual(
    Array.from({ length: 12 }, (_, n) => String(n + 1).padStart(2, '0')),
  );
});

test('together they teach every gate, every group of rules and the four pairs that are mixed up', () => {
  const { gates, groups, confusions } = taughtBy(LESSONS);
  expect(gates.missing).toEqual([]);
  expect(Object.keys(gates.by)).toHaveLength(GATE_ORDER.length);
  expect(groups.missing).toEqual([]);
  expect(Object.keys(groups.by)).toHaveLength(Object.keys(RULE_GROUPS).length);
  expect(confusions.missing).toEqual([]);
  expect(Object.keys(confusions.by).toSorted()).toEqual(MIXED_UP.map(pairOf).toSorted());
});

test('a cause is looked for in at least four of them, and each kind of task is used', () => {
  const kinds = LESSONS.map(({ tasks }) => tasks.map(taskKindOf));
  expect(kinds.filter((of) => of.includes('diagnose')).length).toBeGreaterThanOrEqual(4);
  for (const kind of ['example', 'predict', 'twin', 'say'] as const)
    expect(kinds.some((of) => of.includes(kind))).toBe(true);
  for (const of of kinds) expect(of.at(-1)).toBe('debrief');
});

const CLASS = Array.from({ length: 8 }, (_, n) => `class-${n}`);

/** What one learner is asked about in a whole lesson, and where it ends. */
const answersOf = (lesson: Lesson, learner: string): string[] =>
  lesson.tasks.flatMap((task, place) => {
    if (!('predict' in task)) return [];
    const variant = variantOf(lesson, place, learner);
    return variant.items.map((item) => {
      const { fate, gate, rule } = rowOf(variant, item);
      return `${place} ${item.id} ${fate} ${gate} ${rule}`;
    });
  });

test.each(named)('$id: in a class nobody can copy from the neighbour', ({ lesson }) => {
  const sheets = CLASS.map((learner) => answersOf(lesson, learner).join('\n')).filter((sheet) => sheet !== '');
  expect(new Set(sheets).size).toBe(sheets.length);
});

test.each(named)('$id: only the lesson that teaches it asks about what nobody can tell', ({ lesson }) => {
  const teaches = lesson.teaches.confusions.some((pair) => pair.includes('unknown'));
  const fates = CLASS.slice(0, 2).flatMap((learner) =>
    lesson.tasks.flatMap((task, place) => {
      if (caseOfTask(task) === undefined) return [];
      const variant = variantOf(lesson, place, learner);
      return variant.items.map((item) => rowOf(variant, item).fate);
    }),
  );
  expect(fates.includes('unknown')).toBe(teaches);
});

test.each(named)('$id: what is told of a case has words, and no handle of a file', ({ lesson }) => {
  for (const [place, task] of lesson.tasks.entries()) {
    if (caseOfTask(task) === undefined) continue;
    const variant = variantOf(lesson, place, 'reader');
    const told = [
      ...caseFactsOf(variant).map(({ title, words }) => `${title}: ${words}`),
      ...variant.items.flatMap((item) => itemFactsOf(variant, item)),
    ];
    for (const words of told) expect(words).toMatch(/^[^%{}[\]]*\p{L}[^%{}[\]]*$/u);
    expect(told.join(' ')).not.toMatch(/\b(?:undefined|null|object Object)\b/);
  }
});

test('the reason to speak of is why the copy that iCloud has does not come', () => {
  const withheld = { rule: 'capture/photos-in-icloud', syncWithheld: 'sync/switched-off' };
  expect(ruleSpokenOf({ ...withheld, fate: 'never-in-backup' })).toBe('sync/switched-off');
  expect(ruleSpokenOf({ ...withheld, syncWithheld: null, fate: 'never-in-backup' })).toBe('capture/photos-in-icloud');
  // What came needs no excuse, and what was lost is lost whatever iCloud does.
  expect(ruleSpokenOf({ ...withheld, rule: null, fate: 'restored' })).toBe(null);
  expect(ruleSpokenOf({ ...withheld, rule: 'erase/photos-not-uploaded', fate: 'lost-at-erase' })).toBe(
    'erase/photos-not-uploaded',
  );
});
