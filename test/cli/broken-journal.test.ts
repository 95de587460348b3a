import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restoreSim, SMALL } from './command.ts';

let folder = '';
let whole = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'restore-sim-journal-'));
  writeFileSync(join(folder, 'x.yaml'), SMALL);
  restoreSim(['run', 'x.yaml', '--journal', 'whole.jsonl'], { cwd: folder });
  whole = readFileSync(join(folder, 'whole.jsonl'), 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compareWith(text: string) {
  writeFileSync(join(folder, 'other.jsonl'), text);
  return restoreSim(['compare', 'whole.jsonl', 'other.jsonl'], { cwd: folder });
}

describe('a journal that compare is given', () => {
  test('is compared when it is whole', () => {
    expect(compareWith(whole)).toMatchObject({ status: 0, stderr: '' });
  });

  test.each<[string, (text: string) => string, string, string]>([
    [
      'without its items',
      (text) => text.replace('"items":["messages"],', ''),
      'other.jsonl:',
      'missing “items” (a list)',
    ],
    ['cut off in a line', (text) => text.slice(0, -40), 'other.jsonl:', 'expected one JSON object'],
    ['of another program', () => '{"level":30,"msg":"hello"}\n', 'other.jsonl:1:1', 'kind of the line'],
    ['of another day', (text) => text.replaceAll('"atMs"', '"at"'), 'other.jsonl:1:1', 'missing “atMs” (a number)'],
    ['with nothing in it', () => '\n', 'other.jsonl:1:1', 'this journal has no lines'],
  ])('is refused %s, with its line', (_name, spoil, place, words) => {
    const ran = compareWith(spoil(whole));
    expect(ran.status).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toContain(place);
    expect(ran.stderr).toContain(words);
  });
});
