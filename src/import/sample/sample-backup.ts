import { cbc } from '@noble/ciphers/aes.js';
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { BackupFolder } from '../backup.ts';
import { bytesInMemory } from '../bytes-at.ts';
import { compareVersions } from '../../model/version.ts';
import { type SampleLock, wrappedFor, writeKeybag } from './keybag-writer.ts';
import { type Details, fileIdOf, mbFileOf, type SampleFile, writeList, writeMbdb } from './list-writer.ts';
import { writeBinaryPlist, writeXmlPlist } from './plist-writer.ts';
import { infoPlist, manifestPlist, statusPlist } from './sample-plists.ts';
import { sampleFiles } from './sample-files.ts';
import { Seeded } from './seeded.ts';

export interface SampleWishes {
  readonly seed: number;
  /** Rows of the list, folders included. */
  readonly rows: number;
  /** `9.3.5` has a Manifest.mbdb, 10.0 and later a Manifest.db. */
  readonly ios: string;
  /** Encrypts it: the derivations and the key that a door has made of the password with them. */
  readonly lock?: SampleLock;
  /** Rows that stand in the write-ahead log alone. */
  readonly inLog?: number;
  /** The form of Info.plist; computers write XML. */
  readonly info?: 'xml' | 'binary';
  /** When it was made, in milliseconds since 1970. */
  readonly made?: number;
}

/** A backup of somebody who does not exist: the same for the same wishes, byte for byte. */
export interface SampleBackup {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Payload files: number and length. What would be in them is read by nobody. */
  readonly payload: readonly { readonly id: string; readonly length: number }[];
  /** Everything that the list names. */
  readonly rows: readonly SampleFile[];
  readonly isFlat: boolean;
}

/** 2026-03-01T10:30Z. */
const MADE = 1_772_361_000_000;
const BLOCK = 16;

/** Makes a sample; SQLite is what a door has started. */
export function sampleBackup(sqlite: Sqlite3Static, wishes: SampleWishes): SampleBackup {
  const { seed, ios, lock } = wishes;
  const made = wishes.made === undefined ? MADE : wishes.made;
  const seeded = new Seeded(seed + 1);
  const rows = [...sampleFiles({ seed, rows: wishes.rows, isEncrypted: lock !== undefined, made })];
  const isFlat = compareVersions(ios, '10.0') < 0;
  const isListLocked = lock !== undefined && compareVersions(ios, '10.2') >= 0;
  const bag = writeKeybag(seeded, lock);
  const listKey = seeded.bytes(32);
  const files = new Map<string, Uint8Array>();
  const facts = { ios, made, isEncrypted: lock !== undefined, isFlat };
  files.set('Info.plist', (wishes.info === 'binary' ? writeBinaryPlist : writeXmlPlist)(infoPlist(facts, seeded)));
  const manifestKey = isListLocked ? wrappedFor(4, listKey, bag.keys) : undefined;
  files.set('Manifest.plist', writeBinaryPlist(manifestPlist(facts, bag.bytes, manifestKey)));
  files.set('Status.plist', writeBinaryPlist(statusPlist(facts)));
  if (isFlat) files.set('Manifest.mbdb', writeMbdb(rows));
  else {
    // iOS 10.0 locked the details of each file in a way of its own, with the password and a salt, and nothing else.
    const areDetailsLocked = lock !== undefined && ios.startsWith('10.0');
    const detailsOf = (file: SampleFile): Details => {
      if (areDetailsLocked) return base64Of(seeded.bytes(640));
      return mbFileOf(
        file,
        lock && file.kind === 'file' ? wrappedFor(file.protectionClass, listKey, bag.keys) : undefined,
      );
    };
    const { list, log } = writeList(sqlite, rows, detailsOf, {
      ...(wishes.inLog === undefined ? {} : { inLog: wishes.inLog }),
      ...(areDetailsLocked ? { properties: { salt: seeded.bytes(16), passwordHash: seeded.bytes(32) } } : {}),
    });
    files.set('Manifest.db', isListLocked ? cbc(listKey, new Uint8Array(BLOCK)).encrypt(list) : list);
    if (log && !isListLocked) files.set('Manifest.db-wal', log);
  }
  const payload = rows
    .filter(({ kind }) => kind === 'file')
    .map(({ domain, path, size }) => ({ id: fileIdOf(domain, path), length: lock ? padded(size) : size }));
  return { files, payload, rows, isFlat };
}

const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const padded = (size: number): number => (size === 0 ? 0 : (Math.floor(size / BLOCK) + 1) * BLOCK);

/** The sample as a folder, without any disk. */
export const folderOfSample = (sample: SampleBackup, name: string): BackupFolder => ({
  name,
  file: (file) => {
    const bytes = sample.files.get(file);
    return bytes && bytesInMemory(bytes);
  },
  hasFolder: () => false,
  eachPayload: (visit) => {
    for (const { id, length } of sample.payload) visit({ name: id, length, kind: 'file', inPlace: true });
  },
});
