import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/model/problem.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { MAX_FILE_LENGTH } from '../../../src/scenario/file-limits.ts';
import { problemsOf } from '../stories.ts';

const HEAD = ['title: A story', 'why: For a test.'];
const TAIL = ['expect:', '  outcome: completed'];
/** A file whose third line is the first of these. */
const file = (...lines: readonly string[]): string => [...HEAD, ...lines, ...TAIL, ''].join('\n');
const problems = (text: string) => problemsOf(() => loadScenario(text, 'story.yaml'));
const places = (text: string) =>
  problems(text).map(({ line, column, message, advice }) => ({
    at: `${line}:${column}`,
    message,
    ...(advice === undefined ? {} : { advice }),
  }));

describe('a scenario file', () => {
  test('that states little is filled up from the starting world of its edition', () => {
    const scenario = loadScenario(
      file(
        'edition: ios8',
        'world:',
        '  backups: [{ id: nightly, made: 2015-02-27 }]',
        '  items: [{ category: photos }]',
      ),
      'a/b.yaml',
      'a/b',
    );
    expect(scenario).toMatchObject({ id: 'a/b', edition: 'ios8', route: 'icloud', script: [], attempts: [] });
    expect(scenario.world).toMatchObject({ today: '2015-03-01', device: { model: 'iPhone 6', ios: '8.4.1' } });
    expect(scenario.world.backups[0]).toMatchObject({
      kind: 'icloud',
      account: 'customer',
      model: 'iPhone 5s',
      ios: '8.4',
    });
    expect(scenario.world.items[0]).toMatchObject({ id: 'photos', title: 'Photos and videos', count: 1, bytes: 0 });
  });

  test('may begin with a byte order mark, and end its lines as Windows does', () => {
    expect(loadScenario(`\uFEFF${file('route: computer').replaceAll('\n', '\r\n')}`, 'story.yaml').route).toBe(
      'computer',
    );
  });

  test('keeps names in any script', () => {
    expect(
      loadScenario(file('world: { items: [{ category: notes, title: "ملاحظات 😀 笔记" }] }'), 'story.yaml').world
        .items[0]?.title,
    ).toBe('ملاحظات 😀 笔记');
  });
});

