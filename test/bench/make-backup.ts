// The backup of somebody who does not exist, in a new folder; the same for the same words, byte for byte.
// node --import tsx test/bench/make-backup.ts FOLDER [--rows 4000] [--ios 16.4] [--seed 1] [--password WORDS] [--log 0]
//   [--disk]
// Payload files have their length and nothing in them. With --disk, the SQLite of Node 24 writes the list, as lists of
// a million rows need it; the other one makes them in memory, in gigabytes. Such a backup has no payload.
import { createCipheriv } from 'node:crypto';
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readKeybag } from '../../src/import/keybag.ts';
import { readPlistDict } from '../../src/import/plist.ts';
import type { SampleLock } from '../../src/import/sample/keybag-writer.ts';
import { mbFileOf, LIST_SCHEMA, valuesOf } from '../../src/import/sample/list-writer.ts';
import { sampleFiles } from '../../src/import/sample/sample-files.ts';
import { manifestKey, unlock } from '../../src/import/unlock.ts';
import { must } from '../../src/model/must.ts';
import { compareVersions } from '../../src/model/version.ts';
import { lockOf, madeSample, onDisk } from '../cli/samples.ts';

interface Wishes {
  readonly seed: number;
  readonly rows: number;
  readonly ios: string;
  readonly lock?: SampleLock;
}

async function make(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: 'string', default: '4000' },
      ios: { type: 'string', default: '16.4' },
      seed: { type: 'string', default: '1' },
      password: { type: 'string' },
      log: { type: 'string', default: '0' },
      disk: { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  if (folder === undefined || existsSync(folder)) throw new Error('Name a folder that does not exist yet.');
  const wishes = { seed: Number(values.seed), rows: Number(values.rows), ios: values.ios };
  // The rounds of a real device take two seconds for each password; here a hundredth shows the same.
  const isOld = compareVersions(values.ios, '10.2') < 0;
  const rounds = isOld ? { inner: 10_000 } : { outer: 100_000, inner: 1000 };
  const lock = values.password === undefined ? {} : { lock: lockOf(values.password, rounds) };
  if (values.disk) await onDiskByNode(folder, { ...wishes, ...lock });
  else onDisk(await madeSample({ ...wishes, ...lock, inLog: Number(values.log) }), folder);
}

/** What of Node 24's own SQLite is needed; the types of this project are those of Node 20. */
interface NodeSqlite {
  readonly DatabaseSync: new (path: string) => {
    exec: (sql: string) => void;
    prepare: (sql: string) => { run: (...values: unknown[]) => void };
    close: () => void;
  };
}

async function onDiskByNode(folder: string, wishes: Wishes): Promise<void> {
  const name = 'node:sqlite';
  const { DatabaseSync } = (await import(name)) as NodeSqlite;
  const { lock, ...unlocked } = wishes;
  const small = await madeSample({ ...wishes, rows: 200 });
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of small.files) if (file !== 'Manifest.db') writeFileSync(join(folder, file), bytes);
  const list = join(folder, 'Manifest.db');
  const database = new DatabaseSync(list);
  database.exec('PRAGMA journal_mode = OFF');
  database.exec('PRAGMA synchronous = OFF');
  for (const statement of LIST_SCHEMA) if (!statement.startsWith('CREATE INDEX')) database.exec(statement);
  const insert = database.prepare('INSERT INTO Files VALUES (?, ?, ?, ?, ?)');
  database.exec('BEGIN');
  const key = new Uint8Array(44);
  for (const file of sampleFiles({ ...unlocked, isEncrypted: true, made: 1_772_361_000_000 }))
    insert.run(...valuesOf(file, mbFileOf(file, file.kind === 'file' ? key : undefined)));
  database.exec('COMMIT');
  for (const statement of LIST_SCHEMA) if (statement.startsWith('CREATE INDEX')) database.exec(statement);
  database.close();
  if (lock) lockList(list, listKeyOf(small.files.get('Manifest.plist') as Uint8Array, lock));
}

function listKeyOf(manifest: Uint8Array, { passwordKey }: SampleLock): Uint8Array {
  const values = readPlistDict(manifest, 'Manifest.plist');
  const opened = unlock(readKeybag(values.get('BackupKeyBag') as Uint8Array, 'Manifest.plist'), passwordKey);
  if (opened.state !== 'unlocked') throw new Error(opened.state);
  return must(manifestKey(values.get('ManifestKey') as Uint8Array, opened.keys), 'the key of the list');
}

/** In place, a stretch after the other. */
function lockList(list: string, key: Uint8Array): void {
  const cipher = createCipheriv('aes-256-cbc', key, new Uint8Array(16));
  const descriptor = openSync(list, 'r+');
  const { size } = fstatSync(descriptor);
  const stretch = new Uint8Array(1 << 20);
  for (let at = 0; at < size; at += stretch.length) {
    const read = readSync(descriptor, stretch, 0, stretch.length, at);
    writeSync(descriptor, cipher.update(stretch.subarray(0, read)), 0, null, at);
  }
  // A list is whole pages, so nothing but the padding is left.
  writeSync(descriptor, cipher.final(), 0, null, size);
  closeSync(descriptor);
}

await make();
