import { appendFileSync, chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openBackup } from '../../src/cli/backup-folder.ts';
import type { PlistValue } from '../../src/import/binary-plist.ts';
import { readPlistDict } from '../../src/import/plist.ts';
import { writeBinaryPlist } from '../../src/import/sample/plist-writer.ts';
import { dict as dictPart, fileOf as plistOf, text as textPart, wide } from '../unit/import/plist-writer.ts';
import { type Files, hostileBackups, PASSWORD, told } from './hostile-backups.ts';
import { changedAt, dict, manifestWith, text } from './hostile-parts.ts';
import { lockOf, madeSample } from './samples.ts';

const { home, plain, locked, folderWith, sentenceOf, fileOf, remove } = await hostileBackups();
afterAll(remove);

describe('plists that are missing, empty, cut off, swapped or hostile', () => {
  test.each<[string, Files, Partial<Record<'info' | 'manifest' | 'status', string>>]>([
    ['no Info.plist', { 'Info.plist': undefined }, { info: 'missing' }],
    ['no Manifest.plist', { 'Manifest.plist': undefined }, { manifest: 'missing', info: 'read' }],
    ['no Status.plist', { 'Status.plist': undefined }, { status: 'missing' }],
    ['a Manifest.plist of 0 bytes', { 'Manifest.plist': new Uint8Array(0) }, { manifest: 'empty', status: 'read' }],
    ['a Status.plist that is cut off', { 'Status.plist': text('bplist00') }, { status: 'unreadable' }],
    [
      'an Info.plist that is cut off',
      { 'Info.plist': text('<?xml version="1.0"?><plist><dict>') },
      { info: 'unreadable' },
    ],
    [
      'an Info.plist with other kinds',
      { 'Info.plist': dict({ Applications: 5, 'Product Name': true }) },
      { info: 'read' },
    ],
    ['an empty dictionary', { 'Info.plist': dict({}), 'Status.plist': dict({}) }, { info: 'read', status: 'read' }],
    ['a list instead', { 'Info.plist': writeBinaryPlist([1, 2]) }, { info: 'unreadable' }],
  ])('%s: the rest is read all the same', async (_, files, states) => {
    const { backup, rows } = await told(folderWith(files));
    for (const [part, state] of Object.entries(states)) expect(backup?.[part as 'info']).toMatchObject({ state });
    expect(rows).toHaveLength(200);
  });

  test('swapped ones hold none of what they should', async () => {
    const swapped = { 'Manifest.plist': fileOf('Status.plist'), 'Status.plist': fileOf('Manifest.plist') };
    const { backup } = await told(folderWith(swapped));
    expect(backup?.manifest).toMatchObject({ state: 'read', facts: { hasKeybag: false } });
    expect(backup?.status).toMatchObject({
      facts: { missing: ['UUID', 'BackupState', 'SnapshotState', 'IsFullBackup'] },
    });
  });

  test('thousands of apps that point at the same metadata are read once, and too much of them not at all', async () => {
    const metadata = writeBinaryPlist(Array.from({ length: 3000 }, (_, index) => index));
    const shared = plistOf([
      dictPart([1], [2]),
      textPart('Applications'),
      dictPart(
        Array.from({ length: 20_000 }, (_, index) => index + 6),
        Array.from({ length: 20_000 }, () => 3),
      ),
      dictPart([4], [5]),
      textPart('iTunesMetadata'),
      Uint8Array.from([0x4f, 0x12, ...wide(metadata.length, 4), ...metadata]),
      ...Array.from({ length: 20_000 }, (_, index) => textPart(`app.${index}`)),
    ]);
    const { backup } = await told(folderWith({ 'Info.plist': shared }));
    expect(backup?.info.state === 'read' && backup.info.facts.storeApps?.length).toBe(20_000);
    const apart = Array.from({ length: 140 }, (_, index): [string, PlistValue] => [
      `app.${index}`,
      new Map([['iTunesMetadata', new Uint8Array(100_000)]]),
    ]);
    const much = await told(
      folderWith({ 'Info.plist': writeBinaryPlist(new Map([['Applications', new Map(apart)]])) }),
    );
    expect(much.backup?.info).toMatchObject({ problem: expect.stringContaining('bytes of metadata') });
  });

  test('65,537 objects are read', async () => {
    const many = new Map(Array.from({ length: 32_768 }, (_, index) => [`key ${index}`, `value ${index}`]));
    const { backup } = await told(folderWith({ 'Info.plist': writeBinaryPlist(many) }));
    expect(backup?.info.state).toBe('read');
  });

  test('a folder with nothing of a backup, an old one and what is no folder are refused', async () => {
    const empty = join(home, 'empty');
    mkdirSync(empty);
    expect((await told(empty)).sentence).toContain('not the folder of a backup');
    expect((await told(join(home, 'nowhere'))).sentence).toContain('there is no such folder');
    writeFileSync(join(home, 'file'), '');
    expect((await told(join(home, 'file'))).sentence).toContain('no folder');
    const old = join(home, 'old');
    mkdirSync(old);
    writeFileSync(join(old, 'Info.plist'), fileOf('Info.plist'));
    writeFileSync(join(old, `${'a'.repeat(40)}.mddata`), '');
    expect((await told(old)).sentence).toContain('iOS 3 or 4');
    const noList = await told(folderWith({ 'Manifest.db': undefined }));
    expect(noList.sentence).toContain('no list of its files');
    expect(noList.backup?.list).toBe('missing');
  });
});

