import { sha1 } from '@noble/hashes/legacy.js';
import type { BytesAt, FileRow } from './backup.ts';
import { InputError } from '../model/problem.ts';
import { fileRow, isOfBackup, kindOfMode, RowCount } from './file-rows.ts';
import { leadsOut } from './mbfile.ts';
import type { PayloadIndex } from './payload-index.ts';

const MAGIC = [0x6d, 0x62, 0x64, 0x62, 0x05, 0x00];
const NO_TEXT = 0xffff;
/** Bytes after the texts and before the properties of a record. */
const FIXED = 40;
const WINDOW = 262_144;

/** Reads the list of iOS 5 to 9 from its beginning to its end. Throws an InputError that names `file`. */
export function readMbdb(
  bytes: BytesAt,
  file: string,
  payload: { readonly index: PayloadIndex | undefined; readonly isPadded: boolean },
  visit: (row: FileRow) => void,
): RowCount {
  const count = new RowCount();
  const cursor = new Cursor(bytes, file);
  const magic = cursor.take(MAGIC.length);
  if (MAGIC.some((byte, index) => magic.bytes[magic.at + index] !== byte))
    throw trouble(file, 'it does not begin as such a list does');
  while (!cursor.isAtEnd) {
    const row = rowOf(cursor, payload, count);
    if (row) visit(row);
    else count.refused += 1;
  }
  return count;
}

function rowOf(
  cursor: Cursor,
  payload: { readonly index: PayloadIndex | undefined; readonly isPadded: boolean },
  count: RowCount,
): FileRow | undefined {
  count.rows += 1;
  const domain = cursor.text();
  const path = cursor.text();
  const target = cursor.text();
  cursor.skip(cursor.length());
  cursor.skip(cursor.length());
  const { bytes, at } = cursor.take(FIXED);
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, FIXED);
  const properties = view.getUint8(FIXED - 1);
  for (let index = 0; index < properties * 2; index += 1) cursor.skip(cursor.length());
  if (domain === undefined || path === undefined || !isOfBackup(domain, path)) return undefined;
  const mode = view.getUint16(0);
  const kind = kindOfMode(mode);
  return fileRow(
    { domain, path, kind },
    {
      size: Number(view.getBigUint64(30)),
      mode,
      protectionClass: view.getUint8(38),
      modified: view.getUint32(18),
      leadsOut: target !== undefined && leadsOut(target),
    },
    kind === 'file' ? lengthOf(payload.index, domain, path) : undefined,
    payload,
    count,
  );
}

const encoder = new TextEncoder();
const hex = new Uint8Array(40);

/** The payload's name is the SHA-1 of domain and path. */
function lengthOf(index: PayloadIndex | undefined, domain: string, path: string): number | undefined {
  if (!index) return undefined;
  const id = sha1(encoder.encode(`${domain}-${path}`));
  for (const [place, byte] of id.entries()) {
    hex[place * 2] = letterOf(byte >> 4);
    hex[place * 2 + 1] = letterOf(byte & 15);
  }
  return index.lengthOf(hex, 0);
}
const letterOf = (digit: number): number => (digit < 10 ? 48 + digit : 87 + digit);

const decoder = new TextDecoder();

/** Walks through a file of any size with a window of it in memory. */
class Cursor {
  readonly #bytes: BytesAt;
  readonly #file: string;
  #window: Uint8Array = new Uint8Array(0);
  #start = 0;
  #at = 0;

  constructor(bytes: BytesAt, file: string) {
    this.#bytes = bytes;
    this.#file = file;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.size;
  }

  take(length: number): { readonly bytes: Uint8Array; readonly at: number } {
    if (this.#at + length > this.#bytes.size) throw trouble(this.#file, 'it is cut off inside a record');
    if (this.#at + length > this.#start + this.#window.length) {
      this.#start = this.#at;
      this.#window = this.#bytes.read(this.#at, Math.max(WINDOW, length));
      if (this.#window.length < length) throw trouble(this.#file, 'it is cut off inside a record');
    }
    const at = this.#at - this.#start;
    this.#at += length;
    return { bytes: this.#window, at };
  }

  skip = (length: number): void => void this.take(length);

  /** The length of the next text: 0 where there is none. */
  length(): number {
    const { bytes, at } = this.take(2);
    const length = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
    return length === NO_TEXT ? 0 : length;
  }

  text(): string | undefined {
    const { bytes, at } = this.take(2);
    const length = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
    if (length === NO_TEXT) return undefined;
    const taken = this.take(length);
    return decoder.decode(taken.bytes.subarray(taken.at, taken.at + length));
  }
}

const trouble = (file: string, message: string): InputError =>
  new InputError([{ file, message, advice: 'Copy the folder of the backup once more from where it came.' }]);
