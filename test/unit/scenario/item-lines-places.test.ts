import { describe, expect, test } from 'vitest';
import { must } from '../../../src/model/must.ts';
import { InputError } from '../../../src/model/problem.ts';
import type { Complaint } from '../../../src/scenario/complaint.ts';
import { MAX_ITEMS_LENGTH } from '../../../src/scenario/file-limits.ts';
import { readItemLines } from '../../../src/scenario/item-lines.ts';
import { problemsOf } from '../stories.ts';

const refuse = (complaint: Complaint): never => {
  throw new InputError([{ file: 'x.yaml', ...complaint }]);
};
const readWith = (text: string, own: readonly unknown[] = [], onLines?: (lines: number) => void) =>
  readItemLines(
    { world: { items: own, itemsFile: 'more.jsonl' } },
    { read: (file) => ({ file, text }), ...(onLines ? { onLines } : {}) },
    refuse,
  );
const rows = (text: string): unknown => {
  const { items } = must(readWith(text), 'the items of a file').stated['world'] as { readonly items: unknown[] };
  return items;
};
const refused = (text: string) => problemsOf(() => readWith(text))[0];
const ITEM = '{"id": "a", "category": "photos"}';
const EXAMPLE = 'Write one item in each line, such as {"id": "p-1", "category": "photos", "bytes": "3 MB"}.';

describe('a complaint about an item of the file', () => {
  const lines = readWith(`\n{"id": "a"}\n  {"id": "b", "bytes": 3}\n`, [{}, {}]);
  const place = (...path: readonly PropertyKey[]) => {
    const problem = lines?.problemOf({ path, message: 'm' });
    return problem && `${problem.line}:${problem.column}`;
  };

  test('is told in its line, behind those of the scenario itself', () => {
    expect(place('world', 'items', 2)).toBe('2:1');
    expect(place('world', 'items', 2, 'id')).toBe('2:8');
    expect(place('world', 'items', 3)).toBe('3:3');
    expect(place('world', 'items', 3, 'bytes')).toBe('3:24');
    expect(lines?.problemOf({ path: ['world', 'items', 3, 'bytes'], at: 'key', message: 'm' })).toStrictEqual({
      file: 'more.jsonl',
      line: 3,
      column: 15,
      excerpt: '  {"id": "b", "bytes": 3}',
      message: 'm',
    });
    expect(lines?.problemOf({ path: ['world', 'items', 3], message: 'm', advice: 'Do.' })?.advice).toBe('Do.');
  });

  test.each<[PropertyKey[]]>([
    [['world', 'items', 1]],
    [['world', 'items', 4]],
    [['world', 'items']],
    [['world', 'items', 'a']],
    [['world', 'backups', 2]],
    [['script', 'items', 2]],
  ])('is none of %j', (path) => {
    expect(place(...path)).toBeUndefined();
  });
});

describe('a line of a file of items', () => {
  test('may stand behind a byte order mark, end as on Windows, and say nothing', () => {
    expect(rows(`\uFEFF${ITEM}\r\n \t\r\n\n{"id":\r"b"}\r\n`)).toEqual([{ id: 'a', category: 'photos' }, { id: 'b' }]);
    expect(readWith('{"id":\r"b"}\r\n')?.problemOf({ path: ['world', 'items', 0], message: 'm' })?.excerpt).toBe(
      '{"id":\r"b"}',
    );
  });

  test('is shown with four hundred characters at most', () => {
    expect(refused(`[${'x'.repeat(500)}`)?.excerpt).toBe(`[${'x'.repeat(399)}`);
  });

  const title = (length: number) => `{"title": "${'x'.repeat(length - 13)}"}`;
  test.each<[what: string, line: string, at: number, message: string, advice?: string]>([
    ['no JSON', '{"a": 1', 8, 'this line is not JSON', EXAMPLE],
    ['no JSON, but YAML', '{a: 1}', 1, 'this line is not JSON', EXAMPLE],
    ['nothing', 'null', 1, 'this line is not an item', EXAMPLE],
    ['a number', '3', 1, 'this line is not an item', EXAMPLE],
    ['a list', '[]', 1, 'this line is not an item', EXAMPLE],
    ['two thousand characters that are no JSON', `{"a": "${'x'.repeat(1993)}`, 2001, 'this line is not JSON', EXAMPLE],
    ['one more', `{"a": "${'x'.repeat(1994)}`, 1, 'this line is not JSON', EXAMPLE],
    ['too long', title(20_001), 1, 'the line is too long (20001 characters)', 'At most 20000 are read.'],
    [
      'a long key twice',
      `{"${'k'.repeat(70)}": 1, "${'k'.repeat(70)}": 2}`,
      79,
      `the key “${'k'.repeat(60)}” stands here twice`,
    ],
  ])('that is %s is refused', (_what, line, column, message, advice) => {
    expect(refused(`\n${line}`)).toStrictEqual({
      file: 'more.jsonl',
      line: 2,
      column,
      excerpt: line.slice(0, 400),
      message,
      ...(advice === undefined ? {} : { advice }),
    });
  });

  test('has twenty thousand characters at most', () => {
    expect(rows(title(20_000))).toHaveLength(1);
  });
});

describe('a file of items', () => {
  test.each<[unknown]>([
    [undefined],
    [null],
    ['text'],
    [[]],
    [{}],
    [{ itemsFile: 3 }],
    [{ itemsFile: ['more.jsonl'] }],
    [{ itemsFile: 'more.yaml' }],
    [{ itemsFile: 'more.jsonl', items: 'x' }],
  ])('is not looked for where the schema refuses what names it: %j', (world) => {
    expect(readItemLines({ world }, { read: (file) => ({ file, text: ITEM }) }, refuse)).toBeUndefined();
  });

  test('is not too long with as many characters as it may have, and refused whole with one more', () => {
    // The first line ends the reading, so that nobody waits for the rest.
    expect(refused(`x\n${' '.repeat(MAX_ITEMS_LENGTH - 2)}`)?.message).toBe('this line is not JSON');
    expect(refused(' '.repeat(MAX_ITEMS_LENGTH + 1))).toStrictEqual({
      file: 'more.jsonl',
      line: 1,
      column: 1,
      message: 'the file is too long (64000001 characters)',
      advice: 'A file of items has at most 64000000 characters.',
    });
  });

  test('tells how far it is read, every five thousand items', () => {
    const told: number[] = [];
    readWith(`\n${'{}\n'.repeat(10_001)}`, [], (line) => void told.push(line));
    expect(told).toEqual([5001, 10_001]);
  });

  const unread = (error: Error) => () =>
    readItemLines(
      { world: { itemsFile: 'more.jsonl' } },
      {
        read: () => {
          throw error;
        },
      },
      refuse,
    );
  test('that cannot be read is told where it is named, with what to do where that is known', () => {
    const message = 'the items in “more.jsonl” cannot be read: gone';
    const path = ['world', 'itemsFile'];
    const told = (more: object) =>
      problemsOf(unread(new InputError([{ file: 'more.jsonl', message: 'gone', ...more }])))[0];
    expect(told({})).toStrictEqual({ file: 'x.yaml', path, message });
    expect(told({ advice: 'Find it.' })).toStrictEqual({ file: 'x.yaml', path, message, advice: 'Find it.' });
  });

  test('is not at fault for what is wrong with the reading itself', () => {
    expect(unread(new RangeError('broken'))).toThrow(RangeError);
  });
});
