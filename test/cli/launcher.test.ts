import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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

test('the launcher answers to its name of before', () => {
  expect(start(['--help'], resolve('src/cli/bin.mjs'))).toEqual(start(['--help'], resolve('src/cli/bin.cjs')));
});
