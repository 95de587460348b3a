import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

/** Printed when the page is built: nothing of what they import goes into it. */
const PRINTED = new Set(['src/rulebook/case/usual-parts.ts', 'src/inspector/intake/world-fields.ts']);
/** Readers and writers, which weigh more than all that the first picture shows. */
const HEAVY = /^(?:zod|yaml|fflate|saxes|elkjs|ts-fsrs|@sqlite\.org\/|@noble\/ciphers|@tanstack\/)/;

/** What a module imports at once; types are gone before the page is built. */
function importsOf(path: string): readonly string[] {
  const { module } = parseSync(path, readFileSync(path, 'utf8'));
  const imports = module.staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest.value);
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) => (moduleRequest && !isType ? [moduleRequest.value] : [])),
  );
  return [...imports, ...exports].map((name) => (name.startsWith('.') ? join(dirname(path), name) : name));
}

/** From a module to everything that it brings along, each with the way to it. */
function waysFrom(entry: string): ReadonlyMap<string, string> {
  const ways = new Map([[entry, entry]]);
  for (const [path, way] of ways) {
    if (!/\.tsx?$/.test(path) || PRINTED.has(path) || !existsSync(path)) continue;
    for (const next of importsOf(path)) if (!ways.has(next)) ways.set(next, `${way} → ${next}`);
  }
  return ways;
}

test('what the first picture needs brings no reader along: each comes when it is asked for', () => {
  const ways = waysFrom('src/inspector/main.tsx');

  expect(ways.size).toBeGreaterThan(200);
  expect(ways.has('src/run/play.ts') && ways.has('xstate')).toBe(true);
  expect([...ways].flatMap(([path, way]) => (HEAVY.test(path) ? [way] : []))).toEqual([]);
});
