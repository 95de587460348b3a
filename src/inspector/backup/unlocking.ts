import { cbc } from '@noble/ciphers/aes.js';
import type { Derivation } from '../../import/backup.ts';
import type { DecryptBlocks } from '../../import/unlock.ts';

const HASHES: Readonly<Record<Derivation['hash'], string>> = { sha256: 'SHA-256', sha1: 'SHA-1' };
const KEY_BITS = 256;

/** The key that a password leads to, by the browser's own arithmetic: by hand it would take ten times as long. */
export async function keyOfPassword(password: string, steps: readonly Derivation[]): Promise<Uint8Array> {
  let key = new TextEncoder().encode(password);
  for (const { hash, salt, rounds } of steps) {
    const from = await crypto.subtle.importKey('raw', key, 'PBKDF2', false, ['deriveBits']);
    const how = { name: 'PBKDF2', hash: HASHES[hash], salt: new Uint8Array(salt), iterations: rounds };
    key = new Uint8Array(await crypto.subtle.deriveBits(how, from, KEY_BITS));
  }
  return key;
}

/** Synchronous, as SQLite asks for bytes: the browser’s own decrypts by promises alone. */
export const decryptBlocks: DecryptBlocks = (key, iv, blocks) => cbc(key, iv, { disablePadding: true }).decrypt(blocks);
