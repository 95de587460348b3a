import { describe, expect, test } from 'vitest';
import { readPlainYaml } from '../../../src/scenario/plain-yaml.ts';

const MOST = 10_000;
const read = (text: string) => readPlainYaml(text, MOST);

describe('the quick reader', () => {
  test.each<[string, string, unknown]>([
    ['keys with values', 'a: 1\nb: x y\nc.d/e-f: no\n', { a: 1, b: 'x y', 'c.d/e-f': 'no' }],
    [
      'values of every kind',
      'a: 0x1F\nb: 1.50\nc: ~\nd: null\ne: true\nf: -3\ng: 2026-01-01\nh: .5\n',
      { a: 31, b: 1.5, c: null, d: null, e: true, f: -3, g: '2026-01-01', h: 0.5 },
    ],
    ['keys in quotes', '"a b": 1\n"c": 2\n', { 'a b': 1, c: 2 }],
    ['texts in quotes', 'a: "x \\"y\\" \\\\ z"\nb: \'it\'\'s\'\n', { a: 'x "y" \\ z', b: "it's" }],
    ['nothing behind a key', 'a:\nb: 1\n', { a: null, b: 1 }],
    ['nothing behind the last key', 'a:', { a: null }],
    ['groups further in', 'a:\n  b:\n    c: 1\n  d: 2\ne: 3\n', { a: { b: { c: 1 }, d: 2 }, e: 3 }],
    ['lists at the column of their key, and further in', 'a:\n- 1\n- x\nb:\n  - y\n', { a: [1, 'x'], b: ['y'] }],
    ['lists of groups', 'a:\n  - b: 1\n    c: 2\n  - b: 3\n', { a: [{ b: 1, c: 2 }, { b: 3 }] }],
    [
      'groups in braces, lists in brackets',
      'a: { b: 1, c: [x, y z, { d: 2 }], e: [] }\nf: {}\n',
      { a: { b: 1, c: ['x', 'y z', { d: 2 }], e: [] }, f: {} },
    ],
    ['brackets over several lines', 'a: [\n  x,\n  y ]\nb: {\n    c: 1 }\n', { a: ['x', 'y'], b: { c: 1 } }],
    [
      'comments and empty lines',
      '# first\n\na: 1 # behind\n  # in between\n\nb: x#y # z\n# last\n',
      { a: 1, b: 'x#y' },
    ],
    ['a comment behind brackets', 'a: [x] # c\nb: "y" # d\nc: # e\n  d: 1\n', { a: ['x'], b: 'y', c: { d: 1 } }],
    [
      'colons and dashes inside of words',
      'a: b:c\nd: -x\ne: http://x.y/z\nf: x - y\n',
      { a: 'b:c', d: '-x', e: 'http://x.y/z', f: 'x - y' },
    ],
    ['spaces behind a value', 'a: x  \nb: "y"  \n', { a: 'x', b: 'y' }],
    ['folded paragraphs', 'a: >\n  one\n  two\nb: >-\n  three\n\nc: 1\n', { a: 'one two\n', b: 'three', c: 1 }],
    ['folded paragraphs in a list', 'a:\n  - b: >-\n      one\n      two\n    c: 1\n', { a: [{ b: 'one two', c: 1 }] }],
    [
      'a paragraph, empty lines, and what is no part of it',
      'a:\n  b: >\n    x\n \n\n  # c\n  d: 1\n',
      { a: { b: 'x\n', d: 1 } },
    ],
    ['comments without a space, and without an end', 'a: "x" #y\nb: 1 #\n# z', { a: 'x', b: 1 }],
    ['a comment behind the last value', 'a: "x" # y', { a: 'x' }],
    ['any script', 'a: ملاحظات 😀 笔记\nb: “x”\n', { a: 'ملاحظات 😀 笔记', b: '“x”' }],
  ])('reads %s', (_what, text, plain) => {
    expect(read(text)).toEqual(plain);
  });

  test.each<[string, string]>([
    ['tabs', 'a:\n\tb: 1\n'],
    ['other ends of lines', 'a: 1\r\nb: 2\r\n'],
    ['a mark of the encoding', '\uFEFFa: 1\n'],
    ['half a character', 'a: \uD83D\n'],
    ['a first line further in', '  a: 1\n'],
    ['a list at the top', '- a\n'],
    ['no key', 'words\n'],
    ['a word behind the last line', 'a: 1\nwords\n'],
    ['a line that is neither in nor out', 'a:\n    b: 1\n  c: 2\n'],
    ['a line further in than what it follows', 'a: 1\n  b: 2\n'],
    ['a list further out than its key', 'a:\n  b:\n- x\n'],
    ['a list entry further in than the others', 'a:\n  - 1\n    - 2\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a key twice in braces', 'a: { b: 1, b: 2 }\n'],
    ['a key that is no word', '1: a\n'],
    ['a key that is nothing', 'null: a\n'],
    ['a forbidden key', 'constructor: 1\n'],
    ['anchors', 'a: &x 1\n'],
    ['aliases', 'a: *x\n'],
    ['tags', 'a: !x 1\n'],
    ['a literal paragraph', 'a: |\n  b\n'],
    ['an escape', 'a: "\\n"\n'],
    ['an open quote', 'a: "x\n'],
    ['an open bracket', 'a: [x\n'],
    ['an open brace', 'a: { b: 1\n'],
    ['brackets that close otherwise', 'a: [x }\n'],
    ['words behind a quote', 'a: "x" y\n'],
    ['words behind a bracket', 'a: [x] y\n'],
    ['a colon in a text', 'a: b: c\n'],
    ['a text over two lines', 'a: b\n  c\n'],
    ['brackets that go on further out', 'a: [x,\ny]\n'],
    ['a number without end', 'a: .inf\n'],
    ['a blank line in a paragraph', 'a: >\n  b\n\n  c\n'],
    ['a deeper line in a paragraph', 'a: >\n  b\n    c\n'],
    ['a paragraph without lines', 'a: >\nb: 1\n'],
    ['a paragraph without end', 'a: >\n  bcd'],
    ['a paragraph no further in than its key', 'a:\n  b: >\n  c: 1\nd: 2\n'],
    ['what looks like a comment and belongs to a paragraph', 'a: >\n  b\n    # c\nd: 1\n'],
    ['the same behind an empty line', 'a: >\n  b\n\n  # c\nd: 1\n'],
    ['spaces that belong to a paragraph', 'a: >\n  b\n    \nc: 1\n'],
    ['a comment at once behind a bracket', 'a: [x]# c\n'],
    ['a space behind a line of a paragraph', 'a: >\n  b \n'],
    ['a key in braces without a value', 'a: { b }\n'],
    ['a colon between two values', 'a: [x : y]\n'],
    ['a comma behind the last entry', 'a: [x, y,\n  ]\n'],
    ['an empty entry', 'a: [x, , y]\n'],
    ['nothing', ''],
    ['nothing but a comment', '# x\n'],
  ])('leaves to the library: %s', (_what, text) => {
    expect(read(text)).toBeUndefined();
  });

  test('goes twenty deep, and leaves what is deeper to the library', () => {
    const brackets = (depth: number) => `a: ${'['.repeat(depth)}x${']'.repeat(depth)}\n`;
    const braces = (depth: number) => `a: ${'{ b: '.repeat(depth)}x${' }'.repeat(depth)}\n`;
    const groups = (depth: number) =>
      `${Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:`).join('\n')} x\n`;
    const silent = (depth: number) => Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:\n`).join('');
    const lists = (depth: number) =>
      `${Array.from({ length: depth }, (_, at) => `a:\n${' '.repeat(4 * at + 2)}- `).join('')}x\n`;
    const deepest = (text: (depth: number) => string): number => {
      let depth = 1;
      while (read(text(depth)) !== undefined) depth += 1;
      return depth - 1;
    };
    expect([deepest(brackets), deepest(braces), deepest(groups), deepest(silent), deepest(lists)]).toEqual([
      19, 19, 20, 20, 10,
    ]);
  });

  test('reads keys of two hundred characters and one, and counts signs and words against the most', () => {
    const key = (length: number) => read(`${'k'.repeat(length)}: 1\n`);
    expect([key(201), key(202)].map((plain) => plain !== undefined)).toEqual([true, false]);
    const quoted = (length: number) => read(`"${'k'.repeat(length)}": 1\n`);
    expect([quoted(200), quoted(201)].map((plain) => plain !== undefined)).toEqual([true, false]);
    const text = 'a: b\n';
    expect(readPlainYaml(text, text.length - 1)).toBeUndefined();
    expect(readPlainYaml(text, text.length + 1)).toBeUndefined();
    expect(readPlainYaml(text, text.length + 2)).toEqual({ a: 'b' });
  });
});
