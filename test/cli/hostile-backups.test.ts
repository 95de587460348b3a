import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBackup } from '../../src/cli/backup-folder.ts';
import { startSqlite } from '../../src/cli/sqlite.ts';
import type { BackupRead, FileRow, ListSummary } from '../../src/import/backup.ts';
import type { PlistValue } from '../../src/import/binary-plist.ts';
import { readPlistDict } from '../../src/import/plist.ts';
import { mbFileOf, type SampleFile } from '../../src/import/sample/list-writer.ts';
import { writeBinaryPlist } from '../../src/import/sample/plist-writer.ts';
import type { SampleBackup } from '../../src/import/sample/sample-backup.ts';
import { InputError } from '../../src/model/problem.ts';
import { dict as dictPart, fileOf as plistOf, text as textPart, wide } from '../unit/import/plist-writer.ts';
import {
  changedAt,
  database,
  dict,
  fileOf as partOf,
  inACircle,
  manifestWith,
  oneValueInEveryRow,
  TABLE,
  text,
  unfolding,
} from './hostile-parts.ts';
import { lockOf, madeSample, onDisk } from './samples.ts';

const PASSWORD = 'correct horse';
/** No backup may take longer, in milliseconds, to be read or refused. */
const LONGEST = 2000;

const home = mkdtempSync(join(tmpdir(), 'restore-sim-hostile-'));
let made = 0;
let plain: SampleBackup;
let locked: SampleBackup;
beforeAll(async () => {
  plain = await madeSample({ rows: 200 });
  locked = await madeSample({ rows: 200, lock: lockOf(PASSWORD, { outer: 300, inner: 30 }) });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Files = Readonly<Record<string, Uint8Array | undefined>>;
/** A sample with some of its files replaced, or left out; its payload only where it matters. */
function folderWith(files: Files, sample = plain, payload: SampleBackup['payload'] = []): string {
  const changed = new Map(sample.files);
  for (const [name, bytes] of Object.entries(files)) {
    if (bytes) changed.set(name, bytes);
    else changed.delete(name);
  }
  made += 1;
  return onDisk({ ...sample, files: changed, payload }, join(home, String(made)));
}

interface Told {
  readonly sentence: string | undefined;
  readonly backup: BackupRead | undefined;
  readonly rows: readonly FileRow[];
  readonly summary: ListSummary | undefined;
}

/** Reads all of it; whatever is wrong has to be a sentence, in time. */
async function told(folder: string, password: string | undefined = PASSWORD, onRow?: () => void): Promise<Told> {
  const rows: FileRow[] = [];
  const started = process.cpuUsage();
  let backup: BackupRead | undefined;
  let summary: ListSummary | undefined;
  let sentence: string | undefined;
  try {
    backup = await openBackup(folder, { password: async () => password });
    summary = backup.eachFile((row) => {
      rows.push(row);
      onRow?.();
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    sentence = error.message;
  } finally {
    backup?.close();
  }
  // Of this process alone: on a busy machine the clock says nothing.
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(LONGEST);
  return { sentence, backup, rows, summary };
}
const sentenceOf = async (files: Files, sample?: SampleBackup): Promise<string | undefined> =>
  (await told(folderWith(files, sample))).sentence;

const fileOf = (name: string, sample = plain): Uint8Array => partOf(name, sample);

describe('a list that is none', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['empty', () => new Uint8Array(0), 'it is empty'],
    ['a text', () => text('this is no database, and longer than a header '.repeat(40)), 'it is no database'],
    ['only a header', () => fileOf('Manifest.db').slice(0, 100), 'damaged or cut off'],
    ['cut in the middle', () => fileOf('Manifest.db').slice(0, fileOf('Manifest.db').length / 2), 'damaged or cut off'],
    ['a database of something else', () => database('CREATE TABLE Things (a)'), 'has no table “Files”'],
    [
      'without a column',
      () => database('CREATE TABLE Files (fileID, domain, flags, file)'),
      'no column “relativePath”',
    ],
    [
      'with a computed column',
      () => database('CREATE TABLE Files (fileID, domain, relativePath, flags, file AS (zeroblob(1e9)))'),
      'no column “file” of its own',
    ],
    [
      'a view without end',
      () =>
        database(
          'CREATE VIEW Files AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ' +
            'SELECT i AS fileID, i AS domain, i AS relativePath, 1 AS flags, NULL AS file FROM n',
        ),
      'no ordinary table',
    ],
    [
      'a virtual table',
      () => database('CREATE VIRTUAL TABLE Files USING fts5(fileID, domain, relativePath, flags, file)'),
      'no ordinary table',
    ],
    [
      'with one giant value',
      () => database(TABLE, "INSERT INTO Files VALUES ('a', 'b', 'c', 1, zeroblob(6000000))"),
      'far larger than those of a backup',
    ],
    ['with pages in a circle', () => inACircle(fileOf('Manifest.db')), 'damaged or cut off'],
    ['with pages that are used again and again', () => unfolding(fileOf('Manifest.db')), 'damaged or cut off'],
    ['with one value in every row', () => oneValueInEveryRow(), 'damaged or cut off'],
    ['of a page size that cannot be', () => changedAt(fileOf('Manifest.db'), 16, 0x33), 'it is no database'],
  ])('%s', async (_, bytes, sentence) => {
    const said = await sentenceOf({ 'Manifest.db': await bytes() });
    expect(said).toContain(sentence);
    expect(said).toContain('Manifest.db: ');
  });

  test('a schema of thousands of tables', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `CREATE TABLE t${index} (a, b, c)`);
    expect(await sentenceOf({ 'Manifest.db': await database(TABLE, ...many) })).toContain('Manifest.db: ');
  });

  test('what a schema would call is not called', async () => {
    const evil = await database(
      TABLE.replace('file BLOB', 'file BLOB, CHECK (length(randomblob(900000000)) > 0)').replace(
        'TEXT PRIMARY KEY',
        'TEXT',
      ),
      'CREATE TRIGGER t AFTER INSERT ON Files BEGIN SELECT randomblob(900000000); END',
      'CREATE INDEX i ON Files(lower(domain))',
    );
    expect(await sentenceOf({ 'Manifest.db': evil })).toBeUndefined();
  });
});

