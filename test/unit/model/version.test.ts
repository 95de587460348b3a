import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVersions, isVersion, majorOf } from '../../../src/model/version.ts';

const version = fc.array(fc.nat(999), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));

describe('compareVersions', () => {
  const ORDER = ['7.0.6', '7.1', '8.0', '8.4', '8.4.1', '9', '10.0', '10.0.1', '18.3', '18.7', '26.0'];

  test('goes by numbers, not by letters', () => {
    expect(ORDER.toReversed().toSorted(compareVersions)).toEqual(ORDER);
  });

  test('a missing part counts as 0', () => {
    expect(compareVersions('10', '10.0')).toBe(0);
    expect(compareVersions('10.0.0', '10')).toBe(0);
    expect(compareVersions('10', '10.0.1')).toBeLessThan(0);
  });

  test('is a total order', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(compareVersions(a, a)).toBe(0);
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('the next number of any part is newer', () => {
    fc.assert(
      fc.property(version, fc.nat(3), (text, index) => {
        const parts = text.split('.').map(Number);
        const next = Array.from(
          { length: Math.max(parts.length, index + 1) },
          (_, part) => (parts[part] ?? 0) + (part === index ? 1 : 0),
        );
        expect(compareVersions(next.join('.'), text)).toBeGreaterThan(0);
      }),
    );
  });
});

test.each(['7', '8.4.1', '18.7', '26.0', '10.0.0.1'])('%s is a version', (text) => {
  expect(isVersion(text)).toBe(true);
});

test.each(['', 'iOS 8', '8.', '.8', '8..4', '8,4', '-1', '1e3', '8.4.1.2.3', '1234', ' 8', '8.4b2', '٨'])(
  '“%s” is no version',
  (text) => {
    expect(isVersion(text)).toBe(false);
  },
);

test('the major version is its first number', () => {
  expect([majorOf('8.4.1'), majorOf('26.0'), majorOf('18')]).toEqual([8, 26, 18]);
});
