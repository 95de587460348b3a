import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../../src/model/canonical.ts';

const text = fc.string({ unit: 'binary' });
const json = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 });

describe('canonical', () => {
  test('writes what another implementation of RFC 8785 writes', () => {
    fc.assert(
      fc.property(json, (value) => void expect(canonical(value)).toBe(canonicalize(value))),
      { numRuns: 1000 },
    );
  });

  test('is read again as the same value', () => {
    fc.assert(
      fc.property(json, (value) => void expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))),
      { numRuns: 500 },
    );
  });

  test('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 2, maxLength: 8 }), (keys) => {
        const one = Object.fromEntries(keys.filter((key) => key !== '__proto__').map((key) => [key, key.length]));
        const other = Object.fromEntries(Object.entries(one).toReversed());
        expect(canonical(other)).toBe(canonical(one));
      }),
    );
  });

  test('orders keys by code units', () => {
    expect(canonical({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    );
  });

  test('writes numbers as the RFC shows them', () => {
    expect(canonical([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000_000_000_000_000_000_000_000_001, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
  });

  test('tells records apart whose keys look alike when they are strung together', () => {
    expect(
      [{}, { '': 0 }, {}, { 'a\nb': 0 }, { a: 0, b: 1 }, { 'a\nb': 0 }, { a: 0, 'b\nc': 1 }, { 'a\nb': 0, c: 1 }].map(
        canonical,
      ),
    ).toEqual([
      '{}',
      '{"":0}',
      '{}',
      '{"a\\nb":0}',
      '{"a":0,"b":1}',
      '{"a\\nb":0}',
      '{"a":0,"b\\nc":1}',
      '{"a\\nb":0,"c":1}',
    ]);
  });

  test('leaves members out that are undefined', () => {
    expect(canonical({ b: undefined, a: 1 })).toBe('{"a":1}');
  });

  test.each([
    ['a number that is none', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['nothing', undefined],
    ['a hole in a list', [1, undefined]],
    ['an empty place in a list', Array.from({ length: 2 })],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a set', new Set()],
    ['bytes', new Uint8Array(1)],
    ['half a character', '\uD83D'],
    ['half a character, the other half', 'a\uDE00'],
    ['half a character as a key', { '\uD83D': 1 }],
    ['an object of a class', Object.create({ of: 'a class' })],
  ])('refuses %s, wherever it stands', (_name, value) => {
    expect(() => canonical(value)).toThrow(TypeError);
    expect(() => canonical({ deep: [value] })).toThrow(TypeError);
  });
});
