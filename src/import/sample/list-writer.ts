import { sha1 } from '@noble/hashes/legacy.js';
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { PlistValue } from '../binary-plist.ts';
import { writeBinaryPlist } from './plist-writer.ts';

/** One file, folder or link of a sample. */
export interface SampleFile {
  readonly domain: string;
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  readonly size: number;
  readonly mode: number;
  readonly protectionClass: number;
  /** Seconds since 1970. */
  readonly modified: number;
  readonly target?: string;
}

const encoder = new TextEncoder();

/** The number under which a device keeps a file: the SHA-1 of domain and path. */
export function fileIdOf(domain: string, path: string): string {
  return [...sha1(encoder.encode(`${domain}-${path}`))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const uid = (value: number): PlistValue => ({ kind: 'uid', value });
const dict = (entries: Readonly<Record<string, PlistValue>>): PlistValue => new Map(Object.entries(entries));
const FLAGS = { file: 1, folder: 2, link: 4 } as const;

/** The details of a file: an archive of an MBFile, with the key of its payload where the backup is encrypted. */
export function mbFileOf(file: SampleFile, key?: Uint8Array): Uint8Array {
  const objects: PlistValue[] = ['$null', null, file.path];
  const object = (value: PlistValue): PlistValue => uid(objects.push(value) - 1);
  const fields: Record<string, PlistValue> = {
    LastModified: file.modified,
    Flags: 0,
    GroupID: 501,
    LastStatusChange: file.modified,
    RelativePath: uid(2),
    Birth: file.modified,
    Size: file.size,
    InodeNumber: 15_122 + (file.modified % 90_000),
    Mode: file.mode,
    UserID: 501,
    ProtectionClass: file.protectionClass,
  };
  if (file.target !== undefined) fields['Target'] = object(file.target);
  if (key) {
    const data = dict({ 'NS.data': key, $class: uid(objects.length + 1) });
    fields['EncryptionKey'] = object(data);
    object(dict({ $classname: 'NSMutableData', $classes: ['NSMutableData', 'NSData', 'NSObject'] }));
  }
  fields['$class'] = object(dict({ $classname: 'MBFile', $classes: ['MBFile', 'NSObject'] }));
  objects[1] = dict(fields);
  return writeBinaryPlist(
    dict({ $version: 100_000, $archiver: 'NSKeyedArchiver', $top: dict({ root: uid(1) }), $objects: objects }),
  );
}

/** The order and the names as devices write them. */
export const LIST_SCHEMA = [
  'PRAGMA page_size = 4096',
  'PRAGMA user_version = 2',
  'CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB)',
  'CREATE TABLE Properties (key TEXT PRIMARY KEY, value BLOB)',
  'CREATE INDEX FilesDomainIdx ON Files(domain)',
  'CREATE INDEX FilesRelativePathIdx ON Files(relativePath)',
  'CREATE INDEX FilesFlagsIdx ON Files(flags)',
] as const;

/** Bytes, or the text that iOS 10.0 wrote where it locked them. */
export type Details = Uint8Array | string;

/** The five values of a row of `Files`. */
export const valuesOf = (file: SampleFile, details: Details): [string, string, string, number, Details] => [
  fileIdOf(file.domain, file.path),
  file.domain,
  file.path,
  FLAGS[file.kind],
  details,
];

interface ListWishes {
  readonly inLog?: number;
  /** Rows of the table `Properties`; lists of today have none. */
  readonly properties?: Readonly<Record<string, Uint8Array>>;
}

/** A list of files, and the log that adds the last `inLog` rows to it where some are wished for. */
export function writeList(
  sqlite: Sqlite3Static,
  files: readonly SampleFile[],
  detailsOf: (file: SampleFile) => Details,
  { inLog = 0, properties = {} }: ListWishes = {},
): { readonly list: Uint8Array; readonly log: Uint8Array | undefined } {
  const database = new sqlite.oo1.DB(':memory:');
  try {
    for (const statement of LIST_SCHEMA) database.exec(statement);
    for (const row of Object.entries(properties)) database.exec('INSERT INTO Properties VALUES (?, ?)', { bind: row });
    const insert = (rows: readonly SampleFile[]): Uint8Array => {
      database.exec('BEGIN');
      const statement = database.prepare('INSERT INTO Files VALUES (?, ?, ?, ?, ?)');
      for (const file of rows) statement.bind(valuesOf(file, detailsOf(file))).stepReset();
      statement.finalize();
      database.exec('COMMIT');
      const bytes = sqlite.capi.sqlite3_js_db_export(database);
      // Devices keep their lists with a write-ahead log, and the header says so.
      bytes.fill(2, 18, 20);
      return bytes;
    };
    const list = insert(files.slice(0, files.length - inLog));
    return { list, log: inLog > 0 ? writeLog(list, insert(files.slice(files.length - inLog))) : undefined };
  } finally {
    database.close();
  }
}

const PAGE = 4096;

/** The write-ahead log that makes the second database of the first. */
export function writeLog(before: Uint8Array, after: Uint8Array): Uint8Array {
  const pages = Array.from({ length: after.length / PAGE }, (_, index) => index).filter((index) => {
    const old = before.subarray(index * PAGE, (index + 1) * PAGE);
    return old.length < PAGE || old.some((byte, at) => byte !== after[index * PAGE + at]);
  });
  const log = new Uint8Array(32 + pages.length * (PAGE + 24));
  const view = new DataView(log.buffer);
  let [first, second] = [0, 0];
  const add = (start: number, length: number): void => {
    for (let at = start; at < start + length; at += 8) {
      first = (first + view.getUint32(at) + second) >>> 0;
      second = (second + view.getUint32(at + 4) + first) >>> 0;
    }
  };
  const sum = (at: number): void => {
    view.setUint32(at, first);
    view.setUint32(at + 4, second);
  };
  for (const [index, value] of [0x377f_0683, 3_007_000, PAGE, 0, 20_260_301, 4711].entries())
    view.setUint32(index * 4, value);
  add(0, 24);
  sum(24);
  for (const [index, page] of pages.entries()) {
    const at = 32 + index * (PAGE + 24);
    view.setUint32(at, page + 1);
    view.setUint32(at + 4, index === pages.length - 1 ? after.length / PAGE : 0);
    view.setUint32(at + 8, 20_260_301);
    view.setUint32(at + 12, 4711);
    log.set(after.subarray(page * PAGE, (page + 1) * PAGE), at + 24);
    add(at, 8);
    add(at + 24, PAGE);
    sum(at + 16);
  }
  return log;
}

/** Manifest.mbdb, as iOS 5 to 9 wrote it. */
export function writeMbdb(files: readonly SampleFile[]): Uint8Array {
  const parts: Uint8Array[] = [encoder.encode('mbdb\u0005\0')];
  const text = (value: string | undefined): void => {
    const bytes = value === undefined ? undefined : encoder.encode(value);
    const length = bytes ? bytes.length : 0xffff;
    parts.push(Uint8Array.of(length >> 8, length & 255));
    if (bytes) parts.push(bytes);
  };
  for (const file of files) {
    for (const value of [file.domain, file.path, file.target, undefined, undefined]) text(value);
    const fixed = new DataView(new ArrayBuffer(40));
    fixed.setUint16(0, file.mode);
    for (const [at, value] of [
      [6, 15_122],
      [10, 501],
      [14, 501],
      [18, file.modified],
      [22, file.modified],
      [26, file.modified],
    ] as const)
      fixed.setUint32(at, value);
    fixed.setBigUint64(30, BigInt(file.size));
    fixed.setUint8(38, file.protectionClass);
    parts.push(new Uint8Array(fixed.buffer));
  }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
