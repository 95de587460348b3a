import { describe, expect, test } from 'vitest';
import { type Behaviour, BEHAVIOURS } from '../../../src/rulebook/evidence/behaviours.ts';
import { type Dispute, DISPUTES } from '../../../src/rulebook/evidence/disputes.ts';
import { type Reference, REFERENCES } from '../../../src/rulebook/evidence/references.ts';
import { type Source, SOURCES, STRENGTH_MEANING, STRENGTH_ORDER } from '../../../src/rulebook/evidence/sources.ts';

const behaviours: readonly (readonly [string, Behaviour])[] = Object.entries(BEHAVIOURS);
const disputes: readonly (readonly [string, Dispute])[] = Object.entries(DISPUTES);
const references: readonly (readonly [string, Reference])[] = Object.entries(REFERENCES);
const sources: readonly (readonly [string, Source])[] = Object.entries(SOURCES);

const BEHAVIOUR_IDS = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'A7',
  'A8',
  'A9a',
  'A9b',
  'A9c',
  'A10',
  'A11',
  'A12a',
  'A12b',
  'A12c',
  'A13',
  'A14',
  'A15',
  'A16',
  'A17',
  'A18',
  'B1',
  'B2',
  'B3',
  'B4',
  'B5a',
  'B5b',
  'B5c',
  'B5d',
  'B6',
  'B7',
  'B8',
  'B9',
  'B10',
  'C1',
  'C2',
  'C3',
  'C4',
  'C5a',
  'C5b',
  'C5c',
  'C5d',
  'C6',
  'C7',
  'C8',
  'C9',
  'C10',
  'C11',
  'C12',
  'C13',
  'C14',
  'C15',
  'C16',
  'D1',
  'D2',
  'D3',
  'D4',
  'D5',
  'D6',
  'D7',
  'D8',
  'D9',
  'D10',
  'D11',
  'D12',
  'D13',
  'D14',
  'D15',
  'D16',
  'D17',
  'D18',
  'D19',
  'D20',
];

/** Numbers from 1 to `last`; `missing` were left out because no source was found for them. */
const SERIES: readonly { prefix: string; last: number; missing: readonly number[] }[] = [
  { prefix: 'IC', last: 45, missing: [] },
  { prefix: 'CP', last: 38, missing: [] },
  { prefix: 'RT', last: 9, missing: [] },
  { prefix: 'KC', last: 39, missing: [] },
  { prefix: 'EL', last: 82, missing: [] },
  { prefix: 'SY', last: 16, missing: [] },
  { prefix: 'LS', last: 26, missing: [] },
  { prefix: 'LC', last: 10, missing: [] },
  { prefix: 'E', last: 19, missing: [18] },
  { prefix: 'PP', last: 29, missing: [] },
  { prefix: 'TG', last: 25, missing: [] },
  { prefix: 'EE', last: 31, missing: [] },
  { prefix: 'LO', last: 4, missing: [] },
  { prefix: 'BK', last: 21, missing: [] },
  { prefix: 'AX', last: 40, missing: [] },
  { prefix: 'OG', last: 24, missing: [] },
  { prefix: 'TL', last: 19, missing: [] },
  { prefix: 'VS', last: 13, missing: [] },
  { prefix: 'CT', last: 27, missing: [] },
  { prefix: 'DX', last: 20, missing: [] },
];

/** Every sentence that a reader may meet, with the place where it stands. */
const sentences: readonly (readonly [string, string])[] = [
  ...[...references, ...behaviours].map(([id, { says }]) => [id, says] as const),
  ...disputes.flatMap(([id, { about, sides, follows, because }]) =>
    [about, follows, because, ...sides.map((side) => side.says)].map((text) => [id, text] as const),
  ),
];

const SENTENCE_END = /(?<=[.!?])\s+/;

const known = (key: string): boolean => Object.hasOwn(SOURCES, key);

// Each test lists the offenders, so that a failure names them.

describe('sources', () => {
  test('each has a strength, a title and a place', () => {
    const flawed = sources.filter(
      ([, { strength, title, where }]) => !STRENGTH_ORDER.includes(strength) || !title.trim() || !where.trim(),
    );
    expect(flawed).toEqual([]);
  });

  test('each strength has its place in the order, once, and a meaning', () => {
    expect(STRENGTH_ORDER.toSorted()).toEqual(Object.keys(STRENGTH_MEANING).toSorted());
  });

  test('each is named by a fact, a behaviour or a dispute', () => {
    const named = new Set<string>([
      ...references.flatMap(([, reference]) => reference.sources),
      ...behaviours.map(([, behaviour]) => behaviour.source),
      ...disputes.flatMap(([, dispute]) => dispute.sides.map((side) => side.by)),
    ]);
    expect(sources.map(([key]) => key).filter((key) => !named.has(key))).toEqual([]);
  });
});

describe('references', () => {
  test('ids have letters and a number', () => {
    expect(references.map(([id]) => id).filter((id) => !/^[A-Z]{1,4}-\d+[a-z]?$/.test(id))).toEqual([]);
  });

  test('each rests on at least one source, and all of them exist', () => {
    expect(references.filter(([, reference]) => reference.sources.length === 0)).toEqual([]);
    expect(references.filter(([, reference]) => !reference.sources.every(known))).toEqual([]);
  });

  test.each(SERIES)('$prefix is complete up to $last', ({ prefix, last, missing }) => {
    const numbers = references.flatMap(([id]) =>
      id.startsWith(`${prefix}-`) ? [Number(id.slice(prefix.length + 1))] : [],
    );
    const expected = Array.from({ length: last }, (_, index) => index + 1).filter(
      (number) => !missing.includes(number),
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(expected);
  });
});

describe('behaviours', () => {
  test('all ids are there', () => {
    expect(behaviours.map(([id]) => id)).toEqual(BEHAVIOUR_IDS);
  });

  test('each names its own document and a source that exists', () => {
    expect(behaviours.filter(([id, { document, source }]) => id[0] !== document || !known(source))).toEqual([]);
  });

  test('a dispute that is named exists', () => {
    expect(
      behaviours.filter(([, { disputed }]) => disputed !== undefined && !Object.hasOwn(DISPUTES, disputed)),
    ).toEqual([]);
  });
});

describe('disputes', () => {
  test('each has at least two sides, by different sources that exist', () => {
    expect(disputes.filter(([, { sides }]) => new Set(sides.map((side) => side.by)).size < 2)).toEqual([]);
    expect(disputes.filter(([, { sides }]) => !sides.every((side) => known(side.by)))).toEqual([]);
  });
});

describe('wording', () => {
  test('nothing is empty or longer than 260 characters', () => {
    expect(sentences.filter(([, text]) => !text.trim() || text.length > 260)).toEqual([]);
  });

  test('a sentence has 25 words at most', () => {
    const each = sentences.flatMap(([id, text]) => text.split(SENTENCE_END).map((sentence) => [id, sentence] as const));
    expect(each.filter(([, sentence]) => sentence.split(' ').length > 25)).toEqual([]);
  });
});
