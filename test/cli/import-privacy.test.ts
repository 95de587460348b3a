import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SAMPLE_PERSON } from '../../src/import/sample/person.ts';
import { writeBinaryPlist } from '../../src/import/sample/plist-writer.ts';
import { restoreSim } from './command.ts';
import { database, TABLE } from './hostile-parts.ts';
import { importIn } from './import-in.ts';
import { MadeBackups } from './imports.ts';

/** Nothing that tells a person passes the command: not in an answer, a scenario, a run, a message, or a journal. */

const made = new MadeBackups();
let folder = '';
let out = '';
beforeAll(async () => {
  const plain = await made.folder({ inLog: 20 });
  out = await made.folder({ rows: 120 });
  // As it lies on a computer: under the number of its device.
  folder = join(plain, SAMPLE_PERSON.udid);
  const moved = readdirSync(plain);
  const inner = await made.folder({ inLog: 20 });
  renameSync(inner, folder);
  for (const name of moved) renameSync(join(plain, name), join(out, `old-${name}`));
});
afterAll(made.remove);

/** As they are, and as a file name or a scenario id would write them. */
const SECRETS = Object.values(SAMPLE_PERSON)
  .filter((secret) => secret !== SAMPLE_PERSON.linkTarget)
  .flatMap((secret) => [secret, secret.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')])
  .concat('Antarctica', 'Troll', 'IMG_0', 'com.example.app', 'Robin', 'secretproject', '350000000000001');

function expectNobodyIn(text: string): void {
  for (const secret of SECRETS) expect(text.includes(secret), `“${secret}” in ${text.slice(0, 200)}`).toBe(false);
}

const everythingIn = (path: string): string =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const { mtimeMs, size, mode } = lstatSync(join(path, name));
      const isFile = lstatSync(join(path, name)).isFile();
      const digest = isFile
        ? createHash('sha256')
            .update(readFileSync(join(path, name)))
            .digest('hex')
        : '';
      return [name, mtimeMs, size, mode, digest].join(' ');
    })
    .join('\n');

test('answers, scenario, run and journal name nobody, and the folder stays as it was', () => {
  const before = everythingIn(folder);
  const file = join(out, 'case.yaml');
  const journal = join(out, 'case.jsonl');
  const told = restoreSim(['import', folder, '-o', file]);
  expect([told.status, told.stderr]).toEqual([0, '']);
  const asJson = restoreSim(['import', folder, '--json']);
  const run = restoreSim(['run', file, '--journal', journal]);
  expect(run.status).toBe(0);
  for (const text of [
    told.stdout,
    asJson.stdout,
    readFileSync(file, 'utf8'),
    run.stdout,
    readFileSync(journal, 'utf8'),
  ])
    expectNobodyIn(text);
  expect(everythingIn(folder)).toBe(before);
});

test('what goes wrong is told without the number of the device', () => {
  writeFileSync(join(folder, 'Manifest.plist'), 'bplist00 cut off');
  writeFileSync(join(folder, 'Status.plist'), '');
  writeFileSync(join(folder, 'Manifest.db'), 'no database at all');
  for (const args of [
    ['import', folder],
    ['import', folder, '--json'],
    ['import', folder, '--backup', '7'],
  ]) {
    const { stdout, stderr } = restoreSim(args);
    expect(stdout + stderr).not.toBe('');
    expectNobodyIn(stdout + stderr);
  }
});

test('with --keep-names names of files may pass into a file, and nowhere else', async () => {
  const kept = await made.folder();
  const refused = restoreSim(['import', kept, '--files', join(out, 'files.csv')]);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('--keep-names');
  const { status, stdout } = restoreSim(['import', kept, '--keep-names', '--files', join(out, 'files.csv')]);
  expect(status).toBe(0);
  const lines = readFileSync(join(out, 'files.csv'), 'utf8').trimEnd().split('\n');
  expect(lines[0]).toBe('domain,path,kind,bytes,changed,class,on the disk');
  expect(lines.some((line) => line.includes('Library/SMS/sms.db'))).toBe(true);
  expect(stdout).not.toContain(SAMPLE_PERSON.phoneNumber);
  expect(stdout).not.toContain(SAMPLE_PERSON.appleId);
});

