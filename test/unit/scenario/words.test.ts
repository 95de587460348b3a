import { describe, expect, test } from 'vitest';
import { wordList } from '../../../src/report/vocabulary.ts';
import { keysAt, groupsWith, scenarioFields } from '../../../src/scenario/fields.ts';
import { partsAt } from '../../../src/scenario/json-schema.ts';
import { FIELD_WORDS } from '../../../src/scenario/field-words.ts';
import { keyMeantBy, SYNONYMS, wordMeantBy } from '../../../src/scenario/synonyms.ts';
import { kindOfWords, WORD_KIND_ORDER, WORD_KINDS } from '../../../src/scenario/word-kinds.ts';

describe.each(WORD_KIND_ORDER)('the words of the kind %s', (kind) => {
  test('each have one line of meaning, and are the words of their table in its order', () => {
    const words = wordList(kind);
    expect(words.length).toBeGreaterThan(0);
    expect(words.map(({ word }) => word)).toEqual(WORD_KINDS[kind]());
    const bad = words.filter(
      ({ word, means }) => means.trim() === '' || means === word || /\n|undefined|\{/.test(means),
    );
    expect(bad.filter(({ means }) => !means.includes('[{'))).toEqual([]);
  });

  test('are recognised as that kind when a message would have to name them all', () => {
    expect(kindOfWords(WORD_KINDS[kind]())).toBe(kind);
    const words = WORD_KINDS[kind]();
    for (const others of [words.slice(1), [...words, 'x'], [...words.slice(0, -1), 'x']])
      expect(kindOfWords(others)).toBeUndefined();
  });
});

test('what iCloud seals end to end is said as each service does it', () => {
  const services = Object.fromEntries(wordList('services').map(({ word, means }) => [word, means]));
  expect(services['contacts']).toMatch(/; never sealed end to end\.$/);
  expect(services['notes']).toMatch(/; sealed end to end with Advanced Data Protection\.$/);
  expect(services['health']).toMatch(/; sealed end to end\.$/);
  expect(services['safari']).toContain('Safari history (sealed end to end)');
});

describe('the keys of a scenario', () => {
  const fields = scenarioFields();

  test('stand there once, each with what it takes and a description', () => {
    expect(fields.length).toBeGreaterThan(150);
    expect(new Set(fields.map(({ path }) => path)).size).toBe(fields.length);
    expect(fields.filter(({ description, takes }) => description === '' || takes === '')).toEqual([]);
  });

  test('that a table describes are there', () => {
    const paths = fields.map(({ path }) => path);
    const gone = Object.keys(FIELD_WORDS).filter(
      (key) => !paths.some((path) => path === key || path.endsWith(`.${key}`)),
    );
    expect(gone).toEqual([]);
  });

  test('say what holds where they are not written: by edition, by the schema, or as a size', () => {
    const defaultOf = (path: string) => fields.find((field) => field.path === path)?.default;
    expect(defaultOf('world.device.model')).toBe('iPhone 16 (ios8: iPhone 6, ios7: iPhone 5s)');
    expect(defaultOf('world.today')).toBe('2026-03-01 (ios8: 2015-03-01, ios7: 2014-03-01)');
    expect(defaultOf('world.device.passcode')).toBe('yes');
    expect(defaultOf('world.device.free')).toBe('128 GB');
    expect(defaultOf('world.items[].bytes')).toBe('0 B');
    expect(defaultOf('world.device.latestIos')).toBeUndefined();
  });

  test('are found from a path of a file, through lists, choices and names of the writer’s own', () => {
    expect(keysAt([])).toContain('world');
    expect(keysAt(['world', 'items', 3])).toContain('category');
    expect(keysAt(['expect', 'items', 'my-photos'])).toContain('onPhone');
    expect(keysAt(['script', 0])).toEqual(expect.arrayContaining(['do', 'wait', 'end']));
    expect(keysAt(['world', 'xylophone'])).toEqual([]);
    expect(groupsWith('device')).toEqual(expect.arrayContaining(['world', 'world.backups[]']));
    expect(groupsWith('withheld')).toEqual(['expect.items.<name>', 'expect.attempts[].items.<name>']);
    expect([partsAt(['title', 0]), partsAt(['title', 'x']), partsAt(['world', 'nothing'])]).toEqual([[], [], []]);
  });
});

describe('what people write for something else', () => {
  test('is answered with words that the format has', () => {
    const unknown = SYNONYMS.flatMap(({ names }) =>
      Object.entries(names).flatMap(([kind, words]) => {
        const known: readonly string[] = WORD_KINDS[kind as keyof typeof WORD_KINDS]();
        return words.filter((word) => !known.includes(word));
      }),
    );
    expect(unknown).toEqual([]);
  });

  test('names in its advice what it stands for', () => {
    for (const { write, names } of SYNONYMS)
      for (const word of Object.values(names).flat())
        expect(write).toContain(word.split('.').slice(-1)[0]?.replace('[]', ''));
  });

  test('has one meaning each', () => {
    const people = SYNONYMS.flatMap((row) => row.people);
    expect(people.filter((word, at) => people.indexOf(word) !== at)).toEqual([]);
  });

  test('is found whatever its case and signs, among words only where one of them is meant', () => {
    expect(keyMeantBy('iOS-Version')).toContain('“ios”');
    expect(keyMeantBy('xylophone')).toBeUndefined();
    expect(keyMeantBy(`pause${'-'.repeat(60)}x`)).toBe(keyMeantBy('pause'));
    expect(wordMeantBy('Tokens', WORD_KINDS.categories())).toContain('app-keychain');
    // What people keep that has no category of its own is answered with the word that tells it as it is known.
    expect(wordMeantBy('PDFs in Books', WORD_KINDS.categories())).toContain('“app-data” with “policy: unknown”');
    expect(wordMeantBy('alarm clocks', WORD_KINDS.categories())).toContain('device-settings');
    expect(wordMeantBy('Family Setup', WORD_KINDS.categories())).toContain('heldBy: []');
    expect(wordMeantBy('phone', ['iphone', 'ipad', 'ipod'])).toBeUndefined();
  });
});
