import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { restoreSim } from '../cli/command.ts';
import { ANSWERED, hostileFolder, REFUSED } from '../cli/hostile-folders.ts';

/** Each broken or hostile backup by a command of its own: its exit code, and the most memory that it takes. */

/** MB. */
const LARGEST = 256;
const home = mkdtempSync(join(tmpdir(), 'restore-sim-hostile-each-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test.each([
  ...REFUSED.map((hostile) => [hostile.name, 2, hostile] as const),
  ...ANSWERED.map((hostile) => [hostile.name, 0, hostile] as const),
])('%s', async (_, code, hostile) => {
  const { status, peak, stderr } = restoreSim(['import', await hostileFolder(hostile, home)]);
  expect([status, stderr === '']).toEqual([code, code === 0]);
  expect(peak).toBeGreaterThan(0);
  expect(peak).toBeLessThan(LARGEST);
});
