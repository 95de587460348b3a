import type { FileRow, ListSummary } from './backup.ts';
import { MAX_SIZE_SIZE } from '../model/bytes.ts';
import { MbFileReader } from './mbfile.ts';
import { isFileIdAt, type PayloadIndex } from './payload-index.ts';
import type { RawRow } from './sqlite/list-database.ts';

/** Bytes of the longest domain and path that are taken up; a device takes paths of fewer than 998. */
const LONGEST_DOMAIN = 512;
const LONGEST_PATH = 4096;
/** 2100-01-01 in seconds since 1970. */
const LAST_SECOND = 4_102_444_800;
const BLOCK = 16;

/** What a list says of a file beside its name. */
export interface RowDetails {
  readonly size: number | undefined;
  readonly mode: number | undefined;
  readonly protectionClass: number | undefined;
  readonly modified: number | undefined;
  readonly leadsOut: boolean;
}

/** Counts while rows are visited. */
export class RowCount {
  rows = 0;
  files = 0;
  sizeNotGiven = 0;
  payloadAbsent = 0;
  payloadOtherLength = 0;
  detailsUnreadable = 0;
  refused = 0;

  summary(payload: PayloadIndex | undefined): ListSummary {
    const { rows, files, sizeNotGiven, detailsUnreadable, refused } = this;
    return {
      rows,
      files,
      sizeNotGiven,
      payloadAbsent: payload && this.payloadAbsent,
      payloadOtherLength: payload && this.payloadOtherLength,
      payloadExtra: payload?.notAskedFor,
      detailsUnreadable,
      refused,
    };
  }
}

const KINDS = new Map<number, FileRow['kind']>([
  [1, 'file'],
  [2, 'folder'],
  [4, 'link'],
]);
const TYPE_BITS = 0xf000;
const KINDS_BY_MODE = new Map<number, FileRow['kind']>([
  [0x8000, 'file'],
  [0x4000, 'folder'],
  [0xa000, 'link'],
]);
const orOther = (kind: FileRow['kind'] | undefined): FileRow['kind'] => (kind === undefined ? 'other' : kind);

const kindOfFlags = (flags: number): FileRow['kind'] => orOther(KINDS.get(flags));
export const kindOfMode = (mode: number): FileRow['kind'] => orOther(KINDS_BY_MODE.get(mode & TYPE_BITS));

/** Whether a domain and path can be of a backup: nothing in them may lead elsewhere. */
export function isOfBackup(domain: string, path: string): boolean {
  if (domain === '' || domain.includes('/') || domain.includes('\0') || domain.includes('..')) return false;
  return !path.startsWith('/') && !path.includes('\0') && !(path.includes('..') && path.split('/').includes('..'));
}

const within = (value: number | undefined, highest: number): number | undefined =>
  value !== undefined && value >= 0 && value <= highest ? value : undefined;

interface Payload {
  readonly index: PayloadIndex | undefined;
  readonly isPadded: boolean;
}

/** A row of what a list says, with what is beyond reason left out, and counted. */
export function fileRow(
  named: { readonly domain: string; readonly path: string; readonly kind: FileRow['kind'] },
  details: RowDetails,
  length: number | undefined,
  { index, isPadded }: Payload,
  count: RowCount,
): FileRow {
  const { domain, path, kind } = named;
  const size = within(details.size, MAX_SIZE_SIZE);
  const protectionClass = within(details.protectionClass, 255);
  let payload: FileRow['payload'];
  if (kind === 'file') {
    count.files += 1;
    if (size === undefined) count.sizeNotGiven += 1;
    if (index) {
      // Of an empty file nothing can be absent.
      payload = length ?? (size === 0 ? 0 : 'absent');
      if (payload === 'absent') count.payloadAbsent += 1;
      else if (size !== undefined && !fits(size, payload, isPadded)) count.payloadOtherLength += 1;
    }
  }
  return {
    domain,
    path,
    kind,
    size,
    mode: within(details.mode, 0xffff),
    protectionClass: protectionClass === 0 ? undefined : protectionClass,
    modified: within(details.modified, LAST_SECOND),
    leadsOut: kind === 'link' && details.leadsOut,
    payload,
  };
}

const fits = (size: number, length: number, isPadded: boolean): boolean =>
  size === length || (isPadded && length % BLOCK === 0 && length > size - 1 && length <= size + BLOCK);

/** Makes rows of what SQLite has in its memory. */
export class DatabaseRows {
  readonly count = new RowCount();
  readonly #payload: Payload;
  readonly #details = new MbFileReader();
  #domain = '';
  #domainBytes: Uint8Array = new Uint8Array(0);

  constructor(payload: Payload) {
    this.#payload = payload;
  }

  /** Undefined for a row that cannot be of a backup. */
  row(raw: RawRow): FileRow | undefined {
    const { count } = this;
    count.rows += 1;
    const { heap } = raw;
    const id = raw.text(0);
    const domainAt = raw.text(1);
    const pathAt = raw.text(2);
    if (
      !isFileIdAt(heap, id.start, id.length) ||
      domainAt.length === 0 ||
      domainAt.length > LONGEST_DOMAIN ||
      pathAt.start < 0 ||
      pathAt.length > LONGEST_PATH
    )
      return this.#refuse();
    const domain = this.#domainOf(heap, domainAt.start, domainAt.length);
    const path = textOf(heap, pathAt.start, pathAt.length);
    if (!isOfBackup(domain, path)) return this.#refuse();
    const kind = kindOfFlags(raw.whole(3));
    const file = raw.blob(4);
    // The details keep their place in memory only until the next step, and are read before it.
    if (!this.#details.read(heap, file.start, file.start + file.length)) count.detailsUnreadable += 1;
    const length = kind === 'file' ? this.#payload.index?.lengthOf(heap, id.start) : undefined;
    return fileRow({ domain, path, kind }, this.#details, length, this.#payload, count);
  }

  #refuse(): undefined {
    this.count.refused += 1;
    return undefined;
  }

  /** Rows of one domain stand together, mostly: its name is made once for all of them. */
  #domainOf(heap: Uint8Array, start: number, length: number): string {
    const known = this.#domainBytes;
    if (known.length === length) {
      let index = 0;
      while (index < length && heap[start + index] === known[index]) index += 1;
      if (index === length) return this.#domain;
    }
    this.#domainBytes = heap.slice(start, start + length);
    this.#domain = textOf(heap, start, length);
    return this.#domain;
  }
}

const decoder = new TextDecoder();

/** Short texts in ASCII, as nearly all of them are, are made faster by hand than by the decoder. */
function textOf(bytes: Uint8Array, start: number, length: number): string {
  if (length > 48) return decoder.decode(bytes.subarray(start, start + length));
  let text = '';
  for (let index = start; index < start + length; index += 1) {
    const byte = bytes[index] as number;
    if (byte > 127) return decoder.decode(bytes.subarray(start, start + length));
    text += String.fromCharCode(byte);
  }
  return text;
}
