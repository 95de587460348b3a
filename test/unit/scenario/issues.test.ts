import { describe, expect, test } from 'vitest';
import type { FileForm } from '../../../src/scenario/fields.ts';
import { WORD_KINDS } from '../../../src/scenario/word-kinds.ts';
import { fault, said, told, type Fault } from './faults.ts';

/** Words that are near to no other and share no part with it. */
const WORDS = 'alder birch cedar dogwood elm fir gorse hazel ivy juniper kapok larch maple'.split(' ');
const TWELVE = WORDS.slice(0, 12);
const LONG = 'x'.repeat(70);
const CUT = 'x'.repeat(60);
const notAmong = (values: readonly unknown[], value: unknown) =>
  said(fault('invalid_value', ['a'], { values }), { a: value })[0]?.replace(/^a: /, '');

describe('a word that is not one of those that are known', () => {
  test.each<[what: string, values: readonly unknown[], value: unknown, says: string]>([
    ['none of them', ['yes', 'no'], 'purple', 'a: “purple” is not one of yes, no'],
    ['one that says yes', ['on', 'off'], 'Enabled', 'a: “Enabled” is not one of on, off | Write “on”.'],
    ['one that says no', ['yes', 'no'], 'Without', 'a: “Without” is not one of yes, no | Write “no”.'],
    ['half of a pair', ['known', 'lost'], 'yes', 'a: “yes” is not one of known, lost'],
    ['true where no pair is', ['known', 'lost'], true, 'a: true is not one of known, lost'],
    ['a number', ['3', '4'], 3, 'a: 3 is not one of 3, 4 | Put it in quotes: "3".'],
    ['another number', ['3', '4'], 5, 'a: 5 is not one of 3, 4'],
    ['nothing', ['yes', 'no'], null, 'a: nothing is not one of yes, no'],
    ['a list', ['yes', 'no'], [], 'a: a list is not one of yes, no'],
    ['a group', ['yes', 'no'], {}, 'a: a group of keys is not one of yes, no'],
    ['a long one', ['yes', 'no'], LONG, `a: “${CUT}” is not one of yes, no`],
    ['twelve are all told', TWELVE, 'purple', `a: “purple” is not one of ${TWELVE.join(', ')}`],
    ['of thirteen twelve', WORDS, 'purple', `a: “purple” is not one of ${TWELVE.join(', ')} … 13 in all`],
    [
      'how one begins',
      ['transferred-by-cable', 'elm'],
      'trans',
      'a: “trans” is not one of transferred-by-cable, elm | Did you mean “transferred-by-cable”?',
    ],
    ['too short a beginning', ['transferred-by-cable'], 'tran', 'a: “tran” is not one of transferred-by-cable'],
    ['how one ends', ['cabletransferred'], 'ferred', 'a: “ferred” is not one of cabletransferred'],
    [
      'a part in common',
      ['eraseRequested', 'elm'],
      'erase.confirmed',
      'a: “erase.confirmed” is not one of eraseRequested, elm | Did you mean “eraseRequested”?',
    ],
    ['a part of two letters', ['no.requested'], 'no.confirmed', 'a: “no.confirmed” is not one of no.requested'],
    [
      'a part of three letters',
      ['elm.requested'],
      'elm.confirmed-now',
      'a: “elm.confirmed-now” is not one of elm.requested | Did you mean “elm.requested”?',
    ],
  ])('%s', (_what, values, value, says) => {
    expect(notAmong(values, value)).toBe(says);
  });

  test('shares a part with six of them at most, or none of those is told', () => {
    const sharing = (count: number) => TWELVE.slice(0, count).map((word) => `${word}${word}.erase`);
    expect(notAmong(sharing(6), 'erase.confirmed')).toMatch(
      / \| Did you mean one of alderalder\.erase, .*firfir\.erase\?$/,
    );
    expect(notAmong(sharing(7), 'erase.confirmed')).not.toContain('|');
  });

  test('comes without an advice where there is none, and without a mark for quotes', () => {
    expect(told(fault('invalid_value', ['a'], { values: ['elm'] }), { a: 'purple' })).toStrictEqual([
      { path: ['a'], message: 'a: “purple” is not one of elm' },
    ]);
  });
});

const group = (keys: readonly string[], inside: Fault = {}) => ({
  type: 'object',
  properties: { ...Object.fromEntries(keys.map((key) => [key, { type: 'string' }])), ...inside },
});
const form = (schema: object, keysBy?: string): FileForm => ({
  name: 'plan',
  least: 'a title',
  schema: () => schema as ReturnType<FileForm['schema']>,
  ...(keysBy === undefined ? {} : { keysBy }),
});
const SMALL = form(group(['title', 'weekday'], { inner: group(['xylophone', 'zither']) }));
const unknown = (key: string, stated: unknown, of: FileForm, path: readonly PropertyKey[] = []) =>
  said(fault('unrecognized_keys', path, { keys: [key] }), stated, of)[0];

