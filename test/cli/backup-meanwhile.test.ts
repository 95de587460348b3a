import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { PayloadIndex } from '../../src/import/payload-index.ts';
import { type ImportEnd, importIn } from './import-in.ts';
import { LOCK, MadeBackups } from './imports.ts';

/** A folder that a backup is being written to while the command reads it: one sentence, and nothing written. */

const made = new MadeBackups();
const home = mkdtempSync(join(tmpdir(), 'restore-sim-meanwhile-'));
afterAll(() => {
  made.remove();
  rmSync(home, { recursive: true, force: true });
});
afterEach(() => void vi.restoreAllMocks());

const PAYLOAD = 'ab'.repeat(20);
const replace = (folder: string, name: string): void => {
  writeFileSync(join(folder, `${name}.new`), readFileSync(join(folder, name)));
  renameSync(join(folder, `${name}.new`), join(folder, name));
};
const CHANGES: Readonly<Record<string, (folder: string) => void>> = {
  'Manifest.db grows': (folder) => appendFileSync(join(folder, 'Manifest.db'), 'x'),
  'Manifest.db is cut': (folder) => truncateSync(join(folder, 'Manifest.db'), 8192),
  'Manifest.db is replaced': (folder) => replace(folder, 'Manifest.db'),
  'Manifest.db vanishes': (folder) => rmSync(join(folder, 'Manifest.db')),
  'Manifest.db-wal appears': (folder) => writeFileSync(join(folder, 'Manifest.db-wal'), 'x'),
  'Status.plist is replaced': (folder) => replace(folder, 'Status.plist'),
  'Status.plist vanishes': (folder) => rmSync(join(folder, 'Status.plist')),
  'Info.plist grows': (folder) => appendFileSync(join(folder, 'Info.plist'), ' '),
  'a folder Snapshot appears': (folder) => mkdirSync(join(folder, 'Snapshot')),
  'a payload file appears': (folder) => writeFileSync(join(folder, first(folder), PAYLOAD), 'x'),
  'a folder of payload vanishes': (folder) => rmSync(join(folder, first(folder)), { recursive: true }),
};
/** A folder of payload that every sample has: the one of its messages. */
const first = (folder: string): string => (existsSync(join(folder, '3d')) ? '3d' : '.');

/** Runs the command, and has the folder changed in the middle of the list. */
async function importWhile(folder: string, act: (folder: string) => void): Promise<ImportEnd> {
  const { lengthOf } = PayloadIndex.prototype;
  let asked = 0;
  vi.spyOn(PayloadIndex.prototype, 'lengthOf').mockImplementation(function (this: PayloadIndex, bytes, start) {
    asked += 1;
    if (asked === 20) act(folder);
    return lengthOf.call(this, bytes, start);
  });
  return importIn([folder, '-o', join(home, 'case.yaml'), '--keep-names', '--files', join(home, 'files.csv')]);
}

/** Its sentence, and whatever was written all the same. */
const endOf = ({ status, stdout, stderr }: ImportEnd) => ({
  status,
  stdout,
  isTold: /changed while it was read: a backup seems to be running\n +Wait until the backup has ended/.test(stderr),
  hasStack: /\n +at /.test(stderr),
  written: ['case.yaml', 'files.csv'].filter((name) => existsSync(join(home, name))),
});
const TOLD = { status: 2, stdout: '', isTold: true, hasStack: false, written: [] };

test.each(Object.entries(CHANGES))('%s', async (_, act) => {
  expect(endOf(await importWhile(await made.folder(), act))).toEqual(TOLD);
});

test.each([
  ['payload of iOS 9 appears', (folder: string) => writeFileSync(join(folder, PAYLOAD), 'x')],
  ['Manifest.mbdb grows', (folder: string) => appendFileSync(join(folder, 'Manifest.mbdb'), 'x')],
])('%s', async (_, act) => {
  expect(endOf(await importWhile(await made.folder({ ios: '9.3.5' }), act))).toEqual(TOLD);
});

test('while a locked one waits for its password', async () => {
  const folder = await made.folder({ lock: LOCK });
  const { openBackup } = await import('../../src/cli/backup-folder.ts');
  const opened = openBackup(folder, {
    password: async () => {
      replace(folder, 'Manifest.db');
      return 'secret';
    },
  });
  const read = await opened;
  expect(() => read.eachFile(() => undefined)).toThrow('a backup seems to be running');
  read.close();
});

test('a folder that rests is read', async () => {
  const { status, stderr } = await importWhile(await made.folder(), () => undefined);
  expect([status, stderr]).toEqual([0, '']);
});
