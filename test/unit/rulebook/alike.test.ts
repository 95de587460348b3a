import { expect, test } from 'vitest';
import type { Question } from '../../../src/rulebook/case/situation.ts';
import { FACTS } from '../../../src/rulebook/facts/facts.ts';
import { Alike } from '../../../src/rulebook/judge/alike.ts';
import { build, draft } from './decide/one-item-world.ts';

const question = (item: Record<string, unknown>): Question => {
  const d = draft();
  Object.assign(d.item, item);
  return build(d, 'modern', 'icloud', 'app-data').question;
};

test('questions that agree in the facts have one answer, which is found once', () => {
  const alike = new Alike<string | null>([FACTS['item.store'], FACTS['item.offloaded']]);
  const asked: string[] = [];
  const answer = (store: string, offloaded: string): string | null =>
    alike.answer(question({ store, offloaded }), ({ item }) => {
      asked.push(`${item.store} ${item.offloaded}`);
      return item.store === 'never' ? null : `${item.store} ${item.offloaded}`;
    });
  const pairs = [
    ['available', 'yes'],
    ['available', 'no'],
    ['never', 'yes'],
    ['never', 'no'],
  ] as const;
  for (const _ of [1, 2, 3])
    expect(pairs.map(([store, offloaded]) => answer(store, offloaded))).toEqual([
      'available yes',
      'available no',
      null,
      null,
    ]);
  expect(asked).toEqual(pairs.map((pair) => pair.join(' ')));
});

test('without any fact all have the one answer', () => {
  const alike = new Alike<string>([]);
  expect([alike.answer(question({}), () => 'first'), alike.answer(question({}), () => 'second')]).toEqual([
    'first',
    'first',
  ]);
});
