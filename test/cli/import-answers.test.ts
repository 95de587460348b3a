import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openBackup } from '../../src/cli/backup-folder.ts';
import { backupsIn } from '../../src/cli/backups-in.ts';
import type { PlistDict, PlistValue } from '../../src/import/binary-plist.ts';
import { readPlistDict } from '../../src/import/plist.ts';
import { writeBinaryPlist } from '../../src/import/sample/plist-writer.ts';
import type { SampleBackup } from '../../src/import/sample/sample-backup.ts';
import { must } from '../../src/model/must.ts';
import { play } from '../../src/run/play.ts';
import { LOCK, MadeBackups, told } from './imports.ts';
import { madeSample, onDisk } from './samples.ts';

/** What people ask of a backup: a generated one goes in, and the sentence that they need comes out. */

const made = new MadeBackups();
afterAll(made.remove);

/** The sample with the values of one of its plists changed; undefined takes a key away. */
const withPlist =
  (name: string, changes: Readonly<Record<string, PlistValue | undefined>>) =>
  (sample: SampleBackup): SampleBackup => {
    const old: PlistDict = readPlistDict(must(sample.files.get(name), name), name);
    const changed = new Map(old);
    for (const [key, value] of Object.entries(changes))
      if (value === undefined) changed.delete(key);
      else changed.set(key, value);
    return { ...sample, files: new Map([...sample.files, [name, writeBinaryPlist(changed)]]) };
  };
const without =
  (name: string) =>
  (sample: SampleBackup): SampleBackup => ({
    ...sample,
    files: new Map([...sample.files].filter(([file]) => file !== name)),
  });

test('what does it hold? its kinds of data, the largest first, and what becomes of each', async () => {
  const { text, summary } = await told(await made.plain());
  expect(text).toContain('iPhone 13 mini, iOS 16.4, backed up 1 March 2026: not encrypted.');
  expect(text).toMatch(/Photos and videos \d+ [\d.]+ MB 202\d-\d\d-\d\d C ✓ Restored/);
  expect(text).toContain('Files under “On My iPhone”');
  expect(text).toContain('containers of apps, extensions and parts of iOS without any file');
  const sizes = must(summary.list, 'a list').items.map(({ bytes }) => bytes);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
});

