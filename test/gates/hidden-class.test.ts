import { setFlagsFromString } from 'node:v8';
import { expect, test } from 'vitest';
import { scenarioFrom } from '../../src/scenario/scenario-from.ts';

setFlagsFromString('--allow-natives-syntax');
const isOfOneClass = new Function('a', 'b', 'return %HaveSameMap(a, b);') as (a: object, b: object) => boolean;
setFlagsFromString('--no-allow-natives-syntax');

test('items that say the same things share one hidden class: else each has its own, larger than itself', () => {
  const stated = Array.from({ length: 50 }, (_, n) => ({ id: `photo-${n}`, category: 'photos', bytes: n }));
  const { items } = scenarioFrom({ title: 'Many', why: 'Room.', world: { items: stated } }, 'many', () => []).world;

  const classes: object[] = [];
  for (const item of items) if (!classes.some((known) => isOfOneClass(known, item))) classes.push(item);

  // The first few are made while V8 still learns what they look like.
  expect(classes.length).toBeLessThan(5);
});
