// The quick reader and the library read the same: what the first has an answer for, the second answers alike.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { InputError } from '../../src/model/problem.ts';
import { readPlainYaml } from '../../src/scenario/plain-yaml.ts';
import { readNodes } from '../../src/scenario/read-yaml.ts';
import { timesHere } from '../laws/law.ts';
import { chanceOf, mutatedText } from '../laws/mutated-texts.ts';
import { sample } from '../unit/stories.ts';

const root = join(import.meta.dirname, '..', '..');
const shipped = ['scenarios', 'lessons'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
);
const MOST = 1_000_000;

function readByLibrary(text: string): unknown {
  try {
    return readNodes(text, 'file', 'scenario').plain;
  } catch (error) {
    return error instanceof InputError ? error.problems[0]?.message : error;
  }
}

/** How many of the texts the quick reader has an answer for. As text, because the order of keys counts too. */
function readAlike(texts: Iterable<string>): number {
  let answered = 0;
  for (const text of texts) {
    const plain = readPlainYaml(text, MOST);
    if (plain === undefined) continue;
    answered += 1;
    const quick = JSON.stringify(plain);
    const whole = JSON.stringify(readByLibrary(text));
    if (quick !== whole) expect.fail(`${JSON.stringify(text.slice(0, 2000))} is read as ${quick}, not as ${whole}`);
  }
  return answered;
}

/** Words and signs that mean something, or might. */
const SIGNS = [
  'a|b|x y|1|0x1F|0o17|1.50|-1|+2|.5|1e3|~|null|Null|true|False|.inf|.nan|-0|007|1_000|2026-01-01|12:30',
  'a:b|a#b|#c| #c|# c|- |-|-a|? |?|a: |b: |c: |"k": |key:|"q"|\'s\'|"a\\"b"|\'it\'\'s\'|{|}|[|]|, |,|: |:| |  |>',
  '&a |*a|!t |%|@|...|---|<<: |__proto__: |toString: |http://x.y/z|a/b.c|5 GB|(x)|“x”|é|\u00A0|\u2028|\u0085',
  "{ a: 1 }|[a, b]|[]|{}|a, b|a]|it's",
];
const PIECES = [
  ...SIGNS.flatMap((row) => row.split('|')),
  '|',
  '\n',
  '\n\n',
  '\n  ',
  '\n    ',
  '\n ',
  'a:\n',
  'a:\n  ',
  '- a: 1\n  ',
  '>\n  ',
  '>-\n  ',
  'words\n',
];

function* made(seeds: number): Generator<string> {
  for (let seed = 0; seed < seeds; seed += 1) {
    const chance = chanceOf(seed);
    const pieces = Array.from(
      { length: 1 + Math.floor(chance() * 10) },
      () => PIECES[Math.floor(chance() * PIECES.length)],
    );
    yield `${chance() < 0.7 ? 'a: ' : ''}${pieces.join('')}${chance() < 0.7 ? '\n' : ''}`;
  }
}

function* mutated(seeds: number): Generator<string> {
  for (let n = 0; n < seeds; n += 1) yield mutatedText(shipped, 7, n);
}

test('files as they are shipped are read alike, and nearly all of them quickly', () => {
  const quick = shipped.filter((text) => readPlainYaml(text, MOST) !== undefined);
  expect(quick.length).toBeGreaterThan(0.95 * shipped.length);
  // The library takes thirty times as long, so that a part of them has to do.
  readAlike(sample(quick.filter((_, index) => index % 4 === 0)));
});

test('whatever stands in a text, both readers read the same, or the quick one leaves it to the library', () => {
  expect(readAlike(made(timesHere(8000)))).toBeGreaterThan(timesHere(8000) / 10);
  expect(readAlike(mutated(timesHere(150)))).toBeGreaterThan(timesHere(150) / 15);
});

test('a text with more words and signs than a file may have is left to the library, which refuses it', () => {
  const text = `a: [${'b, '.repeat(30)}b]\n`;
  expect(readPlainYaml(text, MOST)).toEqual({ a: Array.from({ length: 31 }, () => 'b') });
  expect(readPlainYaml(text, text.length + 10)).toBeUndefined();
});
