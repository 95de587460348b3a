import { expect, test } from 'vitest';
import type { JournalLine } from '../../../src/run/journal-line.ts';
import { isSameJournal } from '../../../src/run/same-journal.ts';

const lines = (count: number, odd = -1) =>
  Array.from({ length: count }, (_, at) => ({ n: at === odd ? 'odd' : at })) as unknown as readonly JournalLine[];

test.each([0, 1, 499, 500, 501, 1200])('two journals of %i lines are the same if all lines are', (count) => {
  expect(isSameJournal(lines(count), lines(count))).toBe(true);
  for (const odd of [0, 499, 500, count - 1].filter((at) => at >= 0 && at < count))
    expect(isSameJournal(lines(count), lines(count, odd))).toBe(false);
});

test.each([0, 1, 499, 500, 1000])('a journal of %i lines is not that of one line more', (count) => {
  expect(isSameJournal(lines(count), lines(count + 1))).toBe(false);
  expect(isSameJournal(lines(count + 1), lines(count))).toBe(false);
});
