import { cbc } from '@noble/ciphers/aes.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesInMemory, inBlocks } from '../../../src/import/bytes-at.ts';
import { factsOfKeybag, readKeybag } from '../../../src/import/keybag.ts';
import { wrappedFor, writeKeybag } from '../../../src/import/sample/keybag-writer.ts';
import { Seeded } from '../../../src/import/sample/seeded.ts';
import { decrypted, derivationsOf, manifestKey, unlock, unwrap } from '../../../src/import/unlock.ts';
import { readOrTold } from './mutations.ts';

const hex = (text: string): Uint8Array =>
  Uint8Array.from(text.replaceAll(' ', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const nobleCbc = (key: Uint8Array, iv: Uint8Array, blocks: Uint8Array): Uint8Array =>
  cbc(key, iv, { disablePadding: true }).decrypt(blocks);

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

// The examples of RFC 3394, 4.1 to 4.6.
test.each([
  [
    '000102030405060708090A0B0C0D0E0F',
    '1FA68B0A8112B447 AEF34BD8FB5A7B82 9D3E862371D2CFE5',
    '00112233445566778899AABBCCDDEEFF',
  ],
  [
    '000102030405060708090A0B0C0D0E0F1011121314151617',
    '96778B25AE6CA435 F92B5B97C050AED2 468AB8A17AD84E5D',
    '00112233445566778899AABBCCDDEEFF',
  ],
  [
    '000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F',
    '64E8C3F9CE0F5BA2 63E9777905818A2A 93C8191E7D6E8AE7',
    '00112233445566778899AABBCCDDEEFF',
  ],
  [
    '000102030405060708090A0B0C0D0E0F1011121314151617',
    '031D33264E15D332 68F24EC260743EDC E1C6C7DDEE725A93 6BA814915C6762D2',
    '00112233445566778899AABBCCDDEEFF0001020304050607',
  ],
  [
    '000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F',
    'A8F9BC1612C68B3F F6E6F4FBE30E71E4 769C8B80A32CB895 8CD5D17D6B254DA1',
    '00112233445566778899AABBCCDDEEFF0001020304050607',
  ],
  [
    '000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F',
    '28C9F404C4B810F4 CBCCB35CFB87F826 3F5786E2D80ED326 CBC7F0E71A99F43B FB988B9B7A02DD21',
    '00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F',
  ],
])('the vectors of RFC 3394 unwrap: %s', (key, wrapped, plain) => {
  expect(unwrap(hex(key), hex(wrapped))).toEqual(hex(plain));
  const wrong = hex(wrapped);
  wrong[5] = (wrong[5] as number) ^ 1;
  expect(unwrap(hex(key), wrong)).toBeUndefined();
});

const passwordKey = new Seeded(1).bytes(32);
const lock = {
  passwordKey,
  derivations: [
    { hash: 'sha256', salt: new Seeded(2).bytes(20), rounds: 10_000_000 },
    { hash: 'sha1', salt: new Seeded(3).bytes(20), rounds: 10_000 },
  ] as const,
};
const made = writeKeybag(new Seeded(4), lock);

describe('a keybag', () => {
  test('has the length and the classes of a real one', () => {
    const bag = readKeybag(made.bytes, 'Manifest.plist');
    // 1,388 bytes with the outer rounds, 1,336 without: as measured in real ones.
    expect(made.bytes).toHaveLength(1388);
    expect(writeKeybag(new Seeded(4), undefined).bytes).toHaveLength(1336);
    expect(derivationsOf(bag)).toEqual(lock.derivations);
    const facts = factsOfKeybag(bag);
    expect(facts.rounds).toBe(10_010_000);
    expect(facts.classes.get(4)).toEqual({ device: false, password: true });
    expect(facts.classes.get(7)).toEqual({ device: false, password: true });
    expect(facts.classes.get(11)).toEqual({ device: true, password: true });
    const plain = factsOfKeybag(readKeybag(writeKeybag(new Seeded(4), undefined).bytes, 'a'));
    expect(plain.classes.get(7)).toEqual({ device: true, password: true });
  });

  test('opens with its key alone, and says when the key is right and the bag is not', () => {
    const bag = readKeybag(made.bytes, 'Manifest.plist');
    const open = unlock(bag, passwordKey);
    expect(open).toEqual({ state: 'unlocked', keys: made.keys.size === 11 ? new Map(made.keys) : 'eleven keys' });
    expect(unlock(bag, new Seeded(9).bytes(32))).toEqual({ state: 'wrong password' });
    const damaged = made.bytes.slice();
    damaged[damaged.length - 3] = (damaged.at(-3) as number) ^ 1;
    expect(unlock(readKeybag(damaged, 'a'), passwordKey)).toEqual({
      state: 'damaged keybag',
      problem: 'The password is right, and the keybag is damaged: the key of class 1.',
    });
    const listKey = new Seeded(6).bytes(32);
    expect(manifestKey(wrappedFor(4, listKey, made.keys), made.keys)).toEqual(listKey);
    expect(manifestKey(wrappedFor(3, listKey, made.keys).fill(4, 0, 1), made.keys)).toBeUndefined();
    expect(manifestKey(Uint8Array.of(1, 2), made.keys)).toBeUndefined();
  });

  test('cut off anywhere is told, or is a shorter bag', () => {
    for (let length = 0; length < made.bytes.length; length += 1) {
      const cut = made.bytes.subarray(0, length);
      if (!readOrTold(() => readKeybag(cut, 'a'))) continue;
      const whole = [...readKeybag(cut, 'a').classes.values()].filter(({ wrapped }) => wrapped);
      expect(whole.length).toBeLessThan(11);
    }
    expect(() => readKeybag(made.bytes.subarray(0, 1380), 'a')).toThrow('cut off inside a value');
    expect(() => readKeybag(new Uint8Array(200_000), 'a')).toThrow('far too large');
    expect(() => readKeybag(new Uint8Array(64), 'a')).toThrow('does not begin as one does');
  });
});

describe('what is encrypted is decrypted where it is read', () => {
  const key = new Seeded(7).bytes(32);
  const plain = new Seeded(8).bytes(70_000);
  const locked = cbc(key, new Uint8Array(16)).encrypt(plain);

  test('any stretch is that of the whole', () => {
    const open = decrypted(bytesInMemory(locked), key, nobleCbc);
    expect(open?.size).toBe(plain.length);
    fc.assert(
      fc.property(fc.nat(plain.length + 40), fc.nat(3000), (offset, length) => {
        const read = open && inBlocks(open).read(offset, length);
        expect(read && isSame(read, plain.subarray(Math.min(offset, plain.length), offset + length))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('a cut end, another key and nothing at all are told', () => {
    expect(decrypted(bytesInMemory(locked.subarray(0, -1)), key, nobleCbc)).toBeUndefined();
    expect(decrypted(bytesInMemory(locked.subarray(0, -32)), key, nobleCbc)).toBeUndefined();
    expect(decrypted(bytesInMemory(locked), new Seeded(9).bytes(32), nobleCbc)).toBeUndefined();
    expect(decrypted(bytesInMemory(locked.subarray(0, 0)), key, nobleCbc)).toBeUndefined();
  });
});

test('blocks give what the bytes are, across their borders and behind the end', () => {
  const bytes = new Seeded(11).bytes(600_000);
  const read = inBlocks(bytesInMemory(bytes));
  for (const [offset, length] of [
    [0, 10],
    [262_140, 8],
    [262_144, 4096],
    [200_000, 400_000],
    [599_990, 100],
    [700_000, 5],
  ] as const)
    expect(isSame(read.read(offset, length), bytes.subarray(offset, offset + length))).toBe(true);
});
