import { describe, expect, test } from 'vitest';
import { Lexer, parseDocument } from 'yaml';
import { loadScenario, placesIn, problemInFile } from '../../../src/scenario/load.ts';
import { Locator } from '../../../src/scenario/locator.ts';
import { PlainReader } from '../../../src/scenario/plain-reader.ts';
import { readNodes, readYaml, watchLexemes } from '../../../src/scenario/read-yaml.ts';
import { isPlainData } from '../../../src/scenario/scenario.ts';
import { listIn } from '../../../src/scenario/stated.ts';
import { scenarioFrom } from '../../../src/scenario/scenario-from.ts';
import { problemsOf } from '../stories.ts';

type Plain = Record<string, unknown>;
const plainOf = (text: string): unknown => readNodes(text, 'f', 'scenario').plain;
/** What is wrong with a text, as `line:column message`. */
const faults = (text: string): string[] =>
  problemsOf(() => readYaml(text, 'f')).map(({ line, column, message }) => `${line}:${column} ${message}`);
const PAIR = 'k: v\n';

describe('a file that is too much', () => {
  test.each([
    ['line ends', '\n'],
    ['colons', ':'],
    ['commas', ','],
    ['brackets', '['],
    ['braces', '{'],
    ['dashes before a space', '- '],
  ])('has too many %s', (_, sign) => {
    expect(problemsOf(() => readYaml(`x${sign.repeat(350_000)}`, 'f'))).toStrictEqual([
      {
        file: 'f',
        line: 1,
        column: 1,
        message: 'the file has too many parts (about 350001)',
        advice:
          'A scenario has at most 350000 lines, keys and list entries; longer lists of items go into “itemsFile”.',
      },
    ]);
  });

  test('has too many parts with as many signs as there may be parts', () => {
    expect(faults(':'.repeat(350_000))).toEqual(['1:1 the file has too many parts (about 350001)']);
  });

  test('has as many signs as it may, and one more', () => {
    const text = `a: 1\n#${'x'.repeat(4_000_000 - 6)}`;
    expect([faults(text), faults(`${text}x`)]).toEqual([[], ['1:1 the file is too long (4000001 characters)']]);
  });

  test('has as many parts as it may, and other signs, and dashes in words, are none', () => {
    const lines = `a: x\n${'#\n'.repeat(349_997)}`;
    expect(faults(lines)).toEqual([]);
    expect(faults(`${lines}#\n`)).toEqual(['1:1 the file has too many parts (about 350001)']);
    for (const sign of ['x', '-', ')', ' y']) expect(faults(`a: x${sign.repeat(350_000)}`)).toEqual([]);
  });
});

describe('words and signs are looked at before they are read', () => {
  type Refused = readonly [offset: number, message: string, advice?: string | undefined];
  /** Where the first of them is refused, and why. */
  function refusedAt(lexemes: Iterable<string>, most?: number): Refused | null {
    const refusal = new Error('refused');
    let found: Refused | null = null;
    const watch = watchLexemes((...what) => {
      found = what;
      throw refusal;
    }, most);
    try {
      for (const lexeme of lexemes) watch(lexeme);
    } catch (error) {
      if (error !== refusal) throw error;
    }
    return found;
  }
  const refused = (text: string) => refusedAt(new Lexer().lex(text));
  const DEEP = 'this YAML cannot be read (nested too deeply)';
  const deepAt = (offset: number) => [offset, DEEP, 'No file nests more than 100 deep.'];

  test.each(['[', '{'])('brackets within brackets, a hundred and one: %s', (sign) => {
    expect(refused(`a: ${sign.repeat(100)}`)).toBeNull();
    expect(refused(`a: ${sign.repeat(101)}`)).toEqual(deepAt(103));
  });

  test.each(['[], ', '{}, ', 'x, '])('one after the other there may be any number: %s', (part) => {
    expect(refused(`a: [${part.repeat(200)}]`)).toBeNull();
  });

  test('a bracket that is open at the end of what it stands in is closed there', () => {
    expect(refused('a: [x\nb: {y\n'.repeat(200))).toBeNull();
  });

  test.each(['- ', '? '])('a block that begins further in than 400 columns: %s', (sign) => {
    const at = (column: number) => `k:\n${' '.repeat(column)}${sign}x`;
    expect(refused(at(400))).toBeNull();
    expect(refused(at(401))).toEqual(deepAt(404));
    expect(refused(`a: [${' '.repeat(500)}? x]`)).toBeNull();
    expect(refused(`a: [x, []]\nb:\n${' '.repeat(401)}${sign}x`)).toEqual(deepAt(415));
    expect(refused(`a: ${'x'.repeat(500)}\n${sign}x`)).toBeNull();
    expect(refused(`a: |\n  ${'x'.repeat(500)}\n${sign}x`)).toBeNull();
  });

  test('what is not used here, at its place, and no more of it than sixty signs', () => {
    const TAG = 'Write the value alone, as plain words, lists and keys.';
    expect(refused(`${PAIR}a: [x\nb: [y]\nc: !t z`)).toEqual([21, '“!t”: tags are not used here', TAG]);
    expect(refused(`a: !${'t'.repeat(80)} x`)).toEqual([3, `“!${'t'.repeat(59)}”: tags are not used here`, TAG]);
    expect(refused('%YAML 1.1\n---\n')).toEqual([0, '“%YAML 1.1”: directives are not used here', TAG]);
    expect(refused('a: |\n  !t\nb: "!t"\nc: x !t\n')).toBeNull();
    expect(refused('a: %x\n')).toBeNull();
  });

  test('more than there may be', () => {
    const many = (count: number) =>
      refusedAt(
        Array.from({ length: count }, () => ' '),
        3,
      );
    expect([many(3), many(4)]).toEqual([null, [3, 'the file has too many parts (more than 3 words and signs)']]);
  });
});

