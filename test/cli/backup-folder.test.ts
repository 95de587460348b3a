import { chmodSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openBackup } from '../../src/cli/backup-folder.ts';
import type { FileRow } from '../../src/import/backup.ts';
import { SAMPLE_PERSON } from '../../src/import/sample/person.ts';
import type { SampleBackup, SampleWishes } from '../../src/import/sample/sample-backup.ts';
import { lockOf, madeSample, onDisk } from './samples.ts';

const folders: string[] = [];
async function sampleOnDisk(wishes: Partial<SampleWishes> = {}): Promise<{ sample: SampleBackup; folder: string }> {
  const sample = await madeSample(wishes);
  const folder = onDisk(sample);
  folders.push(folder);
  return { sample, folder };
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const PASSWORD = 'open sesame, 30 Grad';
const NEW = { outer: 500, inner: 50 };

async function rowsOf(folder: string, password?: string) {
  const backup = await openBackup(folder, { password: async () => password });
  const rows: FileRow[] = [];
  const summary = backup.eachFile((row) => rows.push(row));
  backup.close();
  return { backup, rows, summary };
}

/** What a row must say of a file of the sample. */
const told = (sample: SampleBackup, isLocked: boolean) =>
  sample.rows.map(({ domain, path, kind, size, mode, protectionClass, modified, target }) => ({
    domain,
    path,
    kind,
    size,
    mode,
    protectionClass: protectionClass === 0 ? undefined : protectionClass,
    modified,
    leadsOut: target !== undefined,
    payload: kind === 'file' ? (isLocked && size > 0 ? (Math.floor(size / 16) + 1) * 16 : size) : undefined,
  }));

describe('every row of a backup is read as it was written', () => {
  test.each([
    ['of iOS 16', {}],
    ['of iOS 10', { ios: '10.3.3' }],
    ['of iOS 9, with its Manifest.mbdb', { ios: '9.3.5' }],
    ['with rows that are only in its -wal', { inLog: 100 }],
    ['with a binary Info.plist', { info: 'binary' }],
    ['locked, of iOS 16', { lock: lockOf(PASSWORD, NEW) }],
    ['locked, of iOS 10.1, whose list is not', { ios: '10.1.1', lock: lockOf(PASSWORD, { inner: 50 }) }],
    ['locked, of iOS 9, whose list is not', { ios: '9.0', lock: lockOf(PASSWORD, { inner: 50 }) }],
  ] as [string, Partial<SampleWishes>][])('%s', async (_, wishes) => {
    const { sample, folder } = await sampleOnDisk(wishes);
    const { backup, rows, summary } = await rowsOf(folder, PASSWORD);
    expect(rows).toEqual(told(sample, wishes.lock !== undefined));
    expect(summary).toMatchObject({
      rows: sample.rows.length,
      files: sample.payload.length,
      sizeNotGiven: 0,
      payloadAbsent: 0,
      payloadOtherLength: 0,
      payloadExtra: 0,
      detailsUnreadable: 0,
      refused: 0,
    });
    expect(backup.troubles).toEqual([]);
    expect(backup.payload).toEqual({
      files: sample.payload.length,
      bytes: sample.payload.reduce((sum, { length }) => sum + length, 0),
      strange: 0,
      notFiles: 0,
    });
  });
});

test('the facts are there, and nobody can be told from them', async () => {
  const { folder } = await sampleOnDisk();
  const { backup } = await rowsOf(folder);
  expect(backup).toMatchObject({
    info: { state: 'read', facts: { productName: 'iPhone 13 mini', productVersion: '16.4' } },
    manifest: { state: 'read', facts: { version: '10.0', isEncrypted: false, hasKeybag: true } },
    status: { state: 'read', facts: { snapshotState: 'finished', backupState: 'new', missing: [] } },
    encryption: { state: 'plain' },
    list: 'database',
  });
  const text = JSON.stringify({ ...backup, name: '' });
  const { ownApp, ...personal } = SAMPLE_PERSON;
  expect(text).toContain(ownApp);
  expect(Object.values(personal).filter((secret) => text.includes(secret))).toEqual([]);
  const named = await openBackup(folder, { keepNames: true });
  expect(JSON.stringify(named.info)).toContain(SAMPLE_PERSON.deviceName);
  named.close();
});

/** Names, bytes and times of everything in a folder. */
function stateOf(folder: string): Record<string, unknown> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return Object.fromEntries(
    ['', ...names].map((name) => {
      const path = join(folder, name);
      const { mtimeMs, ctimeMs, size, mode, ino } = lstatSync(path);
      const bytes = lstatSync(path).isFile() && size < 5e6 ? readFileSync(path).toString('base64') : '';
      return [name, { mtimeMs, ctimeMs, size, mode, ino, bytes }];
    }),
  );
}

test('it only reads: with a -wal, in a folder where nothing may be written, all is as before', async () => {
  const { folder } = await sampleOnDisk({ inLog: 20, rows: 200 });
  const everything = [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((n) => join(folder, n)),
  ];
  for (const path of everything) chmodSync(path, lstatSync(path).isDirectory() ? 0o555 : 0o444);
  const before = stateOf(folder);
  const { rows } = await rowsOf(folder);
  expect(rows.length).toBeGreaterThan(100);
  expect(stateOf(folder)).toEqual(before);
  for (const path of everything) chmodSync(path, 0o755);
});
