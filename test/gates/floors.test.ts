import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { survey } from './floors.ts';

function readHouse(): Map<string, string> {
  const files = ['src', 'machines']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file).replaceAll('\\', '/'),
      ),
    )
    .filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path))
    // The launcher finds its bundle while it runs; set-up is outside the house, and who imports from it is told.
    .filter((path) => !path.startsWith('src/setup/') && !/^src\/cli\/bin\.[cm]js$/.test(path));
  return new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));
}

function violationsOf(files: Record<string, string>): readonly string[] {
  return survey(new Map(Object.entries(files)), () => false).violations;
}

test('every import stays in its room or goes to a lower floor', () => {
  const house = survey(readHouse(), existsSync);

  expect(house.files).toBeGreaterThan(20);
  expect(house.imports).toBeGreaterThan(20);
  expect(house.violations).toEqual([]);
});

describe('the survey sees', () => {
  const item = 'export const item = 1;';

  test.each([
    [
      'an import up',
      'that is up',
      {
        'src/model/a.ts': `import { b } from '../run/b.ts';\nexport const a = b;`,
        'src/run/b.ts': 'export const b = 1;',
      },
    ],
    [
      'a type import up',
      'that is up',
      { 'src/model/a.ts': `export type A = import('../run/b.ts').B;`, 'src/run/b.ts': 'export type B = 1;' },
    ],
    [
      'a lazy import sideways',
      'sideways',
      { 'src/report/a.ts': `export const a = () => import('../insight/b.ts');`, 'src/insight/b.ts': item },
    ],
    [
      'an import from set-up',
      'in no room',
      { 'src/cli/a.ts': `export { b } from '../setup/b.mjs';\nexport const a = 1;` },
    ],
    ['a missing file', 'does not exist', { 'src/run/a.ts': `import { b } from './b.ts';\nexport const a = b;` }],
    [
      'a cycle',
      'a cycle',
      {
        'src/run/a.ts': `import { b } from './b.ts';\nexport const a = b;`,
        'src/run/b.ts': `import { a } from './a.ts';\nexport const b = a;`,
      },
    ],
    ['a barrel', 'only passes on', { 'src/run/index.ts': `export * from './a.ts';`, 'src/run/a.ts': item }],
    [
      'Node below the doors',
      'only the doors',
      { 'src/import/a.ts': `import { readFileSync } from 'node:fs';\nexport const a = readFileSync;` },
    ],
    [
      'the DOM below the doors',
      'the global document',
      { 'machines/a.machine.ts': 'export const title = () => document.title;' },
    ],
    ...(
      [
        ['Date.now()', 'the global Date'],
        ['new Date()', 'the global Date'],
        ['new Date(2026, 2, 1).getTime()', 'the global Date'],
        ['globalThis.Date.now()', 'the global globalThis'],
        ["globalThis['Date']", 'the global globalThis'],
        ['(0, eval)("Date.now()")', 'the global eval'],
        ['new Function("return Date.now()")()', 'the global Function'],
        ['(() => 1).constructor("return Date.now()")()', '.constructor'],
        ['performance.now()', 'the global performance'],
        ['Math.random()', '.random'],
        ["Math['random']()", '.random'],
        ['[Math].map((other) => other)', 'Math under another name'],
        ['Promise.resolve(1)', 'the global Promise'],
        ['Reflect.get({}, "x")', 'the global Reflect'],
        ['(async () => 1)()', 'uses promises'],
        ['((thing: { then: (tell: () => void) => void }) => thing.then(() => undefined))', '.then'],
        ['(1234.5).toLocaleString()', '.toLocaleString'],
        ["'i'.toLocaleUpperCase()", '.toLocaleUpperCase'],
        ["'i'['toLocaleLowerCase']()", '.toLocaleLowerCase'],
        ["['b', 'a'].toSorted((x, y) => x.localeCompare(y))", '.localeCompare'],
        ['new Intl.Collator()', 'the global Intl'],
        ['new WeakRef({})', 'the global WeakRef'],
        ['setTimeout(() => undefined, 1)', 'the global setTimeout'],
      ] as const
    ).map(([code, found]): [string, string, Record<string, string>] => [
      `${code} below the doors`,
      found,
      { 'src/run/a.ts': `export const a = () => ${code};` },
    ]),
    ['a clock taken apart', 'the global Date', { 'src/run/a.ts': 'const { now } = Date;\nexport const a = now;' }],
    ['chance taken apart', 'Math under', { 'src/run/a.ts': 'const { random } = Math;\nexport const a = random;' }],
    ['waiting', 'uses promises', { 'src/run/a.ts': 'export async function a() { await a(); }' }],
    [
      'a machine that waits for a promise',
      'uses fromPromise',
      { 'machines/a.machine.ts': `import { fromPromise } from 'xstate';\nexport const a = fromPromise;` },
    ],
    [
      'SQLite itself below the doors',
      'SQLite itself',
      { 'src/import/a.ts': `import start from '@sqlite.org/sqlite-wasm';\nexport const a = start;` },
    ],
    [
      'a package of another room',
      'only the doors',
      { 'src/run/a.ts': `import { SaxesParser } from 'saxes';\nexport const a = SaxesParser;` },
    ],
    ['a file outside the rooms', 'is in no room', { 'src/helpers.ts': item }],
  ])('%s', (_, told, files) => {
    expect(violationsOf(files)).toContainEqual(expect.stringContaining(told));
  });

  test('nothing wrong in a house that is in order', () => {
    const files = {
      'src/model/item.ts': item,
      'machines/restore.machine.ts':
        `// import { x } from '../src/run/x.ts'\nimport { setup } from 'xstate';\nimport { item } from ` +
        `'../src/model/item.ts';\nexport const restore = setup({}).createMachine({ id: String(item), context: ` +
        `{ process: 1 } });\nexport const where = ({ location }: { location: string }) => location;`,
      'src/cli/main.ts':
        `import { readFileSync } from 'node:fs';\nimport { restore } from ` +
        `'../../machines/restore.machine.ts';\nexport const main = async () => [restore, readFileSync, Date.now()];`,
    };
    expect(violationsOf(files)).toEqual([]);
  });
});
