import { aeskw } from '@noble/ciphers/aes.js';
import type { BytesAt, Derivation } from './backup.ts';
import type { Keybag } from './keybag.ts';

/** More rounds than any device asks for (10,010,000), and a computer would turn for minutes. */
export const MOST_ROUNDS = 20_000_000;

/** AES-256 in CBC mode without padding: how a door decrypts whole blocks. */
export type DecryptBlocks = (key: Uint8Array, iv: Uint8Array, blocks: Uint8Array) => Uint8Array;

/** What leads from the password to the key of the bag; nothing where the bag does not say. */
export function derivationsOf(bag: Keybag): readonly Derivation[] {
  if (!bag.salt || bag.rounds === undefined || bag.rounds < 1 || bag.outer?.rounds === 0) return [];
  const inner: Derivation = { hash: 'sha1', salt: bag.salt, rounds: bag.rounds };
  return bag.outer ? [{ hash: 'sha256', ...bag.outer }, inner] : [inner];
}

export type Unlocked =
  | { readonly state: 'unlocked'; readonly keys: ReadonlyMap<number, Uint8Array> }
  | { readonly state: 'wrong password' }
  | { readonly state: 'damaged keybag'; readonly problem: string };

const WRAP_PASSWORD = 2;

/**
 * Opens the keys that the password locks. One that opens proves the password: whatever fails then is damaged. Those
 * that are tied to the device as well open too, and only the device itself could use what is in them.
 */
export function unlock(bag: Keybag, passwordKey: Uint8Array): Unlocked {
  const keys = new Map<number, Uint8Array>();
  const failed: number[] = [];
  for (const { number, wrap, wrapped } of bag.classes.values()) {
    if ((wrap & WRAP_PASSWORD) === 0) continue;
    const key = wrapped && unwrap(passwordKey, wrapped);
    if (key) keys.set(number, key);
    else failed.push(number);
  }
  if (keys.size === 0 && failed.length > 0) return { state: 'wrong password' };
  const what = `the ${failed.length === 1 ? 'key' : 'keys'} of class ${failed.join(', ')}`;
  if (failed.length > 0)
    return { state: 'damaged keybag', problem: `The password is right, and the keybag is damaged: ${what}.` };
  return { state: 'unlocked', keys };
}

/** AES key unwrap (RFC 3394); undefined where the key is another or the bytes are damaged. */
export function unwrap(key: Uint8Array, wrapped: Uint8Array): Uint8Array | undefined {
  if (wrapped.length % 8 !== 0 || wrapped.length < 24 || wrapped.length > 128) return undefined;
  try {
    return aeskw(key).decrypt(wrapped);
  } catch {
    // The library tells a failed check by throwing; there is nothing else that could fail here.
    return undefined;
  }
}

const BLOCK = 16;

/** The key of Manifest.db: four bytes of its class, the lowest first, and then the key, locked by that class. */
export function manifestKey(wrapped: Uint8Array, keys: ReadonlyMap<number, Uint8Array>): Uint8Array | undefined {
  if (wrapped.length < 4) return undefined;
  const number = new DataView(wrapped.buffer, wrapped.byteOffset, 4).getUint32(0, true);
  const key = keys.get(number);
  return key && unwrap(key, wrapped.subarray(4));
}

/**
 * Decrypts where somebody reads, and nowhere else: in CBC mode a block needs the one before it alone. Nothing decrypted
 * is ever written down. Undefined where the length or the padding at the end shows that bytes are missing.
 */
export function decrypted(bytes: BytesAt, key: Uint8Array, decrypt: DecryptBlocks): BytesAt | undefined {
  if (bytes.size === 0 || bytes.size % BLOCK !== 0) return undefined;
  const blocks = (first: number, count: number): Uint8Array => {
    const withBefore = bytes.read(Math.max(0, first - 1) * BLOCK, (first === 0 ? count : count + 1) * BLOCK);
    const whole = withBefore.subarray(0, withBefore.length - (withBefore.length % BLOCK));
    if (first === 0) return decrypt(key, new Uint8Array(BLOCK), whole);
    return decrypt(key, whole.slice(0, BLOCK), whole.subarray(BLOCK));
  };
  const padding = blocks(bytes.size / BLOCK - 1, 1);
  const length = padding.at(-1);
  if (length === undefined || length < 1 || length > BLOCK) return undefined;
  if (padding.subarray(BLOCK - length).some((byte) => byte !== length)) return undefined;
  const size = bytes.size - length;
  return {
    size,
    read: (offset, wanted) => {
      const end = Math.min(offset + wanted, size);
      if (end <= offset) return new Uint8Array(0);
      const first = Math.floor(offset / BLOCK);
      return blocks(first, Math.ceil(end / BLOCK) - first).subarray(offset - first * BLOCK, end - first * BLOCK);
    },
  };
}
