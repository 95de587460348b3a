import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBackup, passwordKeyOf } from '../../src/cli/backup-folder.ts';
import { startSqlite } from '../../src/cli/sqlite.ts';
import { readBinaryPlist } from '../../src/import/binary-plist.ts';
import { lockOf, madeSample, onDisk } from './samples.ts';

/*
 * The locks once more, with nothing of the reader: only what Node itself brings, written from the description of the
 * format. Whoever breaks the reader and the generator in the same way breaks this.
 */
const PASSWORD = 'pässwort 🔑';

function openedOtherwise(folder: string): Buffer {
  const manifest = readBinaryPlist(readFileSync(join(folder, 'Manifest.plist')), 'a') as ReadonlyMap<
    string,
    Uint8Array
  >;
  const bag = Buffer.from(manifest.get('BackupKeyBag') as Uint8Array);
  const head = new Map<string, Buffer>();
  const wrappedKeys = new Map<number, Buffer>();
  let klass = 0;
  let at = 0;
  while (at < bag.length) {
    const tag = bag.toString('latin1', at, at + 4);
    const value = bag.subarray(at + 8, at + 8 + bag.readUInt32BE(at + 4));
    at += 8 + value.length;
    if (tag === 'CLAS') klass = value.readUInt32BE();
    else if (tag === 'WPKY') wrappedKeys.set(klass, value);
    else if (!head.has(tag)) head.set(tag, value);
  }
  const part = (tag: string): Buffer => head.get(tag) as Buffer;
  const outer = pbkdf2Sync(PASSWORD, part('DPSL'), part('DPIC').readUInt32BE(), 32, 'sha256');
  const key = pbkdf2Sync(outer, part('SALT'), part('ITER').readUInt32BE(), 32, 'sha1');
  const unwrap = (kek: Buffer, wrapped: Buffer): Buffer => {
    const decipher = createDecipheriv('aes256-wrap', kek, Buffer.alloc(8, 0xa6));
    return Buffer.concat([decipher.update(wrapped), decipher.final()]);
  };
  const locked = Buffer.from(manifest.get('ManifestKey') as Uint8Array);
  const classKey = unwrap(key, wrappedKeys.get(locked.readUInt32LE()) as Buffer);
  const listKey = unwrap(classKey, locked.subarray(4));
  const decipher = createDecipheriv('aes-256-cbc', listKey, Buffer.alloc(16));
  return Buffer.concat([decipher.update(readFileSync(join(folder, 'Manifest.db'))), decipher.final()]);
}

test('an encrypted sample opens by another way, to the list that was put into it', async () => {
  const sample = await madeSample({ rows: 200, lock: lockOf(PASSWORD, { outer: 700, inner: 70 }) });
  const folder = onDisk(sample);
  const list = openedOtherwise(folder);
  rmSync(folder, { recursive: true });
  expect(list.toString('latin1', 0, 16)).toBe('SQLite format 3\0');
  const { sqlite } = await startSqlite();
  const database = new sqlite.oo1.DB(':memory:');
  // In memory there is no log, so the header must not ask for one.
  const bytes = new Uint8Array(list).fill(1, 18, 20);
  const pointer = sqlite.wasm.allocFromTypedArray(bytes);
  const flags = sqlite.capi.SQLITE_DESERIALIZE_FREEONCLOSE;
  sqlite.capi.sqlite3_deserialize(database, 'main', pointer, bytes.length, bytes.length, flags);
  const rows = database.selectArrays('SELECT domain, relativePath FROM Files ORDER BY rowid');
  const check = database.selectValue('PRAGMA integrity_check');
  database.close();
  expect(check).toBe('ok');
  expect(rows).toEqual(sample.rows.map(({ domain, path }) => [domain, path]));
});

test('a backup that other tools have made and locked opens, and tells what they put into it', async () => {
  const { password, files } = JSON.parse(readFileSync('test/peers/locked-backup.json', 'utf8')) as {
    readonly password: string;
    readonly files: Readonly<Record<string, string>>;
  };
  const folder = mkdtempSync(join(tmpdir(), 'restore-sim-locked-'));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), Buffer.from(bytes, 'base64'));
  const opened = async (said: string) => {
    const read = await openBackup(folder, { password: async () => said });
    const rows: unknown[] = [];
    if (read.encryption.state === 'unlocked')
      read.eachFile(({ domain, path, kind, size, protectionClass }) => {
        rows.push([domain, path, kind, size, protectionClass]);
      });
    read.close();
    return { encryption: read.encryption, rows, classes: read.keybag };
  };
  const right = await opened(password);
  const wrong = await opened(`${password} `);
  rmSync(folder, { recursive: true });
  expect(right.encryption).toEqual({ state: 'unlocked' });
  expect(right.rows).toEqual([
    ['HomeDomain', 'Library', 'folder', 0, undefined],
    ['HomeDomain', 'Library/SMS/sms.db', 'file', 123_456, 4],
    ['CameraRollDomain', 'Media/DCIM/100APPLE/IMG_0001.HEIC', 'file', 2_000_001, 3],
    ['HealthDomain', 'Health/healthdb_secure.sqlite', 'file', 777, 2],
  ]);
  expect(wrong.encryption).toMatchObject({ state: 'locked', why: 'wrong password' });
  expect(right.classes).toMatchObject({ state: 'read', facts: { rounds: 3700 } });
});

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
test.each([
  // RFC 6070
  ['sha1', 'password', 'salt', 1, '0c60c80f961f0e71f3a9b524af6012062fe037a6'],
  ['sha1', 'password', 'salt', 2, 'ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957'],
  ['sha1', 'password', 'salt', 4096, '4b007901b765489abead49d926f721d065a429c1'],
  [
    'sha1',
    'passwordPASSWORDpassword',
    'saltSALTsaltSALTsaltSALTsaltSALTsalt',
    4096,
    '3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f070',
  ],
  // RFC 7914, 11
  ['sha256', 'passwd', 'salt', 1, '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc'],
  ['sha256', 'Password', 'NaCl', 80_000, '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56'],
] as const)('PBKDF2 with %s of “%s” is that of its RFC', async (hash, password, salt, rounds, begins) => {
  const key = await passwordKeyOf(password, [{ hash, salt: text(salt), rounds }]);
  expect(Buffer.from(key).toString('hex').slice(0, begins.length)).toBe(begins);
});
