import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SampleWishes } from '../../src/import/sample/sample-backup.ts';
import { lockOf, madeSample, onDisk } from '../cli/samples.ts';
import { BackupInPage } from '../inspector/backup-in-page.ts';
import { NODES, nodeOf } from './nodes.ts';

/** One folder, one scenario: each Node and a browser write the same, byte for byte. */

const PASSWORD = 'correct horse';
const BACKUPS: readonly (readonly [string, Partial<SampleWishes>])[] = [
  ['plain', { rows: 2000 }],
  ['with-a-log', { rows: 400, inLog: 60, seed: 3 }],
  ['locked', { rows: 600, seed: 5, lock: lockOf(PASSWORD, { outer: 500, inner: 50 }) }],
  ['of-ios-10', { rows: 400, ios: '10.1.1', seed: 9 }],
  ['of-ios-9', { rows: 400, ios: '9.3.5', seed: 11 }],
];

const home = mkdtempSync(join(tmpdir(), 'restore-sim-imported-'));
const folderOf = (name: string): string => join(home, name);
beforeAll(async () => {
  for (const [name, wishes] of BACKUPS) onDisk(await madeSample(wishes), folderOf(name));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function writtenBy(node: string, name: string): string {
  const file = join(home, `${name}.yaml`);
  const args = ['import', folderOf(name), '-o', file, '--force', '--password-stdin'];
  const { status, stderr } = spawnSync(node, [resolve('src/cli/bin.cjs'), ...args], {
    encoding: 'utf8',
    input: `${PASSWORD}\n`,
  });
  if (status !== 0 || !existsSync(file)) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return readFileSync(file, 'utf8');
}

describe.each(NODES)('Node %s', (version) => {
  test.for(BACKUPS)('%s', ([name], { skip }) => {
    const node = nodeOf(version);
    if (node === undefined) return skip(`Node ${version} cannot be had here`);
    expect(writtenBy(node, name)).toBe(writtenBy(process.execPath, name));
  });
});

test('Chromium', async () => {
  const page = await BackupInPage.start();
  try {
    for (const [name] of BACKUPS)
      expect(await page.scenarioOf(folderOf(name), PASSWORD), name).toBe(writtenBy(process.execPath, name));
    expect(page.errors).toEqual([]);
  } finally {
    await page.stop();
  }
});