describe('a key that is not known', () => {
  test.each<[what: string, key: string, form: FileForm, path: readonly PropertyKey[], says: string]>([
    ['near to one', 'titel', SMALL, [], 'titel key: unknown key “titel” | Did you mean “title”?'],
    ['near to none', 'purple', SMALL, [], 'purple key: unknown key “purple” | Known here: title, weekday, inner.'],
    [
      'of another group',
      'zither',
      SMALL,
      [],
      'zither key: unknown key “zither” | “zither” is known in “inner”, not here.',
    ],
    [
      'of the top, near to one that is here',
      'title',
      form(group(['title'], { inner: group(['tidle']) })),
      ['inner'],
      'inner/title key: unknown key “title” | “title” is known at the top, not here. Did you mean “tidle”?',
    ],
    [
      'of this group, in another form of it',
      'title',
      SMALL,
      [],
      'title key: unknown key “title” | “title” is known at the top, not here.',
    ],
    ['where nothing is known', 'b', SMALL, ['nowhere'], 'nowhere/b key: unknown key “b”'],
    ['twelve are all told', 'purple', form(group(TWELVE), 'ask'), [], `Known here: ${TWELVE.join(', ')}.`],
    ['of thirteen twelve', 'purple', form(group(WORDS)), [], `Known here: ${TWELVE.join(', ')} … 13 in all`],
    ['and how to see all', 'purple', form(group(WORDS), 'ask'), [], `${TWELVE.join(', ')} … 13 in all: ask`],
    ['a long one', LONG, SMALL, [], `${LONG} key: unknown key “${CUT}” | Known here: title, weekday, inner.`],
    [
      'a long one of another group',
      LONG,
      form(group(['title'], { inner: group([LONG]) })),
      [],
      `${LONG} key: unknown key “${CUT}” | “${CUT}” is known in “inner”, not here.`,
    ],
  ])('%s', (_what, key, of, path, says) => {
    const found = unknown(key, {}, of, path);
    expect(found?.endsWith(says)).toBe(true);
    if (says.includes(' key: ')) expect(found).toBe(says);
  });

  test('has no advice where none can be given', () => {
    expect(told(fault('unrecognized_keys', ['nowhere'], { keys: ['b'] }), {}, SMALL)).toStrictEqual([
      { path: ['nowhere', 'b'], at: 'key', message: 'unknown key “b”' },
    ]);
  });

  test('is told with others of its group, twenty at most', () => {
    const keys = (count: number) => Array.from({ length: count }, (_, at) => `purple${at}`);
    expect(said(fault('unrecognized_keys', [], { keys: keys(20) }), {}, SMALL)).toHaveLength(20);
    expect(said(fault('unrecognized_keys', [], { keys: keys(25) }), {}, SMALL)).toHaveLength(20);
  });

  const advice = (key: string, stated: unknown) => unknown(key, stated, SMALL, ['a'])?.split(' | ')[1];
  const COMMA = 'If the comma belongs to the text before it, put it in quotes:';
  test.each<[what: string, key: string, a: unknown, says: string | undefined]>([
    ['behind a comma', 'the phone', { title: 'Sam', 'the phone': null }, `${COMMA} title: "Sam, the phone".`],
    ['behind two', 'the dog', { title: 'Sam', Pat: null, 'the dog': null }, `${COMMA} title: "Sam, Pat, the dog".`],
    ['behind the first of two', 'Pat', { title: 'Sam', Pat: null, 'the dog': null }, `${COMMA} title: "Sam, Pat".`],
    ['behind the second text', 'Pat', { title: 'Sam', more: 'Kim', Pat: null }, `${COMMA} more: "Kim, Pat".`],
    ['behind a number', 'the phone', { title: 3, 'the phone': null }, `${COMMA} title: "3, the phone".`],
    ['behind true', 'the phone', { title: true, 'the phone': null }, undefined],
    ['behind nothing', 'the phone', { 'the phone': null, title: 'Sam' }, undefined],
    ['behind nothing but its like', 'the dog', { Pat: null, 'the dog': null }, undefined],
    ['with a value of its own', 'the phone', { title: 'Sam', 'the phone': 3 }, undefined],
    ['in a group without it', 'the phone', { title: 'Sam' }, undefined],
    ['in nothing', 'the phone', null, undefined],
    ['behind a long text', 'b', { title: LONG + LONG, b: null }, `${COMMA} title: "${'x'.repeat(100)}".`],
  ])('%s', (_what, key, a, says) => {
    expect(advice(key, { a })).toBe(says);
  });

  test('may stand in a group that no file states', () => {
    expect(unknown('b', {}, SMALL, ['a'])).toBe('a/b key: unknown key “b”');
  });
});

