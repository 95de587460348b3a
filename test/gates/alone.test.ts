import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const notOurs = /^(node_modules|dist|test-results|coverage|\.git|\.cache)(\/|$)/;

function projectFiles(): string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  const listed = git.status === 0 ? git.stdout.split('\0') : [];
  // A copy without its history, or a computer without git.
  const files = listed.length > 1 ? listed : readdirSync('.', { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file !== '' && !notOurs.test(file));
}

function readText(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return text.includes('\0') ? undefined : text;
  } catch {
    // A folder, or a file that git still lists.
    return undefined;
  }
}

const anyMachine = [/(?<![\w.~}*-])\/(?:work|root)\/\w/, /(?<![\w.~}*-])\/(?:home|Users)\/\w/, /\b[a-z]:\\users\\/i];
const anyRegistry =
  /\b(?:https?:)?\/\/(?:[\w.-]*(?:artifactory|verdaccio|nexus|npmmirror)[\w.-]*|registry\.(?!npmjs\.org\b)[\w.-]+)/i;

/** What gives this very computer away, wherever it is. */
function thisMachine(): string[] {
  const registry = process.env['npm_config_registry'];
  const host = registry === undefined ? '' : new URL(registry).host;
  const folders = [process.cwd(), homedir()].filter((folder) => folder.split(/[\\/]/).filter(Boolean).length > 1);
  return [...folders, ...(host === '' || host === 'registry.npmjs.org' ? [] : [host])];
}

function traces(text: string): string[] {
  const found = [...anyMachine, anyRegistry].flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
  return [...found, ...thisMachine().filter((word) => text.includes(word))];
}

test('no file knows the computer that it was written on', () => {
  const texts = projectFiles().flatMap((path) => {
    const text = readText(path);
    return text === undefined ? [] : [{ path, text }];
  });

  expect(texts.length).toBeGreaterThan(20);
  expect(texts.flatMap(({ path, text }) => traces(text).map((trace) => `${path}: ${trace}`))).toEqual([]);
});

test.each([
  ['a folder', `see ${['', 'work', 'main'].join('/')}`],
  ['a home', `"${['', 'home', 'sam', 'x'].join('/')}"`],
  ['a registry', ['https:', '', 'registry.example.org', 'zod'].join('/')],
  ['this folder', join(process.cwd(), 'src')],
])('%s would be found', (_, text) => {
  expect(traces(text)).not.toEqual([]);
});

test('paths of an iPhone and of an address are no traces', () => {
  expect(traces(['', 'var', 'mobile', 'Library', 'x'].join('/'))).toEqual([]);
  expect(traces('https://registry.npmjs.org/zod and src/work/home/x')).toEqual([]);
});
