import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv, csvCell } from '../../../src/report/csv.ts';

/** RFC 4180, read character by character. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [['']];
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const row = rows.at(-1) ?? [];
    const cell = row.length - 1;
    const sign = text[index] ?? '';
    if (quoted && sign === '"' && text[index + 1] === '"') {
      row[cell] += '"';
      index += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ',') row.push('');
    else if (!quoted && sign === '\r' && text[index + 1] === '\n') {
      rows.push(['']);
      index += 1;
    } else row[cell] += sign;
  }
  return rows.slice(0, -1);
}

const STARTS = ['=', '+', '-', '@', '\t', '\r', ' =', '\n=', '\u00A0=', '  @', '\t-', '\r\n+'] as const;
const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.tuple(fc.constantFrom(...STARTS), fc.string()).map(([start, rest]) => start + rest),
  fc.constantFrom('=1+1', '=HYPERLINK("http://x","y")', "'=1", '"', ',', 'a\r\nb', ';'),
);

test.each(STARTS)('a cell that begins with %j is a text for every spreadsheet', (start) => {
  const [[shown = ''] = []] = readCsv(csv([[`${start}cmd|' /C calc'!A0`]]).slice(1));
  expect(shown.startsWith("'")).toBe(true);
});

test('no text comes out as a formula, and every text comes out whole', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const text = csv(rows);
      expect(text.startsWith('\uFEFF')).toBe(true);
      const read = readCsv(text.slice(1));
      for (const [n, row] of rows.entries())
        for (const [m, said] of row.entries()) {
          const shown = read[n]?.[m] ?? 'nothing';
          expect(shown.trimStart()).not.toMatch(/^[=+\-@]/);
          expect(shown.startsWith("'") && !said.startsWith("'") ? shown.slice(1) : shown).toBe(said);
        }
    }),
    { numRuns: 500 },
  );
});

test('numbers stay numbers, below zero too, and nothing is nothing', () => {
  expect([csvCell(-5), csvCell(0), csvCell(null)]).toEqual(['-5', '0', '']);
});
