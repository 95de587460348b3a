import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The launcher and its bundle as a package has them. */
const home = mkdtempSync(join(tmpdir(), 'restore-sim-launcher-'));
const compiled = join(home, 'dist', 'cli', 'compiled');
const file = resolve('scenarios/showcase/new-iphone-icloud-photos-on.yaml');

function start(args: readonly string[], launcher = join(home, 'src', 'cli', 'bin.mjs')) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

beforeAll(() => {
  // Built anew if need be.
  start(['--help'], resolve('src/cli/bin.mjs'));
  for (const part of ['dist/cli/main.cjs', 'src/cli/bin.mjs', 'src/cli/compiled.mjs']) cpSync(part, join(home, part));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('the launcher starts the bundle and prints nothing of its own to stdout', () => {
  const run = start(['--help'], resolve('src/cli/bin.mjs'));

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

test('words that are no command leave nothing behind', () => {
  rmSync(compiled, { recursive: true, force: true });
  for (const args of [['rnu'], ['../../x'], ['run', 'nothing.yaml'], []]) start(args);
  expect(existsSync(compiled) ? readdirSync(compiled) : []).toEqual([]);
});
