import { expect, test } from 'vitest';
import { must } from '../../../src/model/must.ts';
import { caseFactsOf, itemFactsOf } from '../../../src/teach/case-facts.ts';
import { loadLesson } from '../../../src/teach/load-lesson.ts';
import { type Variant, variantOf } from '../../../src/teach/variant.ts';
import { LESSON_TEXT } from './lesson-file.ts';

const load = (text: string) => loadLesson(text, 'one.yaml', 'one', { scenario: () => undefined });
/** Wishes would leave little of what varies. */
const FREE = LESSON_TEXT.replace('excluded: 1, pending: 1, ', '');
const lesson = load(FREE);
const told = (variant: Variant): Readonly<Record<string, string>> =>
  Object.fromEntries(caseFactsOf(variant).map(({ title, words }) => [title, words]));
/** Both values of what varies come up among a few. */
const variants = Array.from({ length: 8 }, (_, n) => variantOf(lesson, 0, `learner-${n}`));

test('the facts of a case are those of its world, whatever was drawn', () => {
  for (const variant of variants) {
    const facts = told(variant);
    const { device, accounts } = variant.scenario.world;
    expect(facts['This phone']).toContain(device.name);
    // The very phone of the backup was erased in between, or nothing could be put onto it.
    expect(facts['This phone']?.includes('erased before')).toBe(device.name === "Lea's old iPhone");
    expect(Object.keys(facts)).toContain('Whose phone it is');
    expect(accounts.length).toBe(2);
    expect(Object.values(facts).join(' ')).toContain('28 February 2026');
  }
  const phones = new Set(variants.map((variant) => told(variant)['This phone']));
  expect(phones.size).toBe(2);
});

test('no fact is told twice, and none stands in for another', () => {
  for (const variant of variants) {
    const titles = caseFactsOf(variant).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  }
});

test('of an item its own varied conditions are told, and those of other items are not', () => {
  for (const variant of variants) {
    const data = must(
      variant.scenario.world.items.find(({ id }) => id === 'bank-data'),
      'the data',
    );
    const photos = must(
      variant.scenario.world.items.find(({ id }) => id === 'photos'),
      'the photos',
    );
    const words = itemFactsOf(variant, data).join('; ');
    expect(words).not.toBe('');
    expect(itemFactsOf(variant, photos).join('; ')).not.toContain('maker');
  }
  const policies = new Set(
    variants.map((variant) =>
      itemFactsOf(
        variant,
        must(
          variant.scenario.world.items.find(({ id }) => id === 'bank-data'),
          'it',
        ),
      ).join(),
    ),
  );
  expect(policies.size).toBeGreaterThan(2);
});

test('with a single account there is nothing to mix up, and nothing is said of it', () => {
  const single = load(
    FREE.replace('{ id: lea }, { id: jonas, password: forgotten }', '{ id: lea }').replace(
      /^.*account: jonas.*\n/m,
      '',
    ),
  );
  expect(Object.keys(told(variantOf(single, 0, 'mara')))).not.toContain('Whose phone it is');
});
