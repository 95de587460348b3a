import { expect, test } from 'vitest';
import { RULES } from '../../../src/rulebook/rules/rules.ts';
import { RULE_GROUPS } from '../../../src/rulebook/tables/rule.ts';
import { taughtBy } from '../../../src/teach/taught.ts';
import { LESSON_IDS, lessonNamed } from './lessons-read.ts';
import UNTAUGHT from './untaught-rules.json' with { type: 'json' };

const { rules, rulesByGroup } = taughtBy(LESSON_IDS.map(lessonNamed));

test('every rule is taught by a lesson, or stands once in the list of those that none teaches, with the reason', () => {
  const listed = Object.values(UNTAUGHT).flat();
  expect(listed.toSorted()).toEqual([...rules.missing].toSorted());
  for (const reason of Object.keys(UNTAUGHT)) expect(reason).toMatch(/^\p{Lu}.{40,}\.$/u);
});

test('of each group of rules it is counted how many are taught, and together they are the book', () => {
  expect(rulesByGroup.map(({ group }) => group)).toEqual(Object.keys(RULE_GROUPS));
  const sum = (of: (one: (typeof rulesByGroup)[number]) => number) =>
    rulesByGroup.reduce((all, one) => all + of(one), 0);
  expect(sum(({ of }) => of)).toBe(Object.keys(RULES).length);
  expect(sum(({ taught }) => taught)).toBe(Object.keys(rules.by).length);
  for (const { taught } of rulesByGroup) expect(taught).toBeGreaterThan(4);
});
