import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlistDict, type PlistValue, readBinaryPlist } from '../../../src/import/binary-plist.ts';
import { leadsOut, MbFileReader } from '../../../src/import/mbfile.ts';
import { mbFileOf, type SampleFile } from '../../../src/import/sample/list-writer.ts';
import { sampleFiles } from '../../../src/import/sample/sample-files.ts';
import { dict, fileOf, list, raw, text } from './plist-writer.ts';
import { mutated, mutations, readOrTold } from './mutations.ts';

const rows = [...sampleFiles({ seed: 5, rows: 400, isEncrypted: true, made: 1_772_361_000_000 })];

const isDict = (value: PlistValue | undefined): value is PlistDict => value instanceof Map;
const pointer = (value: PlistValue | undefined): number | undefined =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'uid' ? value.value : undefined;
const whole = (value: PlistValue | undefined): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;

/** The same six keys out of the whole property list; nothing where it is no archive of a file. */
function outOfTheWhole(value: PlistValue) {
  if (!isDict(value) || value.get('$archiver') !== 'NSKeyedArchiver') return undefined;
  const objects = value.get('$objects');
  const top = value.get('$top');
  const root = isDict(top) ? pointer(top.get('root')) : undefined;
  if (!Array.isArray(objects) || root === undefined) return undefined;
  const file: PlistValue | undefined = (objects as readonly PlistValue[])[root];
  if (!isDict(file)) return undefined;
  const at = pointer(file.get('Target'));
  const target = at === undefined ? undefined : (objects as readonly PlistValue[])[at];
  return {
    size: whole(file.get('Size')),
    mode: whole(file.get('Mode')),
    modified: whole(file.get('LastModified')),
    protectionClass: whole(file.get('ProtectionClass')),
    hasKey: file.has('EncryptionKey'),
    leadsOut: typeof target === 'string' && leadsOut(target.slice(0, 4096)),
  };
}

const reader = new MbFileReader();
function byTheQuickReader(bytes: Uint8Array) {
  // Somewhere in a larger memory, as SQLite's is.
  const memory = new Uint8Array(bytes.length + 64).fill(0xd1);
  memory.set(bytes, 32);
  if (!reader.read(memory, 32, 32 + bytes.length)) return undefined;
  const { size, mode, modified, protectionClass, hasKey, leadsOut: out } = reader;
  return { size, mode, modified, protectionClass, hasKey, leadsOut: out };
}
const key = new Uint8Array(44).fill(9);
const bytesOf = (file: SampleFile, isLocked: boolean): Uint8Array =>
  mbFileOf(file, isLocked && file.kind === 'file' ? key : undefined);

describe('the quick reader says what the whole property list says', () => {
  test('of every row of a sample', () => {
    for (const file of rows)
      for (const isLocked of [false, true]) {
        const bytes = bytesOf(file, isLocked);
        const found = byTheQuickReader(bytes);
        expect(found).toEqual(outOfTheWhole(readBinaryPlist(bytes, 'file')));
        expect(found).toMatchObject({ size: file.size, mode: file.mode, modified: file.modified });
      }
  });

  test('of whatever numbers, texts and keys a row has', () => {
    const value = fc.oneof(
      fc.maxSafeInteger(),
      fc.bigInt(2n ** 53n, 2n ** 63n),
      fc.double(),
      fc.string(),
      fc.boolean(),
    );
    const named = fc.record({
      size: value,
      mode: value,
      modified: value,
      target: fc.string({ maxLength: 12 }),
    });
    fc.assert(
      fc.property(named, ({ size, mode, modified, target }) => {
        const file = { domain: 'HomeDomain', path: 'a', kind: 'link', protectionClass: 3 };
        const bytes = mbFileOf({ ...file, size, mode, modified: 5, target } as unknown as SampleFile);
        expect(byTheQuickReader(bytes)).toEqual(outOfTheWhole(readBinaryPlist(bytes, 'file')));
        expect(typeof modified).not.toBe('undefined');
      }),
      { numRuns: 60 },
    );
  });

  test('of bytes that were changed, wherever the whole can still be read', () => {
    let bothRead = 0;
    fc.assert(
      fc.property(fc.nat(rows.length - 1), fc.boolean(), mutations, (index, isLocked, changes) => {
        const bytes = mutated(bytesOf(rows[index] as SampleFile, isLocked), changes);
        const found = byTheQuickReader(bytes);
        if (!readOrTold(() => readBinaryPlist(bytes, 'file'))) return;
        bothRead += 1;
        expect(found).toEqual(outOfTheWhole(readBinaryPlist(bytes, 'file')));
      }),
      { numRuns: 1500 },
    );
    expect(bothRead).toBeGreaterThan(100);
  });
});

test.each([
  ['an archive without its name', [dict([1], [2]), text('$objects'), list()]],
  ['an archiver of another name', [dict([1], [2]), text('$archiver'), text('NSArchiver')]],
  [
    'a pointer to nowhere',
    [
      dict([1, 3, 5], [2, 4, 6]),
      text('$archiver'),
      text('NSKeyedArchiver'),
      text('$objects'),
      list(),
      text('$top'),
      dict([7], [8]),
      text('root'),
      raw(0x80, 9),
    ],
  ],
  ['a list', [list()]],
])('%s is no archive of a file', (_, parts) => expect(byTheQuickReader(fileOf(parts))).toBeUndefined());

test.each([
  ['/var/db', true],
  ['a/../../b', true],
  ['..', true],
  ['a/b..c', false],
  ['Media/DCIM', false],
])('a link to %s leads out: %s', (target, out) => expect(leadsOut(target)).toBe(out));
