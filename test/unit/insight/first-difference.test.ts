import { describe, expect, test } from 'vitest';
import { firstDifference } from '../../../src/insight/explain/compare.ts';
import type { JournalLine } from '../../../src/run/journal-line.ts';

const at = (n: number, step = n) => ({ n, step, atMs: 0, actor: 'simulation/restore' });
const began = (n: number, world: string): JournalLine => ({
  ...at(n),
  type: 'story.began',
  world,
  edition: 'modern',
  route: 'icloud',
  items: 1,
  wifi: world === 'a',
  power: true,
});
const event = (n: number, name: string, step = n): JournalLine => ({
  ...at(n, step),
  type: 'event',
  by: 'person',
  event: name,
  data: {},
});
const settled = (n: number, ios: string): JournalLine => ({ ...at(n), type: 'situation.changed', changed: { ios } });
const erased = (n: number, step = n): JournalLine => ({ ...at(n, step), type: 'device.erased' });

describe('the first line at which two journals part', () => {
  test('is the first that says something else, not the last', () => {
    const a = [event(1, 'back'), event(2, 'stop.tapped'), event(3, 'back')];
    const b = [event(1, 'back'), event(2, 'setup.started'), event(3, 'stop.tapped')];
    expect(firstDifference(a, b)).toEqual({ a: a[1], b: b[1] });
  });

  test('is the line that only one of them has', () => {
    const a = [event(1, 'back')];
    const b = [event(1, 'back'), event(2, 'back')];
    expect(firstDifference(a, b)).toEqual({ a: null, b: b[1] });
    expect(firstDifference(b, a)).toEqual({ a: b[1], b: null });
  });

  test('is none where all says the same, even under other conditions and at another place', () => {
    expect(firstDifference([began(1, 'a'), event(2, 'back')], [began(1, 'b'), event(2, 'back')])).toBeNull();
    expect(firstDifference([erased(1, 1)], [erased(2, 1)])).toBeNull();
  });

  test('is a step that comes earlier or later, though it says the same', () => {
    expect(firstDifference([erased(1, 1)], [erased(1, 2)])).toEqual({ a: erased(1, 1), b: erased(1, 2) });
  });

  test('is what happened before what is settled by it; what is settled only where nothing else differs', () => {
    const a = [event(1, 'back'), settled(2, '17.0'), event(3, 'back')];
    const b = [event(1, 'back'), settled(2, '18.3'), event(3, 'stop.tapped')];
    expect(firstDifference(a, b)).toEqual({ a: a[2], b: b[2] });
    const c = [event(1, 'back'), settled(2, '18.3'), event(3, 'back')];
    expect(firstDifference(a, c)).toEqual({ a: a[1], b: c[1] });
  });
});
