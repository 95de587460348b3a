import type { BytesAt } from '../backup.ts';

const HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682;
const VERSION = 3_007_000;

/**
 * What of a write-ahead log SQLite leaves out, in words; undefined where it takes the log as it is. It says nothing
 * itself: a log that does not fit is no error to it.
 */
export function leftOutOfLog(log: BytesAt, list: BytesAt): string | undefined {
  const header = log.read(0, HEADER);
  if (header.length < HEADER) return 'it is cut off before its first page, so nothing of it counts';
  const view = viewOf(header);
  const magic = view.getUint32(0);
  if ((magic & ~1) >>> 0 !== MAGIC || view.getUint32(4) !== VERSION)
    return 'it is no write-ahead log, so nothing of it counts';
  const isBig = (magic & 1) === 1;
  const pageSize = view.getUint32(8);
  if (pageSize !== pageSizeOf(list)) return 'it belongs to another database, so nothing of it counts';
  const sum = new Checksum(isBig);
  sum.add(header, 0, 24);
  if (!sum.is(view, 24)) return 'its beginning is damaged, so nothing of it counts';
  return leftOutOfFrames(log, pageSize, sum, view);
}

/** Frames count up to the last commit before the first one that does not fit; older ones behind it are ordinary. */
function leftOutOfFrames(log: BytesAt, pageSize: number, sum: Checksum, header: DataView): string | undefined {
  const frame = FRAME_HEADER + pageSize;
  const frames = Math.floor((log.size - HEADER) / frame);
  let committed = 0;
  for (let index = 0; index < frames; index += 1) {
    const bytes = log.read(HEADER + index * frame, frame);
    const view = viewOf(bytes);
    if (bytes.length < frame) break;
    const isOfLog = view.getUint32(8) === header.getUint32(16) && view.getUint32(12) === header.getUint32(20);
    // What an earlier turn of the log has left behind.
    if (!isOfLog) return committed === 0 ? 'none of its pages is of this turn, so nothing of it counts' : undefined;
    sum.add(bytes, 0, 8);
    sum.add(bytes, FRAME_HEADER, pageSize);
    if (!sum.is(view, 16)) return `it is damaged after ${committed} of its pages, and what follows does not count`;
    if (view.getUint32(4) !== 0) committed = index + 1;
  }
  const isWhole = committed === frames && HEADER + frames * frame === log.size;
  if (isWhole) return undefined;
  return `it is cut off after ${committed} of its pages, and what follows does not count`;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function pageSizeOf(list: BytesAt): number {
  const bytes = list.read(16, 2);
  const size = ((bytes[0] as number) << 8) | (bytes[1] as number);
  return size === 1 ? 65_536 : size;
}

/** SQLite's own: two sums over pairs of 32-bit words. */
class Checksum {
  readonly #isBig: boolean;
  #first = 0;
  #second = 0;

  constructor(isBig: boolean) {
    this.#isBig = isBig;
  }

  add(bytes: Uint8Array, start: number, length: number): void {
    const view = viewOf(bytes);
    for (let at = start; at + 8 <= start + length; at += 8) {
      this.#first = (this.#first + view.getUint32(at, !this.#isBig) + this.#second) >>> 0;
      this.#second = (this.#second + view.getUint32(at + 4, !this.#isBig) + this.#first) >>> 0;
    }
  }

  is = (view: DataView, at: number): boolean =>
    view.getUint32(at) === this.#first && view.getUint32(at + 4) === this.#second;
}
