import { describe, expect, test } from 'vitest';
import type { FileRow } from '../../../src/import/backup.ts';
import { bytesInMemory } from '../../../src/import/bytes-at.ts';
import { readMbdb } from '../../../src/import/mbdb.ts';
import { PayloadIndex } from '../../../src/import/payload-index.ts';
import { fileIdOf, type SampleFile, writeMbdb } from '../../../src/import/sample/list-writer.ts';
import { readOrTold } from './mutations.ts';

const file: SampleFile = {
  domain: 'HomeDomain',
  path: 'Library/SMS/sms.db',
  kind: 'file',
  size: 2 ** 33,
  mode: 0o100644,
  protectionClass: 4,
  modified: 1_500_000_000,
};
const folder: SampleFile = { ...file, path: 'Library', kind: 'folder', size: 0, mode: 0o40755, protectionClass: 0 };
const link: SampleFile = { ...file, path: 'l', kind: 'link', mode: 0o120755, target: '../../etc' };
const all = writeMbdb([folder, file, link]);

function rowsOf(bytes: Uint8Array, index?: PayloadIndex) {
  const rows: FileRow[] = [];
  const count = readMbdb(bytesInMemory(bytes), 'Manifest.mbdb', { index, isPadded: false }, (row) => rows.push(row));
  return { rows, count };
}

test('every record is a row, and finds its payload by the SHA-1 of its name', () => {
  // The known number of the message store, in every backup there is.
  expect(fileIdOf('HomeDomain', 'Library/SMS/sms.db')).toBe('3d0d7e5fb2ce288813306e4d4636395e047a3d28');
  const index = new PayloadIndex((visit) =>
    visit({ name: fileIdOf(file.domain, file.path), length: 2 ** 33, kind: 'file', inPlace: true }),
  );
  const { rows, count } = rowsOf(all, index);
  expect(rows.map(({ path, kind, size, payload, leadsOut }) => [path, kind, size, payload, leadsOut])).toEqual([
    ['Library', 'folder', 0, undefined, false],
    ['Library/SMS/sms.db', 'file', 2 ** 33, 2 ** 33, false],
    ['l', 'link', 2 ** 33, undefined, true],
  ]);
  expect(count).toMatchObject({ rows: 3, files: 1, payloadAbsent: 0, payloadOtherLength: 0, refused: 0 });
});

describe('what is hostile or broken', () => {
  test('cut off anywhere but between records is told', () => {
    const ends = [6, writeMbdb([folder]).length, writeMbdb([folder, file]).length, all.length];
    for (let length = 0; length <= all.length; length += 1)
      expect([length, readOrTold(() => rowsOf(all.subarray(0, length)))]).toEqual([length, ends.includes(length)]);
    expect(() => rowsOf(new Uint8Array(40))).toThrow('does not begin as such a list does');
  });

  test('names that lead elsewhere are left out and counted, absurd sizes are not given', () => {
    const strange = writeMbdb([
      { ...file, path: '../../private' },
      { ...file, domain: 'Home/../Domain' },
      { ...file, path: '/etc' },
      { ...file, size: 14e15 },
    ]);
    const { rows, count } = rowsOf(strange);
    expect(rows.map(({ size }) => size)).toEqual([undefined]);
    expect(count).toMatchObject({ rows: 4, refused: 3, sizeNotGiven: 1 });
  });
});

test('a payload index finds what is there among many', () => {
  const ids = Array.from({ length: 3000 }, (_, number) => fileIdOf('HomeDomain', `${number}`));
  const index = new PayloadIndex((visit) => {
    for (const [length, name] of ids.entries()) visit({ name, length, kind: 'file', inPlace: true });
    visit({ name: 'not-a-number', length: 5, kind: 'file', inPlace: true });
    visit({ name: ids[0] as string, length: 5, kind: 'link', inPlace: true });
    visit({ name: ids[1] as string, length: 5, kind: 'file', inPlace: false });
  });
  const find = (name: string) => index.lengthOf(new TextEncoder().encode(name), 0);
  expect(ids.every((name, length) => find(name) === length)).toBe(true);
  expect(find(fileIdOf('HomeDomain', 'nothing'))).toBeUndefined();
  expect(index.notAskedFor).toBe(0);
  index.forget();
  expect(index.notAskedFor).toBe(3000);
  expect(index.summary).toEqual({ files: 3002, bytes: 2999 * 1500 + 10, strange: 2, notFiles: 1 });
});
