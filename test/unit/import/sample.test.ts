import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { writeKeybag } from '../../../src/import/sample/keybag-writer.ts';
import { mbFileOf, writeMbdb } from '../../../src/import/sample/list-writer.ts';
import { writeBinaryPlist, writeXmlPlist } from '../../../src/import/sample/plist-writer.ts';
import { sampleFiles } from '../../../src/import/sample/sample-files.ts';
import { infoPlist, manifestPlist, statusPlist } from '../../../src/import/sample/sample-plists.ts';
import { Seeded } from '../../../src/import/sample/seeded.ts';

const facts = { ios: '16.4', made: 1_772_361_000_000, isEncrypted: false, isFlat: false };
const rowsOf = (seed: number, rows: number) => [...sampleFiles({ seed, rows, isEncrypted: false, made: facts.made })];

function fingerprint(seed: number): string {
  const rows = rowsOf(seed, 400);
  const bag = writeKeybag(new Seeded(seed), undefined);
  const parts = [
    writeMbdb(rows),
    ...rows.slice(0, 40).map((file) => mbFileOf(file)),
    writeXmlPlist(infoPlist(facts, new Seeded(seed))),
    writeBinaryPlist(manifestPlist(facts, bag.bytes, undefined)),
    writeBinaryPlist(statusPlist(facts)),
  ];
  return bytesToHex(sha256(Uint8Array.from(parts.flatMap((part) => [...part]))));
}

test('a sample is the same for the same seed on every host, and another for another', () => {
  // Known: Node and the browser, which both run this test, come to the same bytes.
  expect(fingerprint(1)).toBe(KNOWN);
  expect(fingerprint(2)).not.toBe(KNOWN);
});
const KNOWN = 'c449343d573528397ed3d5e0f886b28842c3299f745fc2a30ec76e27060f0ba3';

test.each([300, 2000, 20_000])('%i rows are so many, have no name twice, and the shape of a real list', (count) => {
  const rows = rowsOf(3, count);
  expect(rows).toHaveLength(count);
  expect(new Set(rows.map(({ domain, path }) => `${domain}-${path}`)).size).toBe(count);
  const files = rows.filter(({ kind }) => kind === 'file');
  expect(rows.filter(({ kind }) => kind === 'link')).toHaveLength(1);
  expect(files.every(({ size, protectionClass }) => size >= 0 && protectionClass > 0)).toBe(true);
  expect(files.length / count).toBeGreaterThan(0.25);
  // Each folder stands before what is in it.
  const seen = new Set<string>();
  for (const { domain, path, kind } of rows) {
    const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    if (kind === 'file') expect(seen.has(`${domain}-${parent}`)).toBe(true);
    if (kind === 'folder') seen.add(`${domain}-${path}`);
  }
});
