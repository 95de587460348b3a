import { expect, test } from 'vitest';
import { FATES } from '../../../src/model/fates.ts';
import { must } from '../../../src/model/must.ts';
import { play } from '../../../src/run/play.ts';
import { withChanges } from '../../../src/scenario/change.ts';
import { itemTwinOf } from '../../../src/teach/item-twin.ts';
import { loadLesson } from '../../../src/teach/load-lesson.ts';
import { rowOf } from '../../../src/teach/questions/question.ts';
import { variantOf } from '../../../src/teach/variant.ts';
import { LESSON_TEXT } from './lesson-file.ts';

const lesson = loadLesson(LESSON_TEXT, 'one.yaml', 'one', { scenario: () => undefined });
const variant = variantOf(lesson, 0, 'mara');
/** Each search is some fifty runs. */
const [first, second] = variant.items.filter((item) => !FATES[must(rowOf(variant, item).fate, item.id)].works);

test('the twin of an item is the case with its one condition changed, played', () => {
  const twins = [first, second].flatMap((item) => {
    const twin = item && itemTwinOf(variant, item.id, null);
    return item && twin ? [{ item, twin }] : [];
  });
  expect(twins).not.toEqual([]);
  for (const { item, twin } of twins) {
    const { path, to, here, there } = twin.contrast;
    expect(there).not.toBe(here);
    const changed = play(withChanges(variant.scenario, { [path]: to }), { refusalsMayFall: true });
    expect(changed.ledger.row(item.id)?.fate).toBe(twin.fate);
    expect(twin.fate).not.toBe(rowOf(variant, item).fate);
    // As it was wrongly said to end comes before every other end.
    expect(itemTwinOf(variant, item.id, twin.fate)?.fate).toBe(twin.fate);
  }
});