describe('what is no YAML', () => {
  test('ends the reading at the first such sign', () => {
    expect(faults('a: 1\n}\n}\n')).toEqual(['2:1 not valid YAML: Unexpected flow-map-end token in YAML stream: "}"']);
  });

  test('is told in the order of the file, three places and no more', () => {
    expect(faults('? \n[').map((fault) => fault.split(' ')[0])).toEqual(['2:1', '2:2']);
    const four = faults('a: @\nb: @\nc: @\nd: @\n');
    expect(four.map((fault) => fault.split(' ')[0])).toEqual(['1:4', '2:4', '3:4']);
  });

  test.each([
    [
      'a place',
      (at: number) => `k${at}: @\n`,
      '30:6 not valid YAML: Plain value cannot start with reserved character @',
    ],
    ['a part', (at: number) => `k${at}: *k x\n`, '30:9 not valid YAML: Unexpected scalar at node end'],
    [
      'a stretch',
      (at: number) => `${'k'.repeat(1100)}${at}: [x]\n`,
      '30:1 not valid YAML: The : indicator must be at most 1024 chars after the start of an implicit block ' +
        'mapping key',
    ],
  ])('is read no further after thirty faults that are told with %s', (_, line, place) => {
    const text = (count: number) => Array.from({ length: count }, (__, at) => line(at)).join('');
    expect(faults(text(29))).toHaveLength(3);
    const many = problemsOf(() => readYaml(text(40), 'f'));
    expect(many.map(({ advice }) => advice)).toEqual(['There is more before and after this line.']);
    expect(`${many[0]?.line}:${many[0]?.column} ${many[0]?.message}`).toBe(place);
  });

  test('what the library only warns of is none', () => {
    expect(plainOf(`k: &a: 1\n${Array.from({ length: 40 }, (_, at) => `k${at}: *a: \n`).join('')}`)).toMatchObject({
      k: 1,
      k39: 1,
    });
  });

  test('nothing but a comment holds no keys', () => {
    expect(faults('# x\n')).toEqual(['1:1 a scenario is a list of keys and values']);
    expect(faults('--- # x\n')).toEqual(['1:1 a scenario is a list of keys and values']);
  });
});

