import { readBinaryPlist } from '../../../src/import/binary-plist.ts';
import { bytesInMemory } from '../../../src/import/bytes-at.ts';
import { factsOfInfo } from '../../../src/import/facts-of-info.ts';
import { factsOfManifest, factsOfStatus } from '../../../src/import/facts-of-manifest.ts';
import { factsOfKeybag, readKeybag } from '../../../src/import/keybag.ts';
import { readMbdb } from '../../../src/import/mbdb.ts';
import { MbFileReader } from '../../../src/import/mbfile.ts';
import { readPlistDict } from '../../../src/import/plist.ts';
import { writeKeybag } from '../../../src/import/sample/keybag-writer.ts';
import { mbFileOf, writeLog, writeMbdb } from '../../../src/import/sample/list-writer.ts';
import { writeBinaryPlist, writeXmlPlist } from '../../../src/import/sample/plist-writer.ts';
import { sampleFiles } from '../../../src/import/sample/sample-files.ts';
import { infoPlist, manifestPlist, statusPlist } from '../../../src/import/sample/sample-plists.ts';
import { Seeded } from '../../../src/import/sample/seeded.ts';
import { leftOutOfLog } from '../../../src/import/sqlite/write-ahead-log.ts';
import { unlock } from '../../../src/import/unlock.ts';
import { type Mutation, mutated, readOrTold } from './mutations.ts';

/** A reader, and files that it reads. */
export interface FuzzTarget {
  readonly seeds: readonly Uint8Array[];
  readonly read: (bytes: Uint8Array) => unknown;
}

const facts = { ios: '16.4', made: 1_772_361_000_000, isEncrypted: true, isFlat: false };
const rows = [...sampleFiles({ seed: 5, rows: 60, isEncrypted: true, made: facts.made })];
const passwordKey = new Seeded(1).bytes(32);
const bag = writeKeybag(new Seeded(4), {
  passwordKey,
  derivations: [{ hash: 'sha1', salt: new Seeded(2).bytes(20), rounds: 10_000 }],
});
const info = infoPlist(facts, new Seeded(3));
const manifest = manifestPlist(facts, bag.bytes, new Uint8Array(44));
const status = statusPlist(facts);
const list = new Uint8Array(8192);
list.set([0x10, 0x00], 16);
const log = writeLog(new Uint8Array(4096), list);
const details = new MbFileReader();

export const FUZZ_TARGETS: Readonly<Record<string, FuzzTarget>> = {
  'binary property lists': {
    seeds: [info, manifest, status].map(writeBinaryPlist),
    read: (bytes) => readBinaryPlist(bytes, 'some.plist'),
  },
  'XML property lists': {
    seeds: [status, manifest].map(writeXmlPlist),
    read: (bytes) => readPlistDict(bytes, 'some.plist'),
  },
  'facts of property lists': {
    seeds: [info, manifest, status].map(writeBinaryPlist),
    read: (bytes) => {
      const dict = readPlistDict(bytes, 'some.plist');
      return [factsOfInfo(dict, true), factsOfManifest(dict), factsOfStatus(dict)];
    },
  },
  'details of files': {
    seeds: rows.slice(0, 30).map((file) => mbFileOf(file, new Uint8Array(44))),
    read: (bytes) => details.read(bytes, 0, bytes.length),
  },
  'Manifest.mbdb': {
    seeds: [writeMbdb(rows.slice(0, 8))],
    read: (bytes) =>
      readMbdb(bytesInMemory(bytes), 'Manifest.mbdb', { index: undefined, isPadded: false }, () => undefined),
  },
  keybags: {
    seeds: [bag.bytes, writeKeybag(new Seeded(5), undefined).bytes],
    read: (bytes) => {
      const found = readKeybag(bytes, 'Manifest.plist');
      // One key in a hundred is tried: unwrapping takes a hundred times as long as reading.
      return (bytes.at(-1) as number) < 3 ? unlock(found, passwordKey) : factsOfKeybag(found);
    },
  },
  'write-ahead logs': { seeds: [log], read: (bytes) => leftOutOfLog(bytesInMemory(bytes), bytesInMemory(list)) },
};

/** Reads so many changed files; whatever is no result and no sentence is thrown. */
export function fuzz({ seeds, read }: FuzzTarget, inputs: number, seed: number): { readonly read: number } {
  const seeded = new Seeded(seed);
  const changed = (): Mutation => [seeded.below(5), seeded.below(2 ** 32), seeded.below(2 ** 32), seeded.below(64)];
  let whole = 0;
  for (let input = 0; input < inputs; input += 1) {
    const bytes = seeds[seeded.below(seeds.length)] as Uint8Array;
    const changes = Array.from({ length: 1 + seeded.below(4) }, changed);
    if (readOrTold(() => read(mutated(bytes, changes)))) whole += 1;
  }
  return { read: whole };
}