const wrong: (readonly [what: string, text: string, at: string, message: string, advice?: string])[] = [
  ['an unknown key', file('worlds: {}'), '3:1', 'unknown key “worlds”', 'Did you mean “world”?'],
  [
    'an unknown key inside',
    file('world:', '  device:', '    passcod: no'),
    '5:5',
    'unknown key “passcod”',
    'Did you mean “passcode”?',
  ],
  ['an unknown key like no other', file('world: { xylophone: 3 }'), '3:10', 'unknown key “xylophone”'],
  ['a wrong word', file('edition: modrn'), '3:10', '“modrn” is not one of', 'Did you mean “modern”?'],
  ['a number for a text', file('case: 3'), '3:7', 'case: 3 is not a text'],
  ['a list for a group', file('world: []'), '3:8', 'world: a list is not a group of keys'],
  ['a text for a list', file('world: { items: photos }'), '3:17', 'world.items: “photos” is not a list'],
  ['yes for on', file('world: { surroundings: { wifi: yes } }'), '3:32', '“yes” is not one of on, off'],
  ['a date that cannot be', file('world:', '  today: 2026-02-30'), '4:10', '“2026-02-30” is not a date that exists'],
  ['a negative size', file('world: { device: { free: -1 } }'), '3:26', 'world.device.free'],
  ['an absurd size', file('world: { device: { free: 900 TB } }'), '3:26', '“900 TB” is not a size'],
  [
    'a size that is none',
    file('world: { items: [{ category: photos, bytes: much }] }'),
    '3:45',
    '“much” is not a size',
  ],
  ['a negative count', file('world: { items: [{ category: photos, count: -3 }] }'), '3:45', '-3 is not at least 0'],
  ['half a photo', file('world: { items: [{ category: photos, count: 1.5 }] }'), '3:45', '1.5 is not a whole number'],
  ['a version that is none', file('world: { device: { ios: eighteen } }'), '3:25', '“eighteen” is not a version'],
  ['a version as a number', file('world: { device: { ios: 18.3 } }'), '3:25', '18.3 is not a text'],
  [
    'a category that is none',
    file('world: { items: [{ category: fotos }] }'),
    '3:30',
    '“fotos” is not one of',
    'Did you mean “photos”?',
  ],
  ['a missing part', file('world:', '  items:', '    - count: 3'), '5:7', 'missing “category”', 'Add it'],
  ['a missing date of a backup', file('world: { backups: [{ id: nightly }] }'), '3:20', 'missing “made”', 'Add it'],
  [
    'two items of one id',
    file('world:', '  items:', '    - { category: photos }', '    - { category: photos }'),
    '6:7',
    'two items have the id “photos”',
    'an “id” of its own',
  ],
  [
    'two backups of one id',
    file('world: { backups: [{ id: a, made: 2026-02-01 }, { id: a, made: 2026-02-02 }] }'),
    '3:55',
    'two backups have the id “a”',
  ],
  [
    'an account that is not there',
    file('world: { accounts: [{ id: mara }], backups: [{ id: a, made: 2026-02-01, account: mira }] }'),
    '3:82',
    'there is no account “mira”',
    'Did you mean “mara”?',
  ],
  [
    'a backup that is not there',
    file(
      'world: { backups: [{ id: nightly, made: 2026-02-01 }] }',
      'script:',
      '  - { do: backup.chosen, backup: nightli }',
    ),
    '5:34',
    'there is no backup “nightli”',
    'Did you mean “nightly”?',
  ],
  [
    'an item that is not there',
    [...HEAD, 'expect:', '  outcome: completed', '  items:', '    photos: restored', ''].join('\n'),
    '6:5',
    'there is no item “photos”',
    'Known: none.',
  ],
  [
    'an app that is not there',
    file('script:', '  - { do: app.loggedIn, app: sketch }'),
    '4:30',
    'there is no app “sketch”',
  ],
  [
    'an event that is none',
    file('script:', '  - do: erase.requestd'),
    '4:9',
    '“erase.requestd” is not one of',
    'Did you mean “erase.requested”?',
  ],
  [
    'an event without what it needs',
    file('script:', '  - do: store.passwordSkipped'),
    '4:5',
    'store.passwordSkipped needs “account”',
    'Add “account: …”.',
  ],
  [
    'an event with what it does not take',
    file('script:', '  - { do: back, account: mara }'),
    '4:17',
    'back takes no “account”',
  ],
  [
    'a step that comes before another',
    file('script:', '  - { do: screen.tapped, step: 9 }', '  - { wait: next, step: 9 }'),
    '5:25',
    'step 9 is not after step 9',
  ],
  [
    'a step and a part of the story',
    file('script:', '  - { do: screen.tapped, during: sync, step: 9 }'),
    '4:40',
    '“step” says the moment alone',
  ],
  [
    'a script of an attempt that names nobody',
    file('world: { accounts: [] }', 'attempts:', '  - script: [{ do: account.entered, account: nobody }]'),
    '5:46',
    'there is no account “nobody”',
  ],
  ['a wait that is none', file('script:', '  - wait: soon'), '4:11', '“soon” is not a duration'],
  [
    'a backup from the future',
    file('world: { backups: [{ id: a, made: 2026-03-02 }] }'),
    '3:35',
    'after the story’s today',
  ],
  [
    'data from the future',
    file('world: { items: [{ category: photos, created: 2026-03-02 }] }'),
    '3:47',
    'after the story’s today',
  ],
  [
    'a rule that is none',
    [
      ...HEAD,
      'world: { items: [{ category: photos }] }',
      'expect:',
      '  outcome: completed',
      '  items: { photos: { fate: excluded, rule: x/y } }',
      '',
    ].join('\n'),
    '6:44',
    '“x/y” is not one of',
  ],
  ['a behaviour that is none', file('shows: [A1, Z9]'), '3:13', '“Z9” is not one of'],
  ['a forbidden key', file('world: { __proto__: { a: 1 } }'), '3:10', '“__proto__” cannot be a key'],
  [
    'a forbidden key in a list',
    file('world: { items: [{ category: photos, constructor: 1 }] }'),
    '3:38',
    '“constructor” cannot be a key',
  ],
  ['a forbidden key by another name', file('case: &p __proto__', 'world: { ? *p : 1 }'), '4:12', 'cannot be a key'],
  ['one key twice by another name', file('case: &r route', 'route: icloud', '*r : computer'), '5:1', 'twice'],
  ['a list as a key', file('? [a, b]', ': c'), '3:3', 'cannot be a key'],
  ['a repeat of nothing', file('case: *nothing'), '3:7', '“*nothing” repeats nothing'],
  ['another form of map', file('world: !!omap', '  - items: []'), '3:8', 'tags are not used here'],
  ['a set', file('shows: !!set { A1, A2 }'), '3:8', 'tags are not used here'],
  ['a tag of one’s own', file('case: !mine x'), '3:7', 'tags are not used here'],
  ['a directive', `%YAML 1.1\n---\n${file()}`, '1:1', 'directives are not used here'],
  ['a second scenario', `${file()}---\n${file()}`, '5:1', 'a second document'],
  ['half a character', file('case: "\\ud800"'), '3:7', 'half a character'],
  ['half a character in a key', file('"\\udfff": 1'), '3:1', 'half a character'],
  ['a group of keys for a word', file('edition: { a: 1 }'), '3:10', 'a group of keys is not one of'],
  [
    'a group of keys for a category',
    file('world: { items: [{ category: { a: 1 } }] }'),
    '3:30',
    'a group of keys is not one of',
  ],
  ['a word of every object for a word', file('edition: toString'), '3:10', '“toString” is not one of'],
  ['a number without end', file('world: { items: [{ category: photos, count: .inf }] }'), '3:45', 'with an end'],
  ['a number too large to be one', file('world: { device: { free: 1e400 } }'), '3:26', 'with an end'],
  ['a wait without end', file('script:', `  - wait: ${'9'.repeat(330)} days`), '4:11', 'of 10 years at most'],
  [
    'many waits that together are too long',
    file('script:', ...Array.from({ length: 101 }, () => '  - wait: 10 years')),
    '4:3',
    'longer than 1000 years',
  ],
  [
    'many large items that together are too large',
    file(
      'world:',
      '  items:',
      ...Array.from({ length: 63 }, (_, n) => `    - {id: i${n}, category: photos, bytes: 16 TB}`),
    ),
    '5:5',
    'larger than 1000 TB',
  ],
  [
    'more work than can be done',
    file(
      'world:',
      '  items:',
      ...Array.from({ length: 2000 }, (_, n) => `    - { id: i${n}, category: photos }`),
      'script:',
      ...Array.from({ length: 190 }, () => '  - do: screen.tapped'),
      `attempts: [${Array(50).fill('{}').join(', ')}]`,
    ),
    '2006:3',
    'more than can be played in sensible time',
  ],
  [
    'two apps of one name',
    file('world: { items: [{ id: a, category: app, app: bank }, { id: b, category: app, app: bank }] }'),
    '3:84',
    'two items are the app “bank”: a and b',
  ],
  [
    'an attempt that renames an item',
    file('world: { items: [{ category: photos }] }', 'attempts: [{ change: { items.photos.id: pictures } }]'),
    '4:24',
    '“items.photos.id” cannot change',
  ],
  [
    'an attempt that renames a backup',
    file('attempts: [{}, { change: { backups.nightly.id: other } }]'),
    '3:28',
    '“backups.nightly.id” cannot change',
  ],
  [
    'an attempt that makes an item something else',
    file('world: { items: [{ category: photos }] }', 'attempts: [{ change: { items.photos.category: notes } }]'),
    '4:24',
    'it is what the item is known by',
  ],
  [
    'a name with a slash that is refused where nothing looks at names',
    file(
      'route: computer',
      'world:',
      '  items:',
      '    - { category: app-data, app: a, fails: { at: download, and: stops, because: bad-name } }',
    ),
    '6:50',
    'refused where the data are put in place',
    'Write “at: placement”',
  ],
  ['an id that every object has', file('world: { items: [{ id: constructor, category: photos }] }'), '3:24', 'an id'],
  [
    'an item of another attempt that is not there',
    `${file()}  attempts: [{ same: true, items: { photos: restored } }]\n`,
    '5:37',
    'there is no item “photos”',
  ],
  ['one key twice', file('route: icloud', 'route: computer'), '4:1', 'twice'],
  ['a bracket that never closes', file('world: { items: [1, 2'), '4:1', ''],
  ['a tab for spaces', file('world:', '\tdevice: {}'), '4:1', ''],
  ['nothing', '', '1:1', 'the file is empty', 'Write at least title, why and world.'],
  ['nothing but blanks', ' \n\n ', '1:1', 'the file is empty'],
  ['a NUL byte', file('case: "a\0b"'), '1:1', 'this is not a text file'],
  ['a bare text', 'just a sentence', '1:1', 'a list of keys and values', 'Begin with “title: …”.'],
  ['a list', '- a\n- b\n', '1:1', 'a list of keys and values'],
  ['a binary file', '\u0001\u0002\u0003\uFFFD\uFFFD: \u0007', '1:1', ''],
];

