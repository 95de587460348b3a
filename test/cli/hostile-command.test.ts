import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ANSWERED, type HostileFolder, hostileFolder, REFUSED } from './hostile-folders.ts';
import { importIn } from './import-in.ts';

/** What whoever imports a broken or hostile backup is told: one clear sentence, in time, and nothing is written. */

/** CPU seconds. */
const LONGEST = 2;

const home = mkdtempSync(join(tmpdir(), 'restore-sim-hostile-command-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const folderOf = (hostile: HostileFolder): Promise<string> => hostileFolder(hostile, home);
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
const output = join(home, 'case.yaml');

describe('the backup cannot be read: a sentence, 2, and nothing is written', () => {
  test.each(REFUSED)('$name', async (hostile) => {
    const folder = await folderOf(hostile);
    const before = process.cpuUsage();
    const { status, stderr, stdout } = await importIn([folder, '-o', output]);
    const { user, system } = process.cpuUsage(before);
    expect(oneLine(stderr)).toContain(hostile.says);
    expect(stderr).not.toContain('fault of ours');
    expect([status, existsSync(output)]).toEqual([2, false]);
    expect(stdout).not.toContain('The scenario was written');
    expect((user + system) / 1e6).toBeLessThan(LONGEST);
  });
});

describe('the rest tells enough: an answer that says what is wrong, and a case', () => {
  test.each(ANSWERED)('$name', async (hostile) => {
    rmSync(output, { force: true });
    const { status, stdout, stderr } = await importIn([await folderOf(hostile), '-o', output]);
    expect(oneLine(stdout)).toContain(hostile.says);
    expect([status, stderr, existsSync(output)]).toEqual([0, '', true]);
  });
});

test('an encrypted backup is never called unencrypted because a file of it is missing', async () => {
  const damages: readonly HostileFolder[] = ['Manifest.plist', 'Manifest.db', 'Status.plist', 'Info.plist'].flatMap(
    (name) =>
      [undefined, new Uint8Array(0), new TextEncoder().encode('no such file, and long enough for one'.repeat(9))].map(
        (bytes, how) => ({ name: `${name}-${how}`, of: 'locked', files: () => ({ [name]: bytes }), says: '' }),
      ),
  );
  for (const damage of damages) {
    const { stdout } = await importIn([await folderOf(damage)]);
    expect(stdout.split('\n')[0], damage.name).not.toContain('not encrypted');
    expect(stdout, damage.name).not.toContain('None is needed');
  }
});
