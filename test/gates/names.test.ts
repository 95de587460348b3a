import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSync } from 'vite';

/** The one name that every command exports for what all of them do. */
const SHARED = new Set(['register']);

interface Declared {
  readonly id?: { readonly name: string } | null;
  readonly declarations?: readonly { readonly id: { readonly name?: string } }[];
}
interface Statement {
  readonly type: string;
  readonly declaration?: Declared | null;
  readonly specifiers?: readonly { readonly exported: { readonly name?: string } }[];
}

function exportedNames(path: string, text: string): string[] {
  const statements = parseSync(path, text).program.body as unknown as readonly Statement[];
  const names = statements
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap(({ declaration, specifiers = [] }) => [
      declaration?.id?.name,
      ...(declaration?.declarations ?? []).map(({ id }) => id.name),
      ...specifiers.map(({ exported }) => exported.name),
    ]);
  // The overloads of a function are one.
  return [...new Set(names.flatMap((name) => name ?? []))];
}

function sharedNames(files: ReadonlyMap<string, string>): string[] {
  const paths = new Map<string, string[]>();
  for (const [path, text] of files)
    for (const name of exportedNames(path, text)) paths.set(name, [...(paths.get(name) ?? []), path]);
  return [...paths]
    .filter(([name, of]) => of.length > 1 && !SHARED.has(name))
    .map(([name, of]) => `${name}: ${of.join(', ')}`);
}

const house = new Map(
  ['src', 'machines'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => [`${folder}/${file.replaceAll('\\', '/')}`, readFileSync(`${folder}/${file}`, 'utf8')] as const),
  ),
);

test('every exported name has one meaning in the whole house', () => {
  expect(house.size).toBeGreaterThan(200);
  expect(sharedNames(house)).toEqual([]);
});

test.each([
  ['two types', 'export interface Page { a: 1 }', 'export type Page = 1;'],
  ['a type and a component', 'export interface Page { a: 1 }', 'export function Page() {}'],
  ['a class and a value', 'export class Page {}', 'export const Page = 1;'],
  ['a name that is passed on', 'export class Page {}', "export { Page } from './a.ts';"],
])('%s of one name would be found', (_, a, b) => {
  const files = new Map([
    ['a.ts', a],
    ['b.ts', b],
  ]);
  expect(sharedNames(files)).toEqual(['Page: a.ts, b.ts']);
});