const cases = wrong.map(([what, text, at, message, advice = '']) => ({ what, text, at, message, advice }));

describe('a backup of the very device that is restored', () => {
  const backupOf = (device: string, backup: string) =>
    loadScenario(
      file(`world: { device: { ${device} }, backups: [{ id: b, made: 2026-02-01, ${backup} }] }`),
      'story.yaml',
    ).world.backups[0];

  test('was made by its model, kind and iOS, unless said otherwise', () => {
    const device = 'name: Her iPad, kind: ipad, model: iPad Air, ios: "17.5"';
    expect(backupOf(device, 'device: Her iPad')).toMatchObject({ model: 'iPad Air', deviceKind: 'ipad', ios: '17.5' });
    expect(backupOf(device, 'device: Her iPad, ios: "17.1"')).toMatchObject({ model: 'iPad Air', ios: '17.1' });
    expect(backupOf(device, 'device: Another')).toMatchObject({
      model: 'iPhone 13',
      deviceKind: 'iphone',
      ios: '18.3',
    });
  });
});

describe('wrong input is refused with its place', () => {
  test.each(cases)('$what', ({ text, at, message, advice }) => {
    const found = places(text);
    expect(found[0]).toMatchObject({ at });
    expect(found[0]?.message).toContain(message);
    expect(found[0]?.advice ?? '').toContain(advice);
  });

  test.each(cases)('$what, in a form that names file, line and column, and without a stack', ({ text, at }) => {
    for (const problem of problems(text)) {
      const shown = formatProblem(problem);
      expect(shown).toMatch(/^story\.yaml:\d+:\d+: \S/);
      expect(shown).not.toMatch(/\n\s+at |undefined|\[object/);
    }
    expect(formatProblem(problems(text)[0] ?? { file: '', message: '' }).startsWith(`story.yaml:${at}: `)).toBe(true);
  });

  test('every mistake is told, not only the first, but not hundreds of them', () => {
    expect(
      places(file('worlds: {}', 'edition: modrn', 'case: 3'))
        .map(({ at }) => at)
        .toSorted(),
    ).toEqual(['3:1', '4:10', '5:7']);
    const many = file('world:', '  items:', ...Array.from({ length: 500 }, () => '    - { category: fotos }'));
    expect(problems(many).length).toBeLessThanOrEqual(40);
  });
});

describe('hostile input ends soon and quietly', () => {
  test('aliases that multiply', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array.from({ length: 9 }, () => `*l${level}`).join(', ')}]`,
    );
    const found = problems(file('l0: &l0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]', ...levels));
    expect(found[0]?.message).toContain('with all that “*” repeats');
  });

  test('an anchor that holds itself', () => {
    expect(problems(file('world: &w { device: *w }')).length).toBeGreaterThan(0);
    expect(problems(file('world: &w', '  items: &i', '    - *i')).length).toBeGreaterThan(0);
  });

  test('very deep nesting', () => {
    const depth = 20_000;
    expect(problems(file(`world: ${'['.repeat(depth)}${']'.repeat(depth)}`)).length).toBeGreaterThan(0);
    expect(problems(file(`world: ${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}`)).length).toBeGreaterThan(0);
  });

  test('a file that is too long', () => {
    const [problem] = problems(`# ${'x'.repeat(MAX_FILE_LENGTH)}`);
    expect(problem?.message).toContain('too long');
  });

  test('half a character', () => {
    expect(() => loadScenario(file('case: "\uD83D"'), 'story.yaml')).not.toThrow(RangeError);
  });

  test('nothing is left behind in the language', () => {
    problems(file('world: { __proto__: { polluted: yes } }'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
