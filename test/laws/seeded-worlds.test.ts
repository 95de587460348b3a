import { expect, test } from 'vitest';
import table from './seeded-worlds.txt?raw';
import { digestOf, markOf, PER_LINE, type SeededWorld, worldsOfLine } from './seeded-worlds.ts';

const LINES = 60;
/** Renewed where files can be written: `UPDATE=1 npm run vitest -- --project node test/laws/seeded-worlds.test.ts`. */
const RENEWS = typeof window === 'undefined' && process.env['UPDATE'] === '1';
/** `VITE_SEEDED_LINES=8` plays the first 200 worlds alone, and compares their marks. */
const PLAYED = RENEWS ? LINES : Math.min(LINES, Number(import.meta.env['VITE_SEEDED_LINES'] ?? LINES));

const known = new Map(
  table
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' ') as [name: string, value: string]),
);
const nameOf = (line: number): string => String(line * PER_LINE).padStart(4, '0');

/** The first world that ends otherwise than the table says, as a scenario file. */
function firstOther(worlds: readonly SeededWorld[], line: number): string | undefined {
  const marks = known.get(nameOf(line)) ?? '';
  const index = worlds.findIndex((world, at) => markOf(world) !== marks.slice(at * 4, at * 4 + 4));
  const world = worlds[index];
  if (!world) return undefined;
  const isOutcome = markOf(world).slice(0, 2) !== marks.slice(index * 4, index * 4 + 2);
  return (
    `World ${line * PER_LINE + index} has another ${isOutcome ? 'outcome' : 'journal'} than on other engines or ` +
    `before. When that was meant, renew test/laws/seeded-worlds.txt (its head says how). The world:` +
    world.drama.toText()
  );
}

test(`${PLAYED * PER_LINE} seeded worlds end in the bytes that are known`, async () => {
  const outcomes: string[] = [];
  const journals: string[] = [];
  const marks: string[] = [];
  for (let line = 0; line < PLAYED; line += 1) {
    const worlds = worldsOfLine(line);
    if (!RENEWS) expect(firstOther(worlds, line)).toBeUndefined();
    outcomes.push(...worlds.map(({ outcome }) => outcome));
    journals.push(...worlds.map(({ journal }) => journal));
    marks.push(`${nameOf(line)} ${worlds.map(markOf).join('')}`);
  }
  const digests = [`outcomes ${digestOf(outcomes)}`, `journals ${digestOf(journals)}`];
  if (RENEWS) {
    const { writeFileSync } = await import('node:fs');
    const head = table.split('\n').filter((line) => line.startsWith('#'));
    writeFileSync('test/laws/seeded-worlds.txt', `${[...head, ...digests, ...marks].join('\n')}\n`);
  } else if (PLAYED === LINES) {
    expect(digests).toEqual(['outcomes', 'journals'].map((kind) => `${kind} ${known.get(kind)}`));
  }
}, 300_000);
