import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { floors } from './floors.ts';

const readme = readFileSync('README.md', 'utf8');
const { dependencies = {}, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** Paths in code marks and in links; the reader's own first scenario is not among them. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/[`(]((?:src|machines|test|scenarios)(?:\/[\w<>.-]+)*)\/?[`)]/g)]
    .map(([, path = '']) => path)
    .filter((path) => !path.startsWith('scenarios/mine'));

/** `<topic>` stands for any name, the same in all of the path. */
function isThere(path: string): boolean {
  if (!path.includes('<')) return existsSync(path);
  const folder = dirname(path.slice(0, path.indexOf('<') + 1));
  const name = path.slice(folder.length + 1);
  return readdirSync(folder).some((entry) => {
    const chosen = /^[\w-]+/.exec(entry)?.[0];
    return chosen !== undefined && existsSync(`${folder}/${name.replaceAll(/<\w+>/g, chosen)}`);
  });
}

test('every path that the README names exists', () => {
  const paths = pathsIn(readme);
  expect(paths.length).toBeGreaterThan(35);
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});

test('a path that is gone is found', () => {
  expect(pathsIn('see `src/gone.ts` and ![it](src/setup/gone.png)').filter((path) => !isThere(path))).toEqual([
    'src/gone.ts',
    'src/setup/gone.png',
  ]);
  expect(isThere('machines/<machine>/<machine>.gone.ts')).toBe(false);
});

test('every room stands in the README', () => {
  expect(Object.keys(floors).filter((room) => !readme.includes(`\`${room}\``))).toEqual([]);
});

test('every package it stands on has its reason, but for types and what belongs to a package that has one', () => {
  const reasons = readme.slice(readme.indexOf('## What it stands on'));
  const unsaid = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) =>
      !name.startsWith('@types/') &&
      !['react-dom', '@vitejs/plugin-react', '@vitest/browser-playwright'].includes(name) &&
      !new RegExp(`(?<![\\w@/-])${name}(?![\\w/-])`).test(reasons),
  );
  expect(unsaid).toEqual([]);
});
