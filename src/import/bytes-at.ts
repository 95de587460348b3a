import type { BytesAt } from './backup.ts';

/** Bytes that are in memory already. */
export const bytesInMemory = (bytes: Uint8Array): BytesAt => ({
  size: bytes.length,
  read: (offset, length) => bytes.subarray(Math.min(offset, bytes.length), Math.min(offset + length, bytes.length)),
});

/** A page of a database is 4 kB: a block takes many of them from the disk at once. */
const BLOCK = 262_144;
/** Blocks that are kept: 4 MB. A list is read from its beginning to its end, with few looks back. */
const KEPT = 16;

/** Reads in large blocks and keeps the last ones; what it gives out is only valid until the next reading. */
export function inBlocks(bytes: BytesAt): BytesAt {
  const blocks = new Map<number, Uint8Array>();
  const blockAt = (index: number): Uint8Array => {
    const kept = blocks.get(index);
    if (kept) return kept;
    const block = bytes.read(index * BLOCK, BLOCK);
    const [oldest] = blocks.keys();
    if (blocks.size >= KEPT && oldest !== undefined) blocks.delete(oldest);
    blocks.set(index, block);
    return block;
  };
  return {
    size: bytes.size,
    read: (offset, length) => {
      const first = Math.floor(offset / BLOCK);
      const from = offset - first * BLOCK;
      if (from + length <= BLOCK) return blockAt(first).subarray(from, from + length);
      const whole = new Uint8Array(Math.max(0, Math.min(length, bytes.size - offset)));
      for (let done = 0; done < whole.length;) {
        const at = offset + done;
        const index = Math.floor(at / BLOCK);
        const part = blockAt(index).subarray(at - index * BLOCK, at - index * BLOCK + whole.length - done);
        if (part.length === 0) return whole.subarray(0, done);
        whole.set(part, done);
        done += part.length;
      }
      return whole;
    },
  };
}
