import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newestFirst } from '../../../src/model/newest-first.ts';

const made = (id: string, moment: string) => ({ id, made: moment });

test('the newest comes first, and of two of one moment the one whose id does', () => {
  const sorted = [
    made('b', '2026-02-27'),
    made('c', '2026-02-28T08:00'),
    made('a', '2026-02-27'),
    made('z', '2026-03-01'),
  ];
  expect(sorted.toSorted(newestFirst).map(({ id }) => id)).toEqual(['z', 'c', 'a', 'b']);
});

test('where backups stand in a file decides nothing', () => {
  const one = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'A', 'a-b', '10', '9'), made: fc.constantFrom('1', '2') });
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ id }) => id }), (backups) => {
      expect(backups.toReversed().toSorted(newestFirst)).toEqual(backups.toSorted(newestFirst));
    }),
  );
});
