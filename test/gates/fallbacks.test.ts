import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STAND_IN_KINDS, type StandInKind, standInsOf } from './stand-ins.ts';

/*
 * A stand-in such as `?? 0` for a value that cannot be missing carries on with something untrue; `must` from
 * src/model/must.ts stops and says what is missing. Some stand-ins are wanted: a default, or the word for “none”. So
 * they are not forbidden but counted, in every shape that says the same, and each count may only fall: whoever takes
 * some away lowers it here (set it to 0, and the test says where they are).
 */
const CEILINGS: Readonly<Record<StandInKind, number>> = {
  'missing or else': 63,
  'set if missing': 4,
  'empty or else': 5,
  'asked first': 7,
  'in a pattern': 14,
  'an empty name': 2,
};

const files = ['src', 'machines'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|mjs)$/.test(name))
    .map((name) => `${folder}/${name}`)
    .toSorted(),
);
const all = files.flatMap((file) =>
  standInsOf(file, readFileSync(file, 'utf8')).map(({ kind, line, text }) => ({
    kind,
    says: `${file}:${line} ${text.slice(0, 80)}`,
  })),
);

test.each(STAND_IN_KINDS)('stand-ins for what is missing become fewer, never more: %s', (kind) => {
  expect(files.length).toBeGreaterThan(300);
  const found = all.filter((one) => one.kind === kind).map(({ says }) => says);
  const words = `${found.length} of the kind “${kind}”; lower CEILINGS when there are fewer:\n${found.join('\n')}`;
  expect(found.length, words).toBeLessThanOrEqual(CEILINGS[kind]);
});

test.each([
  ["const a = b ?? '';", 'missing or else'],
  ['const a = row?.gate ??\n  null;', 'missing or else'],
  ['f((known as string[]) ?? ([] as string[]));', 'missing or else'],
  ['a = ios ?? `none`;', 'missing or else'],
  ['a = seen.get(b) ?? new Set();', 'missing or else'],
  ['part[key] ??= {};', 'set if missing'],
  ["a = words.join(', ') || 'none';", 'empty or else'],
  ['const a = b.c === undefined ? 0 : b.c;', 'asked first'],
  ['const a = b.c !== null ? (b.c) : "";', 'asked first'],
  ["const [first = ''] = words;", 'in a pattern'],
  ['const { a: { b = [] } } = c;', 'in a pattern'],
  ['const NONE: readonly string[] = [];\nconst a = (b) => b ?? NONE;', 'an empty name'],
] as const)('%s is one', (source, kind) => expect(standInsOf('a.ts', source).map((one) => one.kind)).toEqual([kind]));

test.each([
  'a = item.account ?? app.account;',
  'x ??= make();',
  'must(row, id);',
  'const DAY = 24;\nconst a = b ?? DAY;',
  'function f({ a = 1 }: Options, b = 0) {}',
  'const a = b === undefined ? 0 : b.size;',
  'const a = isThere || false;',
])('%s is none', (source) => expect(standInsOf('a.ts', source)).toEqual([]));
