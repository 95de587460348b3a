import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatBytes, formatCount, MAX_SIZE_SIZE, parseBytes } from '../../../src/model/bytes.ts';

test.each([
  ['0 B', 0],
  ['1 B', 1],
  ['20 kB', 20_000],
  ['20 KB', 20_000],
  ['42 MB', 42e6],
  ['38.6 GB', 38_600_000_000],
  ['1.1 GB', 1_100_000_000],
  // In binary fractions this is a hair less.
  ['2.01 GB', 2_010_000_000],
  ['2 TB', 2e12],
  ['5GB', 5e9],
  [' 5 GB ', 5e9],
])('“%s” is %d bytes', (text, bytes) => {
  expect(parseBytes(text)).toBe(bytes);
});

test.each(['', '5', 'GB', '-5 GB', '5 gb', '5 GiB', '1,5 GB', '1e3 MB', '5 GB each', '.5 GB', 'NaN B', 'Infinity B'])(
  '“%s” is no size',
  (text) => {
    expect(parseBytes(text)).toBeUndefined();
  },
);

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [1_049_000, '1 MB'],
  [1_050_000, '1.1 MB'],
  [38_600_000_000, '38.6 GB'],
  [MAX_SIZE_SIZE, '16 TB'],
])('%d bytes are written “%s”', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('a size that was written is read again, right to one part in ten of its unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_SIZE_SIZE }), (bytes) => {
      const again = parseBytes(formatBytes(bytes));
      expect(again).toBeDefined();
      expect(Math.abs((again ?? 0) - bytes)).toBeLessThanOrEqual(bytes * 0.05 + 0.5);
    }),
  );
});

test('a large number has a comma before every three digits, and no more', () => {
  expect([0, 7, 999, 1000, 12_431, 1_234_567, 1e9].map(formatCount)).toEqual([
    '0',
    '7',
    '999',
    '1,000',
    '12,431',
    '1,234,567',
    '1,000,000,000',
  ]);
  fc.assert(fc.property(fc.nat(), (count) => Number(formatCount(count).replaceAll(',', '')) === count));
});
