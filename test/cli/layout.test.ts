import { expect, test } from 'vitest';
import { clip, hangingIndent, padEnd, table, sanitise, widthOf, wrap } from '../../src/report/layout.ts';
import { COLOURED } from '../../src/report/paint.ts';

test.each([
  ['plain', 5],
  ['größer', 6],
  ['写真', 4],
  ['e\u0301', 1],
  [COLOURED.bad('red'), 3],
  ['„Fotos“ … –', 11],
])('the width of %j is %i', (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test('a clipped text never exceeds its width', () => {
  for (let width = 1; width < 12; width += 1)
    expect(widthOf(clip('写真 und Videos', width))).toBeLessThanOrEqual(width);
});

test('wrapped lines fit and lose no word', () => {
  const text = 'Die Wiederherstellungsvoraussetzungsprüfung ist abgeschlossen.';
  const lines = wrap(text, 20);
  expect(lines.every((line) => widthOf(line) <= 20)).toBe(true);
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  expect(hangingIndent('  – ', text, 30)[1]).toMatch(/^ {4}\S/);
});

test('a table fits its width by narrowing the columns that give', () => {
  const lines = table(
    [
      { title: 'Item', gives: true },
      { title: 'Size', align: 'right' },
    ],
    [
      ['Steuerunterlagen-Zusammenfassung', '4 MB'],
      ['x', '38.6 GB'],
    ],
    24,
  );
  expect(lines.map(widthOf).every((width) => width <= 24)).toBe(true);
  expect(lines[2]).toBe('Steuerunterlag…     4 MB');
  expect(lines[3]).toBe('x                38.6 GB');
});

test('foreign text cannot move the cursor or turn the line round', () => {
  expect(sanitise('a\u001B[2Jb\u202Ec\nd')).toBe('a\uFFFD[2Jb\uFFFDc d');
  expect(padEnd('写', 4)).toBe('写  ');
});
