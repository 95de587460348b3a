import { cbc } from '@noble/ciphers/aes.js';
import * as fc from 'fast-check';
import { startSqlite } from '../../src/cli/sqlite.ts';
import type { BackupFolder } from '../../src/import/backup.ts';
import { bytesInMemory } from '../../src/import/bytes-at.ts';
import { readBackup } from '../../src/import/read-backup.ts';
import { sampleDerivations } from '../../src/import/sample/keybag-writer.ts';
import { folderOfSample, sampleBackup, type SampleWishes } from '../../src/import/sample/sample-backup.ts';
import { Seeded } from '../../src/import/sample/seeded.ts';
import { type BackupSummary, summaryOfVisit, visitBackup, type VisitedBackup } from '../../src/import/summary.ts';
import type { ImportTarget } from '../../src/import/import-target.ts';
import { UNNAMED_ACCOUNT } from '../../src/model/account-names.ts';
import { must } from '../../src/model/must.ts';
import type { Changes } from '../../src/scenario/conditions.ts';
import type { Names } from './scripts.ts';
import { haveImports } from './source-of-worlds.ts';
import type { Stated } from './worlds.ts';
import type { WorldPlain } from './world-parts.ts';

/** Worlds that `import` makes of backups: of many versions of iOS, open, locked and broken, onto many devices. */

/** One key stands for a password; what it costs to derive one is no matter here. */
const lock = {
  derivations: sampleDerivations(new Seeded(3), { outer: 2, inner: 2 }),
  passwordKey: new Seeded(4).bytes(32),
};
const oldLock = { ...lock, derivations: sampleDerivations(new Seeded(3), { inner: 2 }) };

interface Made {
  readonly wishes: Partial<SampleWishes>;
  /** The password is given, another is, or none. */
  readonly password?: 'right' | 'wrong';
  /** Files that are gone, and files in which something else stands. */
  readonly but?: Readonly<Record<string, Uint8Array | undefined>>;
  /** The payload of files is gone, as after a copy that broke off. */
  readonly withoutPayload?: true;
  /** Nobody has listed the folder: single files were chosen. */
  readonly fewFiles?: true;
}

const letters = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What backups are like, by what is uncommon in each. */
export const BACKUPS: Readonly<Record<string, Made>> = {
  'plain, iOS 16.4': { wishes: { rows: 220, ios: '16.4' } },
  'plain, iOS 26': { wishes: { rows: 120, ios: '26.0', seed: 3 } },
  'plain, iOS 18.3': { wishes: { rows: 90, ios: '18.3', seed: 4, inLog: 12 } },
  'plain, iOS 12.4': { wishes: { rows: 90, ios: '12.4', seed: 5 } },
  'plain, iOS 10.3': { wishes: { rows: 90, ios: '10.3.3', seed: 6 } },
  'plain, iOS 9': { wishes: { rows: 90, ios: '9.3.5', seed: 7 } },
  'plain, iOS 8': { wishes: { rows: 90, ios: '8.4', seed: 8 } },
  'plain, iOS 7': { wishes: { rows: 90, ios: '7.1', seed: 9 } },
  'locked and opened, iOS 17': { wishes: { rows: 200, ios: '17.2', lock, seed: 10 }, password: 'right' },
  'locked and opened, iOS 10.2': { wishes: { rows: 90, ios: '10.2', lock, seed: 11 }, password: 'right' },
  'locked, the list open, iOS 10.1': { wishes: { rows: 90, ios: '10.1.1', lock: oldLock, seed: 12 } },
  'locked, the list open, iOS 9': { wishes: { rows: 90, ios: '9.3.5', lock: oldLock, seed: 13 } },
  'locked, without its password': { wishes: { rows: 90, ios: '17.2', lock, seed: 14 } },
  'locked, with another password': { wishes: { rows: 90, ios: '16.4', lock, seed: 15 }, password: 'wrong' },
  'locked in part, iOS 10.0': { wishes: { rows: 90, ios: '10.0.1', lock: oldLock, seed: 23 } },
  'without Status.plist': { wishes: { rows: 90, ios: '16.4', seed: 16 }, but: { 'Status.plist': undefined } },
  'without its list': { wishes: { rows: 90, ios: '16.4', seed: 17 }, but: { 'Manifest.db': undefined } },
  'locked, without its list': {
    wishes: { rows: 90, ios: '16.4', lock, seed: 24 },
    but: { 'Manifest.db': undefined },
  },
  'with a list that is none': {
    wishes: { rows: 90, ios: '16.4', seed: 18 },
    but: { 'Manifest.db': letters('nothing') },
  },
  'without Info.plist': { wishes: { rows: 90, ios: '16.4', seed: 19 }, but: { 'Info.plist': undefined } },
  'without Manifest.plist': {
    wishes: { rows: 90, ios: '16.4', seed: 20 },
    but: { 'Manifest.plist': letters('<plist') },
  },
  'without Manifest.plist and its list': {
    wishes: { rows: 90, ios: '16.4', seed: 25 },
    but: { 'Manifest.plist': undefined, 'Manifest.db': undefined },
  },
  'with payload gone': { wishes: { rows: 90, ios: '16.4', seed: 21 }, withoutPayload: true },
  'of a few chosen files': { wishes: { rows: 90, ios: '16.4', seed: 22 }, fewFiles: true },
};

