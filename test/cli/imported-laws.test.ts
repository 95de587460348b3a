import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOT_OF_IMPORTS } from '../laws/not-of-imports.ts';
import { BACKUPS, readImports, TARGETS } from '../laws/imported-worlds.ts';
import { importedWorlds } from '../laws/source-of-worlds.ts';

/** Every law is tried over imported worlds as well (`law.ts`); here it is shown that those are of every kind. */

test('the table of laws that imports have no part in names laws that there are, each with its reason', () => {
  const laws = ['test/laws', 'test/unit/scenario', 'test/unit/teach', 'test/unit/stepping', 'test/unit/insight']
    .flatMap((folder) => readdirSync(resolve(folder)).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  for (const [sentence, why] of Object.entries(NOT_OF_IMPORTS)) {
    expect(laws).toContain(`'${sentence}'`);
    expect(why).toMatch(/\.$/);
  }
});

test('imported worlds are of every edition, of every lock and of whatever can be wrong', async () => {
  const read = await readImports();
  expect(new Set([...read.values()].map(({ read: { encryption } }) => encryption.state))).toEqual(
    new Set(['plain', 'unlocked', 'list open', 'locked', 'declared', 'not told']),
  );
  const drawn = fc.sample(importedWorlds().worlds, { numRuns: 150, seed: 1 });
  const of = <T>(tell: (world: (typeof drawn)[number]) => T): Set<T> => new Set(drawn.map(tell));
  expect(of(({ edition }) => edition)).toEqual(new Set(['ios7', 'ios8', 'modern']));
  expect(of(({ title }) => title).size).toBeGreaterThan(TARGETS.length);
  const stated = (key: string) => of(({ world }) => world.backups[0]?.[key]);
  expect(stated('encrypted')).toEqual(new Set([undefined, 'yes', 'unknown']));
  expect(stated('password')).toEqual(new Set([undefined, 'unknown', 'forgotten']));
  expect(stated('index')).toEqual(new Set([undefined, 'missing', 'stale']));
  expect(stated('complete')).toEqual(new Set([undefined, 'no']));
  expect(stated('damaged')).toEqual(new Set([undefined, 'yes']));
  expect(stated('keychain')).toEqual(new Set([undefined, 'moves', 'stays']));
  expect(read.size).toBe(Object.keys(BACKUPS).length);
});