/** As somebody would write them who wants to see what passes: each in every place where a text can stand. */
const NAME = 'Robin Sample';
const xml = (inside: string): Uint8Array => new TextEncoder().encode(`<?xml version="1.0"?>${inside}`);
const textOf = (name: string): string => `<key>${name}</key><string>iPhone ${NAME}</string>`;

describe('whatever in a backup could be a name, no sentence repeats it', () => {
  const everyText = (...names: readonly string[]) => xml(`<plist><dict>${names.map(textOf).join('')}</dict></plist>`);
  const metadata = writeBinaryPlist(new Map([['genre', NAME]]));
  test.each<[string, string, Uint8Array]>([
    [
      'values',
      'Info.plist',
      everyText('Product Name', 'Product Version', 'Build Version', 'iTunes Version', 'Device Name'),
    ],
    ['values', 'Status.plist', everyText('Version', 'BackupState', 'SnapshotState', 'UUID', 'Date', 'IsFullBackup')],
    ['values', 'Manifest.plist', everyText('Version', 'SystemDomainsVersion', 'RequiredProductVersion', 'IsEncrypted')],
    ['a name twice', 'Info.plist', xml(`<plist><dict>${textOf(NAME)}${textOf(NAME)}</dict></plist>`)],
    ['a name without a value', 'Info.plist', xml(`<plist><dict><key>${NAME}</key></dict></plist>`)],
    ['a text that stands nowhere', 'Status.plist', xml(`<plist><array>${NAME}<true/></array></plist>`)],
    ['a tag', 'Status.plist', xml('<plist><Robin-Sample/></plist>')],
    ['an entity', 'Manifest.plist', xml('<plist><string>&Robin-Sample;</string></plist>')],
    ['a tag that is not closed', 'Manifest.plist', xml('<plist><dict></Robin-Sample></plist>')],
    [
      'apps without what the store keeps',
      'Info.plist',
      writeBinaryPlist(
        new Map([['Applications', new Map([['invalid.robin.sample', new Map([['iTunesMetadata', metadata]])]])]]),
      ),
    ],
  ])('%s in %s', async (_, name, bytes) => {
    const spoiled = await made.folder({ rows: 120 }, (sample) => ({
      ...sample,
      files: new Map([...sample.files, [name, bytes]]),
    }));
    for (const args of [[spoiled], [spoiled, '--json']]) {
      const { stdout, stderr } = await importIn(args);
      expect(stdout).not.toBe('');
      expect((stdout + stderr).toLowerCase().replaceAll(/[^a-z]+/g, ' ')).not.toContain('robin');
    }
  });

  test('nor domains and paths that are nothing else', async () => {
    const spoiled = await made.folder({ rows: 120 });
    const list = await database(
      TABLE,
      ...['RobinDomain', 'AppDomain-robin.sample', 'AppDomainGroup-group.robin', 'HomeDomain', 'CameraRollDomain'].map(
        (domain, row) =>
          `INSERT INTO Files VALUES ('${String(row).repeat(40)}', '${domain}', 'Robin/Sample ${row}', 1, NULL)`,
      ),
    );
    writeFileSync(join(spoiled, 'Manifest.db'), list);
    const { status, stdout, stderr } = await importIn([spoiled, '--json']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.toLowerCase()).not.toContain('robin');
  });
});

test('nothing is written into the folder of a backup, although somebody asks for it', async () => {
  const kept = await made.folder({ rows: 120 });
  const before = everythingIn(kept);
  for (const args of [
    ['-o', join(kept, 'case.yaml')],
    ['--keep-names', '--files', join(kept, 'Manifest.db-wal')],
  ]) {
    const { status, stderr } = await importIn([kept, ...args]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('it would lie in the backup, which is only read')]);
  }
  expect(everythingIn(kept)).toBe(before);
});
