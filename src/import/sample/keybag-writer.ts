import { aeskw } from '@noble/ciphers/aes.js';
import type { Derivation } from '../backup.ts';
import type { Seeded } from './seeded.ts';

/** How a sample is locked: what a door derives with, and afterwards the key that came out. */
export interface SampleLock {
  readonly derivations: readonly Derivation[];
  readonly passwordKey: Uint8Array;
}

/** The rounds of an iOS from 10.2 on (two steps), or of an older one. */
export function sampleDerivations(
  seeded: Seeded,
  rounds: { readonly outer?: number; readonly inner: number },
): Derivation[] {
  const inner: Derivation = { hash: 'sha1', salt: seeded.bytes(20), rounds: rounds.inner };
  if (rounds.outer === undefined) return [inner];
  return [{ hash: 'sha256', salt: seeded.bytes(20), rounds: rounds.outer }, inner];
}

/** Classes in the order of devices; 6 to 8 move to another device only with a password. */
const CLASSES = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
const wrapOf = (number: number, isEncrypted: boolean): number =>
  number <= 4 || (isEncrypted && number >= 6 && number <= 8) ? 2 : 3;

export interface SampleKeybag {
  readonly bytes: Uint8Array;
  /** By class number. */
  readonly keys: ReadonlyMap<number, Uint8Array>;
}

export function writeKeybag(seeded: Seeded, lock: SampleLock | undefined): SampleKeybag {
  const parts: Uint8Array[] = [];
  const put = (tag: string, value: Uint8Array): void => {
    const part = new Uint8Array(8 + value.length);
    part.set(Uint8Array.from(tag, (letter) => letter.charCodeAt(0)));
    new DataView(part.buffer).setUint32(4, value.length);
    part.set(value, 8);
    parts.push(part);
  };
  const number = (tag: string, value: number): void => {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, value);
    put(tag, bytes);
  };
  const inner = lock?.derivations.find(({ hash }) => hash === 'sha1');
  const outer = lock?.derivations.find(({ hash }) => hash === 'sha256');
  number('VERS', outer || !lock ? 5 : 3);
  number('TYPE', 1);
  put('UUID', seeded.bytes(16));
  put('HMCK', seeded.bytes(40));
  number('WRAP', 0);
  put('SALT', inner ? inner.salt : seeded.bytes(20));
  number('ITER', inner ? inner.rounds : 10_000);
  if (outer) {
    number('DPWT', 1);
    number('DPIC', outer.rounds);
    put('DPSL', outer.salt);
  }
  const keys = new Map<number, Uint8Array>();
  for (const klass of CLASSES) {
    const key = seeded.bytes(32);
    keys.set(klass, key);
    put('UUID', seeded.bytes(16));
    number('CLAS', klass);
    number('WRAP', wrapOf(klass, lock !== undefined));
    number('KTYP', 0);
    put('WPKY', lock ? aeskw(lock.passwordKey).encrypt(key) : seeded.bytes(40));
  }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, keys };
}

/** A key under the key of its class: four bytes of the class, the lowest first, and the wrapped key. */
export function wrappedFor(klass: number, key: Uint8Array, keys: ReadonlyMap<number, Uint8Array>): Uint8Array {
  const classKey = keys.get(klass);
  const bytes = new Uint8Array(44);
  new DataView(bytes.buffer).setUint32(0, klass, true);
  if (classKey) bytes.set(aeskw(classKey).encrypt(key), 4);
  return bytes;
}