describe('plain data', () => {
  test('of a key that says nothing, of one that is repeated, and of texts with numbers', () => {
    expect(plainOf('~: 1\n')).toEqual({ '': 1 });
    expect(plainOf(': 1\n')).toEqual({ '': 1 });
    expect(plainOf('a: &x b\n*x : 2\n')).toEqual({ a: 'b', b: 2 });
    expect(faults('? [a]\n: 1\n')).toEqual(['1:3 a list or a group of keys cannot be a key']);
    expect(faults('"\\u0061": 1\n"a": 2\n')).toEqual(['2:1 the key “a” stands here twice']);
    const long = 'k'.repeat(100);
    expect(faults(`? ${long}\n: 1\n? ${long}\n: 2\n`)).toEqual([
      `3:3 the key “${long.slice(0, 60)}” stands here twice`,
    ]);
    expect(faults('a: &x __proto__\n*x : 2\n')).toEqual(['2:1 “__proto__” cannot be a key']);
    const number = '9'.repeat(400);
    expect(faults(`a: ${number}\n`)).toEqual([`1:4 “${number.slice(0, 60)}” is not a number with an end`]);
    expect(faults('a: x\uD83D\n')).toEqual(['1:4 half a character stands in this text (a lone surrogate)']);
  });

  test('repeats parts a thousand times, and no more often', () => {
    const repeated = (times: number) => `a: &x b\nc: [${Array.from({ length: times }, () => '*x').join(', ')}]\n`;
    expect(faults(repeated(1000))).toEqual([]);
    expect(faults(repeated(1001))).toEqual(['2:4005 the file repeats parts with “*” more than 1000 times']);
  });

  test('is counted with all that repeats bring, before it is made', () => {
    /** Whether a text is read where so many parts are allowed. */
    const isRead = (text: string, largest: number): boolean => {
      const refusal = new Error('refused');
      const reader = new PlainReader(() => {
        throw refusal;
      }, largest);
      try {
        reader.read(parseDocument(text).contents);
        return true;
      } catch (error) {
        if (error === refusal) return false;
        throw error;
      }
    };
    /** Groups, keys and values, each of them one; `*x` is one itself beside what it repeats. */
    const PARTS: readonly (readonly [text: string, parts: number])[] = [
      ['a: &x [1, 2]\nb: *x\n', 1 + 1 + 3 + 1 + 1 + 3],
      ['a: &x 1\nb: *x\n', 1 + 1 + 1 + 1 + 1 + 1],
      ['z: [1, 2, 3]\na: &x { k: 1 }\nb: *x\n', 1 + 1 + 4 + 1 + 3 + 1 + 1 + 3],
      ['a: &x [1]\nb: &y [*x, *x]\nc: *y\n', 1 + 1 + 2 + 1 + (1 + 3 + 3) + 1 + 1 + 7],
    ];
    for (const [text, parts] of PARTS)
      expect([text, isRead(text, parts - 1), isRead(text, parts)]).toEqual([text, false, true]);
  });

  test('an alias that repeats nothing, or itself, is refused', () => {
    expect(faults('a: *x\n')).toEqual(['1:4 “*x” repeats nothing: no “&x” stands before it']);
    expect(faults('a: &x [*x]\n')).toEqual(['1:8 “*x” stands inside of what it repeats, and would never end']);
  });
});

describe('the place of a part', () => {
  const TEXT =
    'title: t\nworld:\n  device:\n    name: x\n  items:\n    - category: a\n    - &n { category: b }\n    - *n\n';
  const at = (path: readonly PropertyKey[], where?: 'key' | 'value') => {
    const { line, column } = new Locator(readYaml(TEXT, 'f')).positionOf(path, where);
    return `${line}:${column}`;
  };

  test('is that of its value or of its key; of a part that is missing that of the one above', () => {
    expect([at(['world', 'device', 'name']), at(['world', 'device', 'name'], 'key')]).toEqual(['4:11', '4:5']);
    expect([at(['world', 'device', 'x']), at(['world', 'device', 'x'], 'key')]).toEqual(['4:5', '4:5']);
    expect([at(['world', 'items', 1, 'category']), at(['world', 'items', 5])]).toEqual(['7:22', '6:5']);
    expect([at(['title', 'x']), at(['title', 0]), at([])]).toEqual(['1:8', '1:8', '1:1']);
    // What stands where an alias is has its place where it is written.
    expect([at(['world', 'items', 2]), at(['world', 'items', 2, 'category'])]).toEqual(['8:7', '7:22']);
  });

  test('is found in a file that has been loaded', () => {
    expect(placesIn(TEXT, 'f')(['world', 'items', 0, 'category'])).toEqual({ line: 6, column: 17 });
    expect(problemInFile(TEXT, 'f', ['world', 'device'], 'm', 'do')).toEqual({
      file: 'f',
      line: 4,
      column: 5,
      excerpt: '    name: x',
      message: 'm',
      advice: 'do',
    });
  });

  test('has the words that stand there, of a single value and of a hundred signs at most', () => {
    const locator = new Locator(readYaml(`${TEXT}a: 18.10\nb: ${'x'.repeat(150)}\nc:\n`, 'f'));
    const words = (...path: readonly PropertyKey[]) => locator.sourceOf(path);
    expect([words('a'), words('b'), words('c')]).toEqual(['18.10', 'x'.repeat(100), '']);
    expect([words('world'), words('nothing'), words('nothing', 'x'), words('title', 'x')]).toEqual(
      Array.from({ length: 4 }),
    );
    expect([words('world', 'items', 2, 'category'), words('world', 'items', 9)]).toEqual(['b', undefined]);
  });
});

test('what has to stand in quotes is written with its key, where it has one', () => {
  const text = 'title: t\nwhy: w\nworld: { items: [{ category: notes, needs: [3] }], device: { ios: 18.30 } }\n';
  expect(problemsOf(() => loadScenario(text, 'f')).map(({ advice }) => advice)).toEqual([
    'Put it in quotes: "3".',
    'Put it in quotes: ios: "18.30".',
  ]);
});