describe('rows that no backup has', () => {
  const good = '3d0d7e5fb2ce288813306e4d4636395e047a3d28';
  const row = (id: string, domain = "'HomeDomain'", path = "'a'", file = 'NULL') =>
    `INSERT INTO Files VALUES (${id}, ${domain}, ${path}, 1, ${file})`;
  test('a number, a blob, a path as fileID; a domain or path that leads elsewhere: left out and counted', async () => {
    const list = await database(
      TABLE.replace('TEXT PRIMARY KEY', ''),
      row(`'${good}'`),
      row("'../../../../etc/passwd/aaaaaaaaaaaaaaaaaaa'"),
      row('12'),
      row(`x'${'61'.repeat(40)}'`),
      row('NULL'),
      row(`'${good.toUpperCase()}'`),
      row(`'${good}'`, "'../Home'"),
      row(`'${good}'`, "'HomeDomain'", "'a/../../b'"),
      row(`'${good}'`, "'HomeDomain'", "x'61'"),
      row(`'${good}'`, 'NULL'),
    );
    const { rows, summary } = await told(folderWith({ 'Manifest.db': list }));
    expect(rows.map(({ domain, path, size }) => [domain, path, size])).toEqual([['HomeDomain', 'a', undefined]]);
    expect(summary).toMatchObject({ rows: 10, refused: 9, files: 1, sizeNotGiven: 1, detailsUnreadable: 1 });
  });

  test('sizes, classes and dates beyond reason are not given, and are not 0', async () => {
    const { sqlite } = await startSqlite();
    const opened = new sqlite.oo1.DB(':memory:');
    opened.exec(TABLE);
    const file: SampleFile = {
      domain: 'HomeDomain',
      path: 'a',
      kind: 'file',
      size: 5,
      mode: 0o100644,
      protectionClass: 3,
      modified: 1_600_000_000,
    };
    const strange: Partial<SampleFile>[] = [
      { size: -1 },
      { size: 14e15 },
      { size: 2 ** 60 },
      { size: 11.5 },
      { modified: -5 },
      { modified: 2 ** 40 },
      { mode: 1e9 },
      { protectionClass: 7000 },
    ];
    for (const [index, change] of strange.entries())
      opened.exec('INSERT INTO Files VALUES (?, ?, ?, 1, ?)', {
        bind: [good.slice(0, 38) + String(index + 10), 'HomeDomain', 'a', mbFileOf({ ...file, ...change })],
      });
    const bytes = sqlite.capi.sqlite3_js_db_export(opened);
    opened.close();
    const { rows, summary } = await told(folderWith({ 'Manifest.db': bytes }));
    expect(rows.map(({ size, modified, mode, protectionClass }) => [size, modified, mode, protectionClass])).toEqual([
      [undefined, 1_600_000_000, 0o100644, 3],
      [undefined, 1_600_000_000, 0o100644, 3],
      [undefined, 1_600_000_000, 0o100644, 3],
      [undefined, 1_600_000_000, 0o100644, 3],
      [5, undefined, 0o100644, 3],
      [5, undefined, 0o100644, 3],
      [5, 1_600_000_000, undefined, 3],
      [5, 1_600_000_000, 0o100644, undefined],
    ]);
    expect(summary?.sizeNotGiven).toBe(4);
  });
});

