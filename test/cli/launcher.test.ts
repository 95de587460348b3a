import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

test('the launcher starts the bundle and prints nothing of its own to stdout', () => {
  const run = spawnSync(process.execPath, [resolve('src/cli/bin.mjs'), '--help'], { encoding: 'utf8' });

  expect(run.status).toBe(0);
  expect(run.stdout).toContain('restore-sim');
  expect(run.stdout).not.toContain('built');
});