describe('locks', () => {
  const encryption = async (files: Files, password: string | undefined = PASSWORD, sample = locked) =>
    (await told(folderWith(files, sample), password)).backup?.encryption;

  test('no password, a wrong one and the right one', async () => {
    const folder = folderWith({}, locked, locked.payload);
    const without = await openBackup(folder, { password: async () => undefined });
    expect(without.encryption).toEqual({ state: 'locked', why: 'no password yet' });
    expect(without.payload?.files).toBe(locked.payload.length);
    expect(() => without.eachFile(() => undefined)).toThrow('nobody has given the password');
    without.close();
    const wrong = { state: 'locked', why: 'wrong password', problem: 'This is not the password of the backup.' };
    expect(await encryption({}, 'wrong')).toEqual(wrong);
    expect(await encryption({}, '')).toEqual(wrong);
    expect(await encryption({})).toEqual({ state: 'unlocked' });
  });

  test('the right password and a damaged bag are another sentence', async () => {
    const bag = readPlistDict(fileOf('Manifest.plist', locked), 'a').get('BackupKeyBag') as Uint8Array;
    const damaged = changedAt(bag, bag.length - 2, (bag.at(-2) as number) ^ 1);
    expect(await encryption({ 'Manifest.plist': manifestWith({ BackupKeyBag: damaged }, locked) })).toMatchObject({
      why: 'damaged keybag',
      problem: expect.stringContaining('The password is right'),
    });
    const key = readPlistDict(fileOf('Manifest.plist', locked), 'a').get('ManifestKey') as Uint8Array;
    const wrongKey = { ManifestKey: changedAt(key, 20, (key[20] as number) ^ 1) };
    expect(await encryption({ 'Manifest.plist': manifestWith(wrongKey, locked) })).toMatchObject({
      why: 'damaged keybag',
      problem: 'The password is right, and the key to the list of files is damaged.',
    });
    const cut = { BackupKeyBag: bag.slice(0, bag.length - 7) };
    expect(await encryption({ 'Manifest.plist': manifestWith(cut, locked) })).toMatchObject({
      why: 'damaged keybag',
      problem: expect.stringContaining('cut off inside a value'),
    });
    const none = { BackupKeyBag: undefined };
    expect(await encryption({ 'Manifest.plist': manifestWith(none, locked) })).toMatchObject({ why: 'no keybag' });
  });

  test('a bag that asks for more rounds than any device is not tried', async () => {
    const bag = (readPlistDict(fileOf('Manifest.plist', locked), 'a').get('BackupKeyBag') as Uint8Array).slice();
    const at = bag.findIndex((_, index) => String.fromCharCode(...bag.subarray(index, index + 4)) === 'DPIC');
    new DataView(bag.buffer).setUint32(at + 8, 20_000_000);
    expect(await encryption({ 'Manifest.plist': manifestWith({ BackupKeyBag: bag }, locked) })).toMatchObject({
      why: 'too many rounds',
      problem: expect.stringContaining('20000030 rounds'),
    });
  });

  test('a list that is cut off under the right password', async () => {
    const list = fileOf('Manifest.db', locked);
    expect(await sentenceOf({ 'Manifest.db': list.slice(0, -4096) }, locked)).toContain('the password is right');
  });

  test('IsEncrypted that lies, both ways: the bytes are right, and it is said', async () => {
    const no = await told(folderWith({ 'Manifest.plist': manifestWith({ IsEncrypted: false }, locked) }, locked));
    expect(no.rows).toHaveLength(locked.rows.length);
    expect(no.backup?.troubles[0]?.message).toContain('says that the backup is not encrypted');
    const yes = { 'Manifest.plist': manifestWith({ IsEncrypted: true, ManifestKey: new Uint8Array(44) }, plain) };
    const lying = await told(folderWith(yes));
    expect(lying.rows).toHaveLength(200);
    expect(lying.backup?.encryption).toEqual({ state: 'list open' });
    expect(lying.backup?.troubles[0]?.message).toContain('says that the list of files is encrypted');
  });

  test('of iOS 10.0, sizes are locked and nothing else', async () => {
    const sample = await madeSample({ rows: 200, ios: '10.0.2', lock: lockOf(PASSWORD, { inner: 30 }) });
    const { rows, summary, backup } = await told(folderWith({}, sample), undefined);
    expect(backup?.encryption).toEqual({ state: 'list open' });
    expect(rows.map(({ path }) => path)).toEqual(sample.rows.map(({ path }) => path));
    expect(summary).toMatchObject({ detailsUnreadable: 200, sizeNotGiven: sample.payload.length });
  });
});