const OUTCOMES = WORD_KINDS.outcomes();
describe('what is missing, and what is of the wrong kind', () => {
  test.each<[what: string, of: Fault, says: string]>([
    ['a text', fault('invalid_type', ['a'], { expected: 'string' }), 'a text'],
    ['a number', fault('invalid_type', ['a'], { expected: 'number' }), 'a number'],
    ['a kind without a word of its own', fault('invalid_type', ['a'], { expected: 'date' }), 'a date'],
    ['a word', fault('invalid_value', ['a'], { values: TWELVE }), `one of ${TWELVE.join(', ')}`],
    ['one word of many', fault('invalid_value', ['a'], { values: WORDS }), `one of ${TWELVE.join(', ')} … 13 in all`],
    ['a word of a few of a kind', fault('invalid_value', ['a'], { values: OUTCOMES }), `one of ${OUTCOMES.join(', ')}`],
    [
      'a text that is not empty',
      fault('too_small', ['a'], { origin: 'string', minimum: 1 }),
      'a text that is not empty',
    ],
    ['a longer list', fault('too_small', ['a'], { origin: 'array', minimum: 2 }), 'a list of at least 2'],
    ['a larger number', fault('too_small', ['a'], { origin: 'number', minimum: 2 }), 'at least 2'],
    ['a shorter text', fault('too_big', ['a'], { origin: 'string', maximum: 2 }), 'at most 2 characters long'],
    ['a shorter list', fault('too_big', ['a'], { origin: 'array', maximum: 2 }), 'a list of at most 2'],
    ['a smaller number', fault('too_big', ['a'], { origin: 'number', maximum: 2 }), 'at most 2'],
    [
      'a name',
      fault('invalid_format', ['a'], { message: 'Invalid string: must match pattern /x/' }),
      'small letters, digits and hyphens',
    ],
    ['our own words', fault('custom', ['a'], { message: 'a size' }), 'a size'],
    ['words like the library’s', fault('custom', ['a'], { message: 'no Invalid string: x' }), 'no Invalid string: x'],
  ])('%s', (_what, of, says) => {
    expect(said(of, {})).toEqual([`a key: missing “a” (${says}) | Add it: ${says}.`]);
    if (of['code'] !== 'invalid_value') expect(said(of, { a: [] })).toEqual([`a: a: a list is not ${says}`]);
  });

  test('is seen through the parts that are there alone', () => {
    const missing = (path: readonly PropertyKey[], stated: unknown) =>
      said(fault('invalid_type', path, { expected: 'int' }), stated)[0];
    const LENGTH = 'missing “length” (a whole number) | Add it: a whole number.';
    expect(missing(['a', 'length'], { a: 'text' })).toBe(`a/length key: ${LENGTH}`);
    expect(missing(['a', 'length'], { a: null })).toBe(`a/length key: ${LENGTH}`);
    expect(missing(['length'], {})).toBe(`length key: ${LENGTH}`);
    expect(missing(['toString'], {})).toContain('missing “toString”');
    expect(missing(['a', 0, 'b'], { a: [{ b: 'x' }] })).toBe('a/0/b: a[0].b: “x” is not a whole number');
    expect(missing([], 3)).toBe(': the scenario: 3 is not a whole number');
  });

  test('is a name where a key is no word', () => {
    expect(told(fault('invalid_key', ['a', 'A b']), { a: { 'A b': 1 } })).toStrictEqual([
      { path: ['a', 'A b'], at: 'key', message: 'a.A b: expected small letters, digits and hyphens as a name' },
    ]);
  });

  test('needs quotes where YAML reads something else than the text that was meant', () => {
    const text = (a: unknown, expected = 'string') => told(fault('invalid_type', ['a'], { expected }), { a })[0];
    expect(text(3)).toMatchObject({ advice: 'Put it in quotes: "3".', quotes: true });
    expect(text(null)).toMatchObject({ advice: 'Put it in quotes: "".', quotes: true });
    expect(text([])).toStrictEqual({ path: ['a'], message: 'a: a list is not a text' });
    expect(text('x', 'int')).toStrictEqual({ path: ['a'], message: 'a: “x” is not a whole number' });
    expect(told(fault('too_small', ['a'], { origin: 'string' }), { a: '' })).toStrictEqual([
      { path: ['a'], message: 'a: “” is not a text that is not empty' },
    ]);
  });
});
