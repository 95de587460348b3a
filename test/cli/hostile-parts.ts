import { expect } from 'vitest';
import { startSqlite } from '../../src/cli/sqlite.ts';
import type { PlistValue } from '../../src/import/binary-plist.ts';
import { readPlistDict } from '../../src/import/plist.ts';
import { writeBinaryPlist } from '../../src/import/sample/plist-writer.ts';
import type { SampleBackup } from '../../src/import/sample/sample-backup.ts';
import { must } from '../../src/model/must.ts';

/** Parts of backups as nobody should write them. */

export async function database(...statements: string[]): Promise<Uint8Array> {
  const { sqlite } = await startSqlite();
  const opened = new sqlite.oo1.DB(':memory:');
  try {
    for (const statement of ['PRAGMA page_size = 4096', ...statements]) opened.exec(statement);
    return sqlite.capi.sqlite3_js_db_export(opened);
  } finally {
    opened.close();
  }
}
export const TABLE =
  'CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB)';
export const text = (words: string): Uint8Array => new TextEncoder().encode(words);
export const dict = (entries: Readonly<Record<string, PlistValue>>): Uint8Array =>
  writeBinaryPlist(new Map(Object.entries(entries)));
export const fileOf = (name: string, sample: SampleBackup): Uint8Array => must(sample.files.get(name), name);

/** Manifest.plist of a sample with some of its values changed; `undefined` takes one away. */
export function manifestWith(
  changes: Readonly<Record<string, PlistValue | undefined>>,
  sample: SampleBackup,
): Uint8Array {
  const manifest = new Map(readPlistDict(fileOf('Manifest.plist', sample), 'Manifest.plist'));
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) manifest.delete(name);
    else manifest.set(name, value);
  }
  return writeBinaryPlist(manifest);
}

export function changedAt(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = bytes.slice();
  changed[at] = value;
  return changed;
}

/** Every page that points on points at itself. */
export function inACircle(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let page = 1; page < changed.length / 4096; page += 1)
    if (changed[page * 4096] === 5) {
      view.setUint32(page * 4096 + 8, page + 1);
      const cells = view.getUint16(page * 4096 + 3);
      for (let cell = 0; cell < cells; cell += 1)
        view.setUint32(page * 4096 + view.getUint16(page * 4096 + 12 + cell * 2), page + 1);
    }
  return changed;
}

/** A few pages that become millions of rows: each level points at the next one, as often as it can. */
export function unfolding(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  const pages = Array.from({ length: changed.length / 4096 }, (_, page) => page).filter((page) => page > 0);
  const top = pages.find((page) => changed[page * 4096] === 5) as number;
  const leaves = pages.filter((page) => changed[page * 4096] === 13);
  const levels = [top, ...leaves.slice(0, 6)];
  for (const [level, page] of levels.entries()) {
    if (page !== top) changed.copyWithin(page * 4096, top * 4096, (top + 1) * 4096);
    const next = level + 1 < levels.length ? (levels[level + 1] as number) : (leaves.at(-1) as number);
    view.setUint32(page * 4096 + 8, next + 1);
    for (let cell = 0; cell < view.getUint16(page * 4096 + 3); cell += 1)
      view.setUint32(page * 4096 + view.getUint16(page * 4096 + 12 + cell * 2), next + 1);
  }
  return changed;
}

/** Every row has its long value in the pages of the first one; those of the others are cut off. */
export async function oneValueInEveryRow(): Promise<Uint8Array> {
  // So long that little of it lies in the page of the row, and six rows fit there.
  const [blob, inPage] = [299_160, 494];
  const rows = Array.from({ length: 6 }, () => `('${'a'.repeat(40)}', 'b', 'c', 1, zeroblob(${blob}))`);
  const bytes = await database(TABLE.replace('TEXT PRIMARY KEY', ''), `INSERT INTO Files VALUES ${rows.join()}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  // Behind three bytes of length and one of the row's number.
  const restOf = (cell: number): number => 4096 + view.getUint16(4096 + 8 + cell * 2) + 4 + inPage;
  expect([bytes[4096], view.getUint16(4099), view.getUint32(restOf(0))]).toEqual([13, 6, 3]);
  const second = view.getUint32(restOf(1));
  for (let cell = 0; cell < 6; cell += 1) view.setUint32(restOf(cell), 3);
  view.setUint32(28, second - 1);
  return bytes.slice(0, (second - 1) * 4096);
}
