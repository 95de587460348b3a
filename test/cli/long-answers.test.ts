import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/** A command ends its process itself. A pipe holds less than a long answer, all of which has to have left before. */

const command = [process.execPath, resolve('src/cli/bin.cjs')] as const;
const home = mkdtempSync(join(tmpdir(), 'restore-sim-long-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What goes into a file goes there at once, however long it is. */
function wholeAnswer(args: readonly string[]): string {
  const file = join(home, 'answer');
  const output = openSync(file, 'w');
  const { status } = spawnSync(command[0], [command[1], ...args], { stdio: ['ignore', output, 'inherit'] });
  closeSync(output);
  expect(status).toBe(0);
  return readFileSync(file, 'utf8');
}

/** A shell makes pipes, where Node makes sockets. Who reads late has the pipe full when the command ends. */
const readLate = (args: readonly string[]): string =>
  spawnSync('sh', ['-c', '"$@" | { sleep 1; cat; }', 'sh', ...command, ...args], {
    encoding: 'utf8',
    maxBuffer: 50e6,
  }).stdout;

test('it arrives whole', () => {
  const args = ['schema'];
  const whole = wholeAnswer(args);
  expect(whole.length).toBeGreaterThan(150_000);
  // Not toBe on the texts: nobody reads a difference of that length.
  expect(process.platform === 'win32' || readLate(args) === whole).toBe(true);
});