describe('is it whole, and will it go through?', () => {
  test('all checks of a whole one pass, or are the device’s own', async () => {
    const { summary } = await told(await made.plain(), {
      changes: { 'device.free': '64 GB', 'device.findMy': 'off' },
    });
    expect(summary.checks.filter(({ state }) => state !== 'passed').map(({ id }) => id)).toEqual(['icloud-restore']);
    expect(play(summary.scenario).outcome).toMatch(/^completed/);
  });

  test('what no file tells of the device is known where somebody has said it', async () => {
    const openIn = async (device: string, changes: Readonly<Record<string, string>>) =>
      (await told(await made.plain(), { device, changes })).summary.checks
        .filter(({ state }) => state === 'not-knowable')
        .map(({ id }) => id);
    expect(await openIn('same', {})).toEqual(['icloud-restore', 'find-my', 'room']);
    expect(await openIn('same', { 'device.state': 'new', 'device.free': '64 GB' })).toEqual([]);
    expect(await openIn('iPad Air', { 'device.state': 'new', 'device.free': '64 GB' })).toEqual(['shared-ipad']);
    const { text, summary } = await told(await made.plain(), { changes: { 'device.findMy': 'on' } });
    expect(text).toContain('It is on, as was said. A person would see error 211');
    expect(play(summary.scenario).journal.toText()).toContain('findMy.turnedOff');
    expect(text).not.toContain('Is Find My off on the device?');
  });

  test.each([
    ['19.0', 'not-knowable', 'devices were seen to take 20.0 to 24.0. Outside of its range a device answers'],
    ['25.0', 'not-knowable', 'Outside of its range a device answers with error 203'],
    ['20.0', 'passed', 'that of its list of domains is 20.0'],
    [undefined, 'passed', 'Its version is 10.0.'],
  ])('a list of domains of version %s', async (version, state, found) => {
    const folder = await made.folder({}, withPlist('Manifest.plist', { SystemDomainsVersion: version }));
    const { summary } = await told(folder);
    expect(summary.checks.find(({ id }) => id === 'versions')).toMatchObject({
      state,
      found: expect.stringContaining(found),
    });
  });

  test('files that the list names and nobody finds: it ends as “corrupt”, and so does the run', async () => {
    const { text, summary } = await told(
      await made.folder({}, (sample) => ({ ...sample, payload: sample.payload.slice(3) })),
    );
    expect(text).toMatch(
      /3 of \d+ files are missing\. The restore stops when it comes to them, which can be an hour after it began\./,
    );
    expect(text).toContain('error 205: several errors while files were copied');
    expect(play(summary.scenario).ledger.rows.find(({ id }) => id === 'photos')?.rule).toBe('listing/stale-index');
  });

  test.each([
    ['uploading', without('Manifest.plist'), 'nothing older lies beneath', 'error 204', 'listing/never-completed'],
    ['moving', (same: SampleBackup) => same, 'still being put together', undefined, undefined],
    ['uploading', (same: SampleBackup) => same, 'takes the older state', undefined, undefined],
    ['lost', (same: SampleBackup) => same, 'none that a device knows', 'error 205', 'listing/never-completed'],
  ])('a copy that stands at “%s”', async (state, but, found, error, rule) => {
    const { text, summary } = await told(
      await made.folder({}, (sample) => but(withPlist('Status.plist', { SnapshotState: state })(sample))),
      { device: 'iPhone 16, iOS 18.3' },
    );
    expect(text).toContain(found);
    if (error !== undefined) expect(text).toContain(error);
    expect(play(summary.scenario).ledger.rows.find(({ id }) => id === 'photos')?.rule ?? undefined).toBe(rule);
  });

  test.each([
    ['Status.plist', 'There is no Status.plist.', 'error 204'],
    ['Manifest.db', 'It is missing: only it says what the files are.', 'names Manifest.db'],
  ])('without %s', async (name, found, error) => {
    const { text, summary } = await told(await made.folder({}, without(name)));
    expect(text).toContain(found);
    expect(text).toContain(error);
    expect(play(summary.scenario).outcome).not.toMatch(/^completed/);
  });

  test('no key bag: refused although nothing is encrypted', async () => {
    const { text } = await told(await made.folder({}, withPlist('Manifest.plist', { BackupKeyBag: undefined })));
    expect(text).toContain('A device asks for it even where nothing is encrypted. A person would see error 205');
  });

  test('“finished” beside an empty Manifest.plist is not finished', async () => {
    const empty = (sample: SampleBackup) => ({
      ...sample,
      files: new Map([...sample.files, ['Manifest.plist', new Uint8Array()]]),
    });
    expect((await told(await made.folder({}, empty))).text).toContain(
      'It says “finished”, and Manifest.plist beside it is empty.',
    );
  });

  test('a newer iOS than the device runs, and the way round it', async () => {
    const { text, summary } = await told(await made.plain(), { device: 'iPhone 12, iOS 15.8' });
    expect(text).toContain('It needs iOS 16.4, and the device runs iOS 15.8. A person would see error 203');
    expect(text).toContain('Way out: Update the device to iOS 16.4 or later');
    expect(play(summary.scenario).ledger.rows.find(({ id }) => id === 'photos')?.rule).toBe('listing/newer-ios');
  });

  test('will it fit? the files against the room', async () => {
    const folder = await made.plain();
    const { text, summary } = await told(folder, { changes: { 'device.free': '100 MB' } });
    expect(text).toMatch(
      /The files take [\d.]+ MB; apps come from the App Store on top of that\. 100 MB are free: [\d.]+ MB too little\./,
    );
    expect(text).toContain('error 106, 105 on older ones: not enough room on the device');
    expect(play(summary.scenario).ledger.rows.find(({ id }) => id === 'photos')?.rule).toBe('placement/no-space');
    expect((await told(folder, { changes: { 'device.free': '16 GB' } })).text).toContain('16 GB are free.');
  });
});

describe('what is not in it, and why', () => {
  test('a plain one has no Safari history: it was not encrypted', async () => {
    const { text } = await told(await made.plain());
    expect(text).toContain(
      'Safari history. The computer backup was not encrypted, so the browser history was not written.',
    );
    expect(text).toContain('In no computer backup at all: Apps, Mail messages, Cards in Apple Pay');
  });

  test('an encrypted one without it: encryption is not why, and that is said', async () => {
    const folder = await made.locked();
    const { text, summary } = await told(folder, { password: 'secret', lacks: /Safari\/History/ });
    expect(text).toContain('Safari history. The list of the backup does not name it, and no rule says why.');
    expect(summary.absent).toMatchObject([{ item: 'safari-history', isUnexplained: true }]);
  });

  test('ProtectedDomain are certificates that somebody trusted', async () => {
    expect((await told(await made.plain())).text).toContain('Certificates trusted by hand (ProtectedDomain)');
  });

  test('apps do not come back: no list of them for the App Store', async () => {
    const { text, summary } = await told(await made.folder({}, withPlist('Info.plist', { Applications: undefined })));
    expect(text).toContain(
      'The list of apps for the App Store (Info.plist, Applications). Nothing says which apps to install',
    );
    const app = must(
      summary.scenario.world.items.find(({ category }) => category === 'app'),
      'an app',
    );
    expect(play(summary.scenario).ledger.rows.find(({ id }) => id === app.id)?.rule).toBe('backup/no-list-of-apps');
  });
});

