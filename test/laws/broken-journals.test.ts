import * as fc from 'fast-check';
import { expect } from 'vitest';
import { compareSides } from '../../src/insight/explain/compare.ts';
import { InputError } from '../../src/model/problem.ts';
import { compareAsText } from '../../src/report/compare-text.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { readJournal } from '../../src/run/read-journal.ts';
import { law } from './law.ts';
import { type Drama, dramas } from './worlds.ts';

const strange = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(null, -1, 1e300, 0.5, '', '__proto__', [], {}, [[]], 'item.judged', 'sync', true),
);
type Part = Record<string, unknown>;

/** One way to spoil a file: of its rows, of the parts of a row, or of its letters. */
const damage: fc.Arbitrary<(rows: string[]) => string[]> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(), strange).map(
    ([at, key, value]) =>
      (rows: string[]) =>
        inRow(rows, at, (row) => {
          const name = Object.keys(row)[key % Object.keys(row).length] ?? 'n';
          return { ...row, [name]: value };
        }),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([at, key]) =>
      (rows: string[]) =>
        inRow(rows, at, (row) => {
          const name = Object.keys(row)[key % Object.keys(row).length];
          return Object.fromEntries(Object.entries(row).filter(([other]) => other !== name));
        }),
  ),
  fc.tuple(fc.nat(), fc.string(), strange).map(
    ([at, name, value]) =>
      (rows: string[]) =>
        inRow(rows, at, (row) => ({ ...row, [name]: value })),
  ),
  fc
    .tuple(fc.nat(), fc.nat(), fc.nat(3), fc.string({ maxLength: 3 }))
    .map(([at, place, length, other]) => (rows: string[]) => {
      const index = at % rows.length;
      const row = rows[index] ?? '';
      const from = place % (row.length + 1);
      return rows.with(index, row.slice(0, from) + other + row.slice(from + length));
    }),
  fc.nat().map((at) => (rows: string[]) => rows.toSpliced(at % rows.length, 1)),
  fc.tuple(fc.nat(), fc.nat()).map(([from, to]) => (rows: string[]) => {
    const [row = ''] = rows.slice(from % rows.length);
    return rows.toSpliced(from % rows.length, 1).toSpliced(to % rows.length, 0, row);
  }),
  fc.tuple(fc.nat(), strange).map(
    ([at, value]) =>
      (rows: string[]) =>
        rows.toSpliced(at % rows.length, 0, JSON.stringify(value)),
  ),
);

function inRow(rows: string[], at: number, spoil: (row: Part) => Part): string[] {
  const index = at % rows.length;
  try {
    return rows.with(index, JSON.stringify(spoil(JSON.parse(rows[index] ?? '') as Part)));
  } catch {
    return rows;
  }
}

const sideOf = (name: string, text: string) => ({ name, world: null, script: [], lines: readJournal(name, text) });

/** Reads it as a file and tells all that a comparison tells. */
function told(drama: Drama, text: string): string {
  const [a, b] = [sideOf('whole', drama.run.journal.toText()), sideOf('damaged', text)];
  return compareAsText({ a, b }, compareSides(a, b), { paint: PLAIN, width: 100 });
}

law(
  'a damaged journal is compared, or refused with the line that is wrong and what was expected there',
  fc.tuple(dramas(), fc.array(damage, { minLength: 1, maxLength: 3 })),
  ([drama, damages]) => {
    const rows = drama.run.journal.toText().trimEnd().split('\n');
    const text = damages.reduce((spoilt, spoil) => (spoilt.length === 0 ? spoilt : spoil(spoilt)), rows).join('\n');
    try {
      expect(told(drama, text)).toContain('First line of the journal that differs');
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const [problem] = error.problems;
      expect(problem?.file).toBe('damaged');
      expect(problem?.line).toBeGreaterThanOrEqual(1);
      expect(problem?.message.length).toBeGreaterThan(10);
    }
  },
  200,
);

law('a journal that nobody touched is read as it was written', dramas(), (drama) => {
  const { lines } = drama.play({ attempts: 2 }).journal;
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  expect(readJournal('journal', text)).toEqual(lines);
});