export const TARGETS = [
  { is: 'same' },
  { is: 'other', kind: 'iphone', model: 'iPhone 16', ios: '18.3' },
  { is: 'other', kind: 'iphone', model: 'iPhone 17', ios: '26.0' },
  { is: 'other', kind: 'iphone', model: 'iPhone 12', ios: '15.8' },
  { is: 'other', kind: 'ipad', model: 'iPad Air', ios: '26.0' },
] as const;

/** What somebody may say of the device, on the command line or beside the answer. */
const SAID = [
  {},
  {},
  { 'device.free': '64 GB' },
  { 'device.free': '100 MB' },
  { 'device.state': 'in-use' },
  { 'device.findMy': 'on' },
] as const;

const corpus = new Map<string, VisitedBackup>();

/** Makes and reads each of them once, and hands them to the laws. */
export async function readImports(): Promise<ReadonlyMap<string, VisitedBackup>> {
  if (corpus.size > 0) return corpus;
  const lists = await startSqlite();
  const tools = {
    lists,
    decrypt: (key: Uint8Array, iv: Uint8Array, blocks: Uint8Array) =>
      cbc(key, iv, { disablePadding: true }).decrypt(blocks),
  };
  for (const [name, made] of Object.entries(BACKUPS)) {
    const sample = sampleBackup(lists.sqlite, { seed: 7, rows: 90, ios: '16.4', ...made.wishes });
    const passwordKey = made.password && (made.password === 'right' ? lock.passwordKey : new Seeded(9).bytes(32));
    const read = readBackup(folderOf(made, folderOfSample(sample, name)), tools, passwordKey ? { passwordKey } : {});
    corpus.set(name, visitBackup(read, { keepNames: false }));
    read.close();
  }
  haveImports({ worlds, names });
  return corpus;
}

function folderOf({ but = {}, withoutPayload, fewFiles }: Made, folder: BackupFolder): BackupFolder {
  const { eachPayload, ...rest } = folder;
  const bytesOf = (name: string) =>
    Object.hasOwn(but, name) ? but[name] && bytesInMemory(but[name]) : folder.file(name);
  return {
    ...rest,
    file: bytesOf,
    ...(fewFiles
      ? {}
      : { eachPayload: withoutPayload ? () => undefined : must(eachPayload, 'the payload of a sample') }),
  };
}

/** Somebody and something of most of these worlds: what is not in one of them is not done in it. */
const names: Names = {
  accounts: ['buyer-1', 'buyer-2'],
  backups: ['backup'],
  apps: ['whatsapp-messenger', 'spotify', 'instagram', 'microsoft-outlook', 'app-1'],
};

const worldsOf = fc.record({
  backup: fc.constantFrom(...Object.keys(BACKUPS)),
  target: fc.constantFrom(...TARGETS),
  changes: fc.constantFrom(...SAID),
  /** A list that names only some of it: kinds of data that this phone has none of. */
  kept: fc.oneof(fc.constant(1), fc.constantFrom(2, 3)),
  /** Laws that look at a few items look at others each time. */
  first: fc.nat(80),
});

const known = new Map<string, BackupSummary['stated']>();
function told(backup: string, target: ImportTarget, changes: Changes): BackupSummary['stated'] {
  const key = JSON.stringify([backup, target, changes]);
  const stated = known.get(key) ?? summaryOfVisit(must(corpus.get(backup), backup), { target, changes }).stated;
  known.set(key, stated);
  return stated;
}

/** What `import -o` writes, with its defaults said, so that a law can change them. */
const worlds: fc.Arbitrary<Stated> = worldsOf.map(({ backup, target, changes, kept, first }) => {
  const { world, ...rest } = structuredClone(told(backup, target, changes)) as unknown as Stated;
  const items = (world.items ?? []).flatMap((item, place) =>
    place % kept === 0 ? [{ ...item, id: item['id'] ?? item['category'] }] : [],
  );
  const turned =
    items.length === 0 ? [] : [...items.slice(first % items.length), ...items.slice(0, first % items.length)];
  const whole: WorldPlain = {
    ...world,
    computer: world.computer ?? {},
    accounts: world.accounts ?? [{ id: UNNAMED_ACCOUNT }],
    services: world.services ?? {},
    surroundings: world.surroundings ?? {},
    items: turned,
  };
  return {
    ...rest,
    edition: rest.edition ?? 'modern',
    script: rest.script ?? [],
    expect: { outcome: 'in-progress' },
    world: whole,
  };
});