describe('a password', () => {
  test('nobody has: all that can be told is told, and the rest is asked', async () => {
    const { text, summary } = await told(await made.locked());
    expect(text).toContain('encrypted, and locked: what is in it needs its password.');
    expect(text).toContain('Come again from the App Store: Instagram, Google Chrome, Spotify, WhatsApp Messenger,');
    expect(text).toContain(
      'By its key bag, passwords and codes open on another device too, with the password of the backup.',
    );
    expect(text).toContain(
      'It was set once, perhaps on another computer or by an organisation, and holds for every later backup.',
    );
    expect(play(summary.scenario).ledger.rows.every(({ fate }) => fate === 'unknown')).toBe(true);
  });

  test('that is wrong is told as error 207, and the run ends there', async () => {
    const { text, summary } = await told(await made.locked(), { password: 'other' });
    expect(text).toContain('The password that was given does not open it. A person would see error 207');
    expect(play(summary.scenario).ledger.rows[0]?.rule).toBe('listing/backup-password');
  });

  test('that is right opens it, and its keys may move to another device', async () => {
    const { summary } = await told(await made.locked(), {
      password: 'secret',
      device: 'iPhone 16, iOS 18.3',
    });
    const rows = new Map(play(summary.scenario).ledger.rows.map((row) => [row.id, row.fate]));
    expect([rows.get('passwords'), rows.get('health'), rows.get('safari-history')]).toEqual([
      'restored',
      'restored',
      'restored',
    ]);
  });

  test('without one they stay with the device that made it, by its own key bag', async () => {
    const { summary } = await told(await made.plain(), {
      device: 'iPhone 16, iOS 18.3',
      changes: { 'services.keychain': 'off' },
    });
    expect(play(summary.scenario).ledger.rows.find(({ id }) => id === 'passwords')).toMatchObject({
      fate: 'excluded',
      rule: 'keychain/tied-by-the-key-bag',
    });
  });

  test('a backup that says it is not encrypted and is', async () => {
    const { text } = await told(await made.folder({ lock: LOCK }, withPlist('Manifest.plist', { IsEncrypted: false })));
    expect(text).toContain('The backup says that it is not encrypted, and its list of files is.');
  });
});

test('where the backup and the rule book disagree, both sides are told', async () => {
  const { summary, text } = await told(await made.locked(), { password: 'secret' });
  expect(summary.disagreements.map(({ rule }) => rule)).toEqual(['capture/home-not-on-the-computer']);
  expect(text).toContain('The list of the backup names it. The rule book says: Home data are part of no local backup');
});

test('several backups in one folder are listed, each with its number and no name', async () => {
  const parent = must(await made.folder(), 'a folder');
  for (const file of readdirSync(parent)) rmSync(join(parent, file), { recursive: true });
  onDisk(await madeSample({ rows: 120 }), join(parent, 'one'));
  onDisk(await madeSample({ rows: 120, lock: LOCK }), join(parent, 'two'));
  // Two of which little is told, and one of them cannot even be opened: they stand last, and hide no other.
  for (const name of ['empty', 'linked']) mkdirSync(join(parent, name));
  writeFileSync(join(parent, 'empty', 'Manifest.plist'), '');
  symlinkSync(join(parent, 'one', 'Manifest.db'), join(parent, 'linked', 'Manifest.db'));
  const found = await backupsIn(parent);
  expect(found.map(({ facts }) => facts)).toMatchObject([
    { number: 1, model: 'iPhone 13 mini', ios: '16.4', encrypted: 'no' },
    { number: 2, model: 'iPhone 13 mini', ios: '16.4', encrypted: 'yes' },
    { number: 3, model: 'unknown', ios: 'unknown', made: 'unknown' },
    { number: 4, model: 'unknown', ios: 'unknown', made: 'unknown' },
  ]);
  for (const name of ['one', 'empty', 'linked']) rmSync(join(parent, name), { recursive: true });
  expect(await backupsIn(parent)).toHaveLength(1);
});

test('where is the folder? a folder without backups says where they lie', async () => {
  const folder = await made.folder({ rows: 120 });
  for (const file of readdirSync(folder)) rmSync(join(folder, file), { recursive: true });
  writeFileSync(join(folder, 'notes.txt'), 'nothing');
  await expect(backupsIn(folder)).rejects.toThrow(/~\/Library\/Application Support\/MobileSync\/Backup.*%APPDATA%/s);
  await expect(openBackup(join(folder, 'none'))).rejects.toThrow('there is no such folder');
});
