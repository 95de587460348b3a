import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBinaryPlist, MAX_PLIST_SIZE, type PlistValue, readBinaryPlist } from '../../../src/import/binary-plist.ts';
import { InputError } from '../../../src/model/problem.ts';
import { dict, fileOf, list, type Part, raw, text, wide, write } from './plist-writer.ts';

const read = (bytes: Uint8Array): PlistValue => readBinaryPlist(bytes, 'some.plist');
const one = (...bytes: number[]): PlistValue => read(fileOf([raw(...bytes)]));
function troubleOf(bytes: Uint8Array): string {
  try {
    read(bytes);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'it was read';
}

describe('every kind of value', () => {
  test.each([
    ['nothing', [0x00], null],
    ['no', [0x08], false],
    ['yes', [0x09], true],
    ['one byte', [0x10, 200], 200],
    ['two bytes', [0x11, ...wide(40_000, 2)], 40_000],
    ['four bytes', [0x12, ...wide(3_000_000_000, 4)], 3_000_000_000],
    ['eight bytes', [0x13, ...wide(2 ** 53 - 1, 8)], 2 ** 53 - 1],
    ['eight bytes below zero', [0x13, ...wide(-2, 8)], -2],
    ['beyond 2^53', [0x13, ...wide(2n ** 53n + 1n, 8)], 2n ** 53n + 1n],
    ['sixteen bytes', [0x14, ...wide(2n ** 64n - 1n, 16)], 2n ** 64n - 1n],
    ['a small number in sixteen bytes', [0x14, ...wide(-7n, 16)], -7],
    ['a short fraction', [0x22, 0x3f, 0xc0, 0, 0], 1.5],
    ['a long fraction', [0x23, 0xbf, 0xe0, 0, 0, 0, 0, 0, 0], -0.5],
    [
      'a date',
      [0x33, 0x41, 0xc5, 0x08, 0x30, 0x4b, 0x80, 0, 0],
      { kind: 'date', milliseconds: 978_307_200_000 + 705_716_375_000 },
    ],
    ['data', [0x43, 1, 2, 3], Uint8Array.of(1, 2, 3)],
    ['a text', [0x53, 0x61, 0x62, 0x63], 'abc'],
    ['a wide text', [0x62, 0xd8, 0x3d, 0xde, 0x00], '😀'],
    ['a pointer', [0x81, 1, 2], { kind: 'uid', value: 258 }],
    ['an empty list', [0xa0], []],
  ])('%s', (_, bytes, value) => {
    expect(one(...bytes)).toEqual(value);
  });

  test('lists, sets and dictionaries point at their parts', () => {
    const parts: Part[] = [
      dict([1, 2], [3, 4]),
      text('a'),
      text('__proto__'),
      list(5, 5),
      raw(0xc1, 0, 5),
      raw(0x10, 9),
    ];
    expect(read(fileOf(parts))).toEqual(
      new Map<string, PlistValue>([
        ['a', [9, 9]],
        ['__proto__', [9]],
      ]),
    );
  });

  test('a length of more than fourteen stands in a number of its own', () => {
    const long = 'ß'.repeat(20_000);
    expect(read(fileOf([text(long)]))).toBe(long);
  });

  test('whatever is written can be read', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.uint8Array(),
    );
    const { tree } = fc.letrec<{ tree: PlistValue }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('tree')),
        fc.array(fc.tuple(fc.string(), tie('tree'))).map((entries) => new Map(entries)),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(read(write(value))).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is hostile or broken ends in one sentence', () => {
  const shared = Array.from({ length: 7 }, (_, level): Part =>
    level === 6 ? raw(0x09) : list(...Array.from({ length: 16 }, () => level + 1)),
  );
  const deep = Array.from({ length: 5000 }, (_, level): Part => (level === 4999 ? raw(0x09) : list(level + 1)));
  const good = write(new Map([['name', 'value']]));

  test.each([
    ['a list that contains itself', fileOf([list(0)]), 'contains itself'],
    ['two that contain each other', fileOf([list(1), list(0)]), 'contains itself'],
    ['16^6 references in 173 bytes', fileOf(shared), 'unfolds into more than'],
    ['5,000 levels', fileOf(deep), 'nested more than'],
    ['a reference to nowhere', fileOf([list(7)]), 'does not exist'],
    ['a name that is a number', fileOf([dict([1], [1]), raw(0x10, 1)]), 'not a text'],
    ['a name that occurs twice', fileOf([dict([1, 1], [1, 1]), text('a')]), 'occurs twice'],
    ['a marker nobody knows', fileOf([raw(0x70)]), 'does not know'],
    ['a length that is no number', fileOf([raw(0x5f, 0x51)]), 'does not know'],
    ['a text longer than the file', fileOf([raw(0x5f, 0x12, 0x7f, 0xff, 0xff, 0xff)]), 'cut off'],
    [
      'a length of eight bytes that overflows',
      fileOf([raw(0xaf, 0x13, ...Array.from({ length: 8 }, () => 0xff))]),
      'cut off',
    ],
    ['nothing at all', new Uint8Array(0), 'not a binary property list'],
    ['only a beginning', good.subarray(0, 8), 'cut off'],
    ['XML', Uint8Array.from([...'<?xml version="1.0"?>'].map((letter) => letter.charCodeAt(0))), 'written as XML'],
    [
      'a trailer of a giant',
      fileOf([raw(9)]).map((byte, index, all) => (index >= all.length - 24 && index < all.length - 16 ? 0xff : byte)),
      'cut off',
    ],
  ])('%s', (_, bytes, sentence) => {
    expect(troubleOf(bytes)).toContain(sentence);
    expect(troubleOf(bytes)).toContain('some.plist');
  });

  test('a file cut off anywhere', () => {
    for (let length = 0; length < good.length; length += 1)
      expect(troubleOf(good.subarray(0, length))).not.toBe('it was read');
  });

  test('any byte changed: read, or one sentence, and never anything else', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (index, byte) => {
        const bytes = good.slice();
        bytes[index] = byte;
        expect(typeof troubleOf(bytes)).toBe('string');
      }),
      { numRuns: 2000 },
    );
  });
});

test('a part of a larger buffer is read from its own beginning', () => {
  const bytes = write('here');
  const larger = new Uint8Array(bytes.length + 20);
  larger.set(bytes, 20);
  expect(read(larger.subarray(20))).toBe('here');
  expect(isBinaryPlist(larger)).toBe(false);
});

test('a property list that is too large is refused before anything of it is read', () => {
  const begins = new TextEncoder().encode('bplist00');
  const large = new Uint8Array(MAX_PLIST_SIZE + 1);
  large.set(begins);
  expect(troubleOf(large)).toContain(`the property list is too large (${MAX_PLIST_SIZE + 1} bytes)`);
  // One byte less is looked at: what is wrong with it then is that it holds nothing.
  expect(troubleOf(large.subarray(1))).not.toContain('too large');
});