describe('a write-ahead log that does not fit', () => {
  test.each<[string, (log: Uint8Array) => Uint8Array, string, 'without' | 'with']>([
    ['cut in a frame', (log) => log.slice(0, -100), 'it is cut off after', 'without'],
    ['cut in its header', (log) => log.slice(0, 20), 'it is cut off before its first page', 'without'],
    ['a text', () => text('no log at all, and longer than a header of one'), 'it is no write-ahead log', 'without'],
    ['damaged in a frame', (log) => changedAt(log, 5000, 0x77), 'it is damaged after 0 of its pages', 'without'],
    ['damaged in its header', (log) => changedAt(log, 17, 0x77), 'its beginning is damaged', 'without'],
    ['of another page size', (log) => changedAt(log, 10, 0x20), 'it belongs to another database', 'without'],
    ['whole', (log) => log, '', 'with'],
  ])('%s', async (_, change, sentence, all) => {
    const sample = await madeSample({ rows: 200, inLog: 30 });
    const folder = folderWith({ 'Manifest.db-wal': change(fileOf('Manifest.db-wal', sample)) }, sample);
    const { rows, backup } = await told(folder);
    expect(rows).toHaveLength(all === 'with' ? 200 : 170);
    expect(backup?.troubles.map(({ about, message }) => [about, message])).toEqual(
      sentence === '' ? [] : [['Manifest.db-wal', expect.stringContaining(sentence)]],
    );
  });

  test('one of another database makes no list: it is left out and said', async () => {
    const other = await madeSample({ rows: 3000, seed: 99, inLog: 2500 });
    const log = fileOf('Manifest.db-wal', other);
    const { rows, backup, sentence } = await told(folderWith({ 'Manifest.db-wal': log }));
    // SQLite itself cannot tell: it takes the pages, and what they make of the list is told.
    expect([sentence, rows.length]).toEqual([undefined, 200]);
    expect(backup?.troubles[0]?.message).toContain('does not fit this database');
  });

  test('an empty one is none', async () => {
    const { backup, rows } = await told(folderWith({ 'Manifest.db-wal': new Uint8Array(0) }));
    expect([backup?.troubles, rows.length]).toEqual([[], 200]);
  });
});

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