/** Somebody else than its owner; who is not allowed to change who they are is locked out by its mode. */
async function asNobody<T>(folder: string, act: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  else chmodSync(folder, 0o000);
  try {
    return await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
    else chmodSync(folder, 0o700);
  }
}

describe('the folder itself', () => {
  test('links that lead out of it are not followed', async () => {
    const folder = folderWith({}, plain, plain.payload);
    const { id } = plain.payload[0] as { id: string };
    rmSync(join(folder, id.slice(0, 2), id));
    symlinkSync('/etc/passwd', join(folder, id.slice(0, 2), id));
    const { summary, backup } = await told(folder);
    expect(backup?.payload?.notFiles).toBe(1);
    expect(summary?.payloadAbsent).toBe(1);
    renameSync(join(folder, 'Manifest.db'), join(home, 'elsewhere.db'));
    symlinkSync(join(home, 'elsewhere.db'), join(folder, 'Manifest.db'));
    expect((await told(folder)).sentence).toContain('this is a link');
  });

  test('payload that is absent, of another length, extra or strange is counted', async () => {
    const folder = folderWith({}, plain, plain.payload);
    const [first, second] = plain.payload as [{ id: string }, { id: string; length: number }];
    rmSync(join(folder, first.id.slice(0, 2), first.id));
    appendFileSync(join(folder, second.id.slice(0, 2), second.id), 'more');
    writeFileSync(join(folder, first.id.slice(0, 2), `${first.id.slice(0, 2)}${'0'.repeat(38)}`), 'extra');
    writeFileSync(join(folder, first.id.slice(0, 2), '.DS_Store'), 'strange');
    mkdirSync(join(folder, 'Snapshot'));
    const { summary, backup } = await told(folder);
    expect(summary).toMatchObject({ payloadAbsent: 1, payloadOtherLength: 1, payloadExtra: 1 });
    expect(backup?.payload?.strange).toBe(1);
    expect(backup?.hasSnapshot).toBe(true);
  });

  test('one that may not be read is told, with what to do', async () => {
    const folder = folderWith({});
    chmodSync(folder, 0o700);
    const { sentence } = await asNobody(folder, () => told(folder));
    expect(sentence).toMatch(/cannot be read: permission denied\n {2}\w/);
  });

  test.each(['Manifest.db-wal', 'Manifest.db'])('one whose %s is being written meanwhile is told', async (name) => {
    const folder = folderWith({});
    let isTold = false;
    const { sentence } = await told(folder, undefined, () => {
      if (!isTold) appendFileSync(join(folder, name), 'x');
      isTold = true;
    });
    expect(sentence).toContain('a backup seems to be running');
  });
});