test('problems of the file itself come before those of the items beside it, each in their order', () => {
  const text =
    'title: t\nwhy: w\nworld:\n  itemsFile: x.jsonl\n  services: { account: no-5 }\n  backups:\n' +
    '    - { id: a, made: 2026-02-01, account: no-1 }\n    - { id: b, made: 2026-02-01, account: no-2 }\n';
  const lines = ['no-3', 'no-4'].map((account) =>
    JSON.stringify({ id: account, category: 'app', app: account, account }),
  );
  const beside = { read: () => ({ file: 'x.jsonl', text: `${lines.join('\n')}\n` }) };
  expect(problemsOf(() => loadScenario(text, 'f', 'f', beside)).map(({ file, line }) => `${file}:${line}`)).toEqual([
    'f:5',
    'f:7',
    'f:8',
    'x.jsonl:1',
    'x.jsonl:2',
  ]);
});

test('a file of items is not read where there is no folder', () => {
  const stated = { title: 't', why: 'w', world: { itemsFile: 'x.jsonl' } };
  const told = problemsOf(() =>
    scenarioFrom(stated, 'f', (complaints) =>
      complaints.map(({ path, message }) => ({ file: path.join('/'), message })),
    ),
  );
  expect(told).toEqual([{ file: 'world/itemsFile', message: 'the items in “x.jsonl” cannot be read here' }]);
});

describe('whose phone it is', () => {
  const told = (...script: readonly unknown[]) => ({ title: 't', why: 'w', world: {}, script });
  const from = (stated: object) =>
    scenarioFrom(stated as never, 'f', (complaints) =>
      complaints.map(({ path, message }) => ({ file: path.join('/'), message })),
    );
  const accountOf = (...script: readonly unknown[]) => {
    const { world, stated } = from(told(...script));
    return [world.accounts.map(({ id }) => id).join(), (stated['world'] as Plain)['accounts']];
  };
  const enters = (account: string) => ({ do: 'account.entered', account });

  test('says the first sign-in, where no account is stated, and it is written down', () => {
    expect(accountOf(enters('mara'), { do: 'settings.signedIn', account: 'mara', during: 'over' })).toEqual([
      'mara',
      [{ id: 'mara' }],
    ]);
    expect(accountOf(enters('customer'))).toEqual(['customer', undefined]);
    expect(accountOf({ do: 'screen.tapped' })).toEqual(['customer', undefined]);
  });

  test('says nothing else that names an account, and no sign-in that is wrong itself', () => {
    const faultsOf = (...script: readonly unknown[]) => problemsOf(() => from(told(...script))).map(({ file }) => file);
    expect(faultsOf({ do: 'store.passwordSkipped', account: 'ola', during: 'download' }, enters('mara'))).toEqual([
      'script/0/account',
    ]);
    expect(faultsOf({ do: 'account.entered' }, enters('mara'))).toEqual(['script/0']);
    expect(faultsOf(enters('no id!'))).toEqual(['script/0/account']);
    expect(faultsOf('x', null, enters('mara'))).toEqual(['script/0', 'script/1']);
  });

  test('is asked of what is wrong itself, which is told in words', () => {
    const wrong = (stated: object) =>
      problemsOf(() => from({ ...told(), ...stated })).map(({ file, message }) => `${file}: ${message}`);
    expect(wrong({ attempts: [null, 'x'] })).toEqual([
      'attempts/0: attempts[0]: nothing is not a group of keys',
      'attempts/1: attempts[1]: “x” is not a group of keys',
    ]);
    expect(wrong({ world: { backups: ['x', null] } })).toEqual([
      'world/backups/0: world.backups[0]: “x” is not a group of keys',
      'world/backups/1: world.backups[1]: nothing is not a group of keys',
    ]);
    expect(['x', 5, null, undefined, [], {}].map(isPlainData)).toEqual([false, false, false, false, false, true]);
    const lists = [undefined, null, 'x', { a: 'x' }, { a: ['y'] }].map((stated) => listIn(stated, 'a'));
    expect(lists).toEqual([[], [], [], [], ['y']]);
  });

  test('and what iCloud does with an item where nothing is said of it', () => {
    const { world } = from({ ...told(), world: { items: [{ category: 'app-keychain' }, { category: 'photos' }] } });
    expect(world.items.map(({ syncs }) => syncs)).toEqual(['off', 'on']);
  });

  test('and the report that a story is from stays with it', () => {
    expect(from({ ...told(), case: 'a report' }).case).toBe('a report');
    expect(from(told())).not.toHaveProperty('case');
  });

  test('is told with twenty other problems, and no more', () => {
    const backups = Array.from({ length: 20 }, (_, at) => ({ id: `b${at}`, made: '2026-02-01', account: 'nobody' }));
    const problems = problemsOf(() => from({ ...told(), world: { backups, itemsFile: 'x.jsonl' } }));
    expect(problems).toHaveLength(20);
  });
});
