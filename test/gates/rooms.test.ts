import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { DOORS, floors } from './floors.ts';

// The table of the floors is the list of rooms; every other place that has to name them is compared with it.
const rooms = Object.keys(floors);
const belowDoors = rooms.filter((room) => floors[room] !== DOORS).toSorted();

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

test('every folder of code is a room', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(['machines', ...folders.map(({ name }) => `src/${name}`)].toSorted()).toEqual(
    [...rooms, 'src/setup'].toSorted(),
  );
});

test('the strict lint rules hold below the doors, and nowhere else', () => {
  const { overrides } = readJson('.oxlintrc.json') as {
    readonly overrides: readonly {
      readonly files: readonly string[];
      readonly rules: Readonly<Record<string, unknown>>;
    }[];
  };
  const strict = overrides.filter(({ rules }) => 'eslint/no-restricted-globals' in rules);
  expect(strict).toHaveLength(1);
  expect(strict.flatMap(({ files }) => files).toSorted()).toEqual(belowDoors.map((room) => `${room}/**`));
});

test('the types of the core are checked without those of Node and of the browser', () => {
  const { include } = readJson('src/setup/tsconfig.core.json') as { readonly include: readonly string[] };
  expect(include.map((path) => join('src/setup', path).replaceAll('\\', '/')).toSorted()).toEqual(belowDoors);
});

test('a change in any room below the doors makes the builds stale', async () => {
  const { core: builtFrom } = (await import(pathToFileURL(resolve('src/cli/bundle.cjs')).href)) as {
    readonly core: readonly string[];
  };
  expect(builtFrom.toSorted()).toEqual(belowDoors);
});
