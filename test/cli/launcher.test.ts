import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { devNull, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The launcher and its bundle as a package has them. */
const home = mkdtempSync(join(tmpdir(), 'restore-sim-launcher-'));
const compiled = join(home, 'dist', 'cli', 'compiled');
const file = resolve('scenarios/showcase/new-iphone-icloud-photos-on.yaml');

function start(args: readonly string[], launcher = join(home, 'src', 'cli', 'bin.cjs')) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

beforeAll(() => {
  // Built anew if need be.
  start(['--help'], resolve('src/cli/bin.cjs'));
  for (const part of ['dist/cli/main.cjs', 'src/cli/bin.cjs', 'src/cli/compiled.cjs']) cpSync(part, join(home, part));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('the launcher starts the bundle and prints nothing of its own to stdout', () => {
  const run = start(['--help'], resolve('src/cli/bin.cjs'));

  expect(run.status).toBe(0);
  expect(run.stdout).toContain('restore-sim');
  expect(run.stdout).not.toContain('built');
});

test('what was compiled is kept, and tells the same; a damaged copy is made anew', () => {
  const first = start(['run', file]);
  expect(first).toMatchObject({ status: 0, stderr: '' });
  const [kept = ''] = readdirSync(compiled);
  expect(kept).toMatch(/^run-v/);
  expect(start(['run', file])).toEqual(first);

  writeFileSync(join(compiled, kept), 'damaged');
  expect(start(['run', file])).toEqual(first);
  expect(readdirSync(compiled)).toEqual([kept]);
});

test('words that are no command, and helps, leave nothing behind', () => {
  rmSync(compiled, { recursive: true, force: true });
  for (const args of [['rnu'], ['../../x'], ['run', 'nothing.yaml'], ['why', '--help'], []]) start(args);
  expect(existsSync(compiled) ? readdirSync(compiled) : []).toEqual([]);
});

test('an answer longer than a pipe holds arrives whole', () => {
  const { stdout } = start(['schema']);
  expect(stdout.length).toBeGreaterThan(100_000);
  expect(JSON.parse(stdout)).toBeTypeOf('object');
});

test('files and pipes are written to without the streams that Node would set up for them', () => {
  const forbids = `for (const name of ['stdout', 'stderr'])
    Object.defineProperty(process, name, { get() { throw new Error(name + ' was set up'); } });`;
  const started = (args: readonly string[], stdout: 'pipe' | number) => {
    const importing = ['--import', `data:text/javascript,${encodeURIComponent(forbids)}`];
    const { status, stderr } = spawnSync(process.execPath, [...importing, launcher, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', stdout, 'pipe'],
    });
    return { status, stderr };
  };
  const launcher = join(home, 'src', 'cli', 'bin.cjs');
  const answer = openSync(join(home, 'answer'), 'w');
  const nowhere = openSync(devNull, 'w');
  for (const stdout of ['pipe', answer, nowhere] as const)
    expect(started(['run', file], stdout)).toEqual({ status: 0, stderr: '' });
  closeSync(nowhere);
  closeSync(answer);
  expect(readFileSync(join(home, 'answer'), 'utf8')).toBe(start(['run', file]).stdout);
  expect(started(['run', 'nothing.yaml'], 'pipe')).toMatchObject({ status: 2 });
});

test('the launcher answers to its name of before', () => {
  expect(start(['--help'], resolve('src/cli/bin.mjs'))).toEqual(start(['--help'], resolve('src/cli/bin.cjs')));
});

test('a command is built again for what it is made of, and for nothing else', () => {
  const checkout = join(home, 'checkout');
  const inputs = resolve('dist/cli/inputs');
  for (const command of readdirSync(inputs))
    for (const input of readFileSync(join(inputs, command), 'utf8').split('\n')) {
      mkdirSync(dirname(join(checkout, input)), { recursive: true });
      writeFileSync(join(checkout, input), '');
    }
  cpSync(inputs, join(checkout, 'dist/cli/inputs'), { recursive: true });
  cpSync('src/cli/bundle.cjs', join(checkout, 'src/cli/bundle.cjs'));
  writeFileSync(join(checkout, 'dist/cli/main.cjs'), '');
  const { isStale } = createRequire(import.meta.url)(join(checkout, 'src/cli/bundle.cjs')) as {
    readonly isStale: (part: string, command?: string) => boolean;
  };
  const staleNow = (): string => ['run', 'why', '--help'].filter((command) => isStale('cli', command)).join();
  const at = (source: string, seconds: number): void => utimesSync(join(checkout, source), seconds, seconds);
  const built = Date.now() / 1000 + 60;
  at('dist/cli/main.cjs', built);

  expect(staleNow()).toBe('');
  for (const [source, stale] of [
    ['src/cli/why.ts', 'why,--help'],
    ['src/run/play.ts', 'run,why,--help'],
    ['machines/restore/restore.machine.ts', 'run,why,--help'],
    ['package-lock.json', 'run,why,--help'],
  ] as const) {
    at(source, built + 60);
    expect([source, staleNow()]).toEqual([source, stale]);
    at(source, built - 60);
  }
  // Whatever imported it has changed as well, or misses it.
  rmSync(join(checkout, 'src/cli/why.ts'));
  expect(staleNow()).toContain('why');
  expect(isStale('cli', 'run')).toBe(false);
});

test.each([
  ['into a pipe', ''],
  ['into a file', '> out.txt; cat out.txt'],
  ['into nowhere', '> /dev/null'],
])('an answer arrives as it is, %s', (where, into) => {
  const command = `"${process.execPath}" "${join(home, 'src', 'cli', 'bin.cjs')}" run --json "${file}" ${into}`;
  const told = spawnSync('sh', ['-c', command], { encoding: 'utf8', cwd: home });
  expect(told).toMatchObject({ status: 0, stderr: '' });
  expect(told.stdout).toBe(where === 'into nowhere' ? '' : start(['run', '--json', file]).stdout);
});
