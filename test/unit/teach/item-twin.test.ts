import { expect, test } from 'vitest';
import { play } from '../../../src/run/play.ts';
import { withChanges } from '../../../src/scenario/change.ts';
import { itemTwinOf } from '../../../src/teach/item-twin.ts';
import { rowOf } from '../../../src/teach/questions/question.ts';
import { variantOf } from '../../../src/teach/variant.ts';
import { lessonNamed } from './lessons-read.ts';

const lesson = lessonNamed('02-the-four');
const variant = variantOf(lesson, 1, 'mara');

test('the twin of an item is the case with its one condition changed, played', () => {
  const twins = variant.items.slice(0, 4).map((item) => ({ item, twin: itemTwinOf(variant, item.id, null) }));
  expect(twins.filter(({ twin }) => twin !== null).length).toBeGreaterThan(1);
  for (const { item, twin } of twins) {
    if (twin === null) continue;
    const { path, to, here, there } = twin.contrast;
    expect(there).not.toBe(here);
    const changed = play(withChanges(variant.scenario, { [path]: to }), { refusalsMayFall: true });
    expect(changed.ledger.row(item.id)?.fate).toBe(twin.fate);
    expect(twin.fate).not.toBe(rowOf(variant, item).fate);
  }
});

test('as it was wrongly said to end comes before every other end', () => {
  const ends = variant.items.slice(0, 3).flatMap(({ id }) => {
    const anyhow = itemTwinOf(variant, id, null);
    if (anyhow === null) return [];
    return [itemTwinOf(variant, id, anyhow.fate)?.fate === anyhow.fate];
  });
  expect(ends).not.toContain(false);
  expect(ends.length).toBeGreaterThan(0);
});
