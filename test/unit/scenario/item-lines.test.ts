import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/model/problem.ts';
import { play } from '../../../src/run/play.ts';
import { withChanges } from '../../../src/scenario/change.ts';
import type { Beside } from '../../../src/scenario/item-lines.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { law } from '../../laws/law.ts';
import { problemsOf } from '../stories.ts';

const text = (world: string): string =>
  [
    'title: T',
    'why: W',
    'world:',
    '  backups: [{ id: nightly, made: 2026-02-28 }]',
    `${world}expect: { outcome: completed }`,
    '',
  ].join('\n');
const NAMED = text('  itemsFile: more.jsonl\n');
const beside = (lines: string): Beside => ({ read: (name) => ({ file: `there/${name}`, text: lines }) });
const load = (lines: string, scenario = NAMED) => loadScenario(scenario, 'there/x.yaml', 'x', beside(lines));
const problem = (lines: string, scenario = NAMED) => problemsOf(() => load(lines, scenario))[0];
const told = (lines: string, scenario = NAMED): string => {
  const { file, line, column, message } = problem(lines, scenario) ?? {};
  return `${file}:${line}:${column}: ${message}`;
};

const PHOTOS = '{"category": "photos", "bytes": "3 MB"}';
const NOTES = '{"id": "n", "category": "notes"}';

describe('items in a file beside the scenario', () => {
  test('come behind those of the scenario itself', () => {
    const scenario = load(
      `${PHOTOS}\n\n${NOTES}\r\n`,
      text('  items: [{ category: messages }]\n  itemsFile: more.jsonl\n'),
    );
    expect(scenario.world.items.map(({ id, bytes }) => [id, bytes])).toEqual([
      ['messages', 0],
      ['photos', 3e6],
      ['n', 0],
    ]);
    expect(scenario.world).not.toHaveProperty('itemsFile');
  });

  test('can be changed by conditions as if they stood in the scenario', () => {
    const changed = withChanges(load(PHOTOS), { 'items.photos.count': '7' });
    expect(changed.world.items[0]).toMatchObject({ id: 'photos', count: 7, bytes: 3e6 });
  });

  test.each([
    ['a line that is no JSON', `${PHOTOS}\n{"category": "notes"`, 'more.jsonl:2:21', 'this line is not JSON'],
    ['a line that is no item', `${PHOTOS}\n[1]`, 'more.jsonl:2:1', 'not an item'],
    ['a bare word', 'photos', 'more.jsonl:1:', 'this line is not JSON'],
    ['a key twice', '{"category": "photos", "category": "notes"}', 'more.jsonl:1:24', 'stands here twice'],
    ['a key twice, once escaped', '{"id": "a", "\\u0069d": "b"}', 'more.jsonl:1:13', 'stands here twice'],
    ['a forbidden key', '{"category": "photos", "__proto__": 1}', 'more.jsonl:1:24', 'cannot be a key'],
    ['an unknown key', `\n{"category": "photos", "byts": 3}`, 'more.jsonl:2:24', 'unknown key “byts”'],
    ['a wrong word', `{"category": "fotos"}`, 'more.jsonl:1:14', '“fotos” is not one of'],
    [
      'a wrong word behind a text that looks like a key',
      '{"category": "notes", "title": "\\"id\\": 1", "id": "A b"}',
      'more.jsonl:1:51',
      'id',
    ],
    ['a missing part', ' {"id": "a"}', 'more.jsonl:1:2', 'missing “category”'],
    ['half a character', '{"category": "photos", "title": "\\ud800"}', 'more.jsonl:1:33', 'whole characters'],
    [
      'an id that is taken',
      `${PHOTOS}\n{"id": "photos", "category": "notes"}`,
      'more.jsonl:2:8',
      'two items have the id',
    ],
    [
      'an account that is not there',
      '{"category": "photos", "account": "x"}',
      'more.jsonl:1:35',
      'there is no account',
    ],
    [
      'a day after today',
      '{"category": "photos", "created": "2027-01-01"}',
      'more.jsonl:1:35',
      'after the story’s today',
    ],
    ['a line that is too long', `{"title": "${'x'.repeat(20_000)}"}`, 'more.jsonl:1:1', 'the line is too long'],
  ])('%s is refused at its place', (_, lines, place, message) => {
    expect(told(lines)).toContain(`there/${place}`);
    expect(told(lines)).toContain(message);
  });

  test('an item of the scenario itself keeps its place there', () => {
    expect(told(PHOTOS, text('  items: [{ category: fotos }]\n  itemsFile: more.jsonl\n'))).toContain(
      'there/x.yaml:5:',
    );
  });

  test('too many of them are refused while they are read', () => {
    expect(told(`${NOTES}\n`.repeat(200_001))).toContain('more.jsonl:200001:1: a world has at most 200000 items');
  });

  test.each([
    '../more.jsonl',
    '/etc/more.jsonl',
    'a/b.jsonl',
    'a\\b.jsonl',
    'more.yaml',
    '.more.jsonl',
    'C:more.jsonl',
  ])('%s is no name of a file in the same folder', (name) => {
    const read: string[] = [];
    const scenario = text(`  itemsFile: ${JSON.stringify(name)}\n`);
    const refused = problemsOf(() =>
      loadScenario(scenario, 'x.yaml', 'x', { read: (asked) => (read.push(asked), { file: asked, text: '' }) }),
    );
    expect(refused[0]).toMatchObject({ line: 5, column: 14 });
    expect(refused[0]?.message).toContain('a file in the same folder that ends in .jsonl');
    expect(read).toEqual([]);
  });

  test('where nothing beside the scenario can be read, that is told', () => {
    const refused = problemsOf(() => loadScenario(NAMED, 'x.yaml'));
    expect(refused[0]).toMatchObject({ file: 'x.yaml', line: 5, column: 14 });
    expect(refused[0]?.message).toContain('cannot be read here');
  });

  test('a file that cannot be read is told at the place that names it', () => {
    const refused = problemsOf(() =>
      loadScenario(NAMED, 'x.yaml', 'x', {
        read: () => {
          throw new InputError([{ file: 'more.jsonl', message: 'there is no such file' }]);
        },
      }),
    );
    expect(refused[0]).toMatchObject({ file: 'x.yaml', line: 5, column: 14 });
    expect(refused[0]?.message).toContain('there is no such file');
  });
});

law(
  'items play the same wherever they stand, in the scenario or beside it',
  fc.tuple(
    fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^i[a-z0-9]{1,5}$/),
        category: fc.constantFrom('photos', 'notes', 'messages', 'app-data'),
        title: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
        bytes: fc.nat(1_000_000),
      }),
      { minLength: 1, maxLength: 12, selector: ({ id }) => id },
    ),
    fc.nat(12),
  ),
  ([items, at]) => {
    const own = items.slice(0, at);
    const lines = items
      .slice(at)
      .map((item) => JSON.stringify(item))
      .join('\n');
    const whole = loadScenario(text(`  items: ${JSON.stringify(items)}\n`), 'x.yaml', 'x');
    const parted = load(lines, text(`  items: ${JSON.stringify(own)}\n  itemsFile: more.jsonl\n`));
    expect(parted.world).toEqual(whole.world);
    expect(play(parted).fingerprints).toEqual(play(whole).fingerprints);
  },
  50,
);
