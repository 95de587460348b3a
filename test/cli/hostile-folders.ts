import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlistValue } from '../../src/import/binary-plist.ts';
import { writeBinaryPlist } from '../../src/import/sample/plist-writer.ts';
import type { SampleBackup } from '../../src/import/sample/sample-backup.ts';
import {
  changedAt,
  database,
  dict,
  fileOf,
  inACircle,
  manifestWith,
  oneValueInEveryRow,
  TABLE,
  text,
  unfolding,
} from './hostile-parts.ts';
import { lockOf, madeSample, onDisk } from './samples.ts';

/** The samples that are spoiled. */
interface Wholes {
  readonly plain: SampleBackup;
  readonly locked: SampleBackup;
  readonly old: SampleBackup;
  readonly logged: SampleBackup;
}

/** A backup as nobody should write it, and what whoever imports it is told. */
export interface HostileFolder {
  readonly name: string;
  readonly of?: keyof Wholes;
  /** Files that are replaced; undefined takes one away. */
  readonly files?: (wholes: Wholes) => Files | Promise<Files>;
  /** What is done to the folder after it was written. */
  readonly spoil?: (folder: string) => void;
  /** Some of what is said: of a refusal on stderr, else in the answer. */
  readonly says: string;
}
type Files = Readonly<Record<string, Uint8Array | undefined>>;

const list =
  (bytes: (plain: SampleBackup) => Uint8Array | Promise<Uint8Array>) =>
  async ({ plain }: Wholes): Promise<Files> => ({ 'Manifest.db': await bytes(plain) });
const instead = (name: string, bytes: Uint8Array | undefined) => (): Files => ({ [name]: bytes });
const half = (bytes: Uint8Array): Uint8Array => bytes.slice(0, bytes.length / 2);

/** The list of files cannot be read, so the backup cannot: exit code 2, and nothing is written. */
export const REFUSED: readonly HostileFolder[] = [
  { name: 'nothing of a backup', files: () => nothing, says: 'there is no backup in this folder' },
  {
    name: 'Status.plist alone',
    files: () => ({ ...nothing, 'Status.plist': text('<plist><dict/></plist>') }),
    says: 'the backup has no list of its files',
  },
  { name: 'no list', files: instead('Manifest.db', undefined), says: 'the backup has no list of its files' },
  { name: 'an empty list', files: instead('Manifest.db', new Uint8Array(0)), says: 'Manifest.db: it is empty' },
  {
    name: 'a text as list',
    files: instead('Manifest.db', text('this is no database, and longer than a header '.repeat(40))),
    says: 'Manifest.db: it is no database',
  },
  {
    name: 'a list that is cut',
    files: list((plain) => half(fileOf('Manifest.db', plain))),
    says: 'damaged or cut off',
  },
  {
    name: 'the list and Manifest.plist swapped',
    files: ({ plain }) => ({
      'Manifest.db': fileOf('Manifest.plist', plain),
      'Manifest.plist': fileOf('Manifest.db', plain),
    }),
    says: 'Manifest.db: it is locked or damaged',
  },
  {
    name: 'another database',
    files: list(() => database('CREATE TABLE Things (a)')),
    says: 'has no table “Files”',
  },
  {
    name: 'a computed column',
    files: list(() => database('CREATE TABLE Files (fileID, domain, relativePath, flags, file AS (zeroblob(1e9)))')),
    says: 'no column “file” of its own',
  },
  {
    name: 'a view without end',
    files: list(() =>
      database(
        'CREATE VIEW Files AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ' +
          'SELECT i AS fileID, i AS domain, i AS relativePath, 1 AS flags, NULL AS file FROM n',
      ),
    ),
    says: 'no ordinary table',
  },
  {
    name: 'a virtual table',
    files: list(() => database('CREATE VIRTUAL TABLE Files USING fts5(fileID, domain, relativePath, flags, file)')),
    says: 'no ordinary table',
  },
  {
    name: 'a giant value',
    files: list(() => database(TABLE, "INSERT INTO Files VALUES ('a', 'b', 'c', 1, zeroblob(6000000))")),
    says: 'far larger than those of a backup',
  },
  {
    name: 'pages in a circle',
    files: list((plain) => inACircle(fileOf('Manifest.db', plain))),
    says: 'damaged or cut off',
  },
  {
    name: 'pages that unfold',
    files: list((plain) => unfolding(fileOf('Manifest.db', plain))),
    says: 'damaged or cut off',
  },
  { name: 'one value in every row', files: list(() => oneValueInEveryRow()), says: 'damaged or cut off' },
  {
    name: 'a list of iOS 9 that is cut',
    of: 'old',
    files: ({ old }) => ({ 'Manifest.mbdb': half(fileOf('Manifest.mbdb', old)) }),
    says: 'Manifest.mbdb: ',
  },
  {
    name: 'locked, without Manifest.plist',
    of: 'locked',
    files: instead('Manifest.plist', undefined),
    says: 'it is locked or damaged, and Manifest.plist, which would say so',
  },
  {
    name: 'locked, with a Manifest.plist of 0 bytes',
    of: 'locked',
    files: instead('Manifest.plist', new Uint8Array(0)),
    says: 'it is locked or damaged, and Manifest.plist, which would say so',
  },
  { name: 'locked, with an empty list', of: 'locked', files: instead('Manifest.db', new Uint8Array(0)), says: 'empty' },
  {
    name: 'a key bag that is cut',
    of: 'locked',
    files: ({ locked }) => ({ 'Manifest.plist': manifestWith({ BackupKeyBag: bagOf(locked).slice(0, -7) }, locked) }),
    says: 'cut off inside a value',
  },
  {
    name: 'a key bag that asks for too much',
    of: 'locked',
    files: ({ locked }) => ({ 'Manifest.plist': manifestWith({ BackupKeyBag: slowed(bagOf(locked)) }, locked) }),
    says: 'it is not tried',
  },
  {
    name: 'a list that leads out of the folder',
    files: instead('Manifest.db', undefined),
    spoil: (folder) => symlinkSync('/etc/hostname', join(folder, 'Manifest.db')),
    says: 'this is a link',
  },
  {
    name: 'a backup of iOS 3',
    files: () => nothing,
    spoil: (folder) => writeFileSync(join(folder, `${'a'.repeat(40)}.mddata`), ''),
    says: 'iOS 3 or 4',
  },
];

const nothing: Files = {
  'Info.plist': undefined,
  'Manifest.plist': undefined,
  'Status.plist': undefined,
  'Manifest.db': undefined,
};

const bagOf = (sample: SampleBackup): Uint8Array => {
  const bytes = fileOf('Manifest.plist', sample);
  const at = Buffer.from(bytes).indexOf('VERS');
  const end = Buffer.from(bytes).lastIndexOf('WPKY') + 8 + 40;
  return bytes.slice(at, end);
};

function slowed(bag: Uint8Array): Uint8Array {
  const at = Buffer.from(bag).indexOf('DPIC');
  const changed = bag.slice();
  new DataView(changed.buffer).setUint32(at + 8, 20_000_000);
  return changed;
}

/** Sixteen entries that are each the same sixteen entries, six levels deep: 173 bytes, and 16 million values. */
function unfoldingPlist(): Uint8Array {
  const level = (below: number): number[] => [0xaf, 0x10, 16, ...Array.from({ length: 16 }, () => below)];
  const objects = [[0xd1, 1, 2], [0x51, 0x61], level(3), level(4), level(5), level(6), level(7), level(8), [0x09]];
  return binaryPlist(objects);
}

function binaryPlist(objects: readonly (readonly number[])[]): Uint8Array {
  const offsets: number[] = [];
  const bytes = [...text('bplist00')];
  for (const object of objects) {
    offsets.push(bytes.length);
    bytes.push(...object);
  }
  const table = bytes.length;
  for (const offset of offsets) bytes.push(offset >> 8, offset & 255);
  const trailer = new DataView(new ArrayBuffer(32));
  trailer.setUint8(6, 2);
  trailer.setUint8(7, 1);
  trailer.setUint32(12, objects.length);
  trailer.setUint32(28, table);
  return Uint8Array.from([...bytes, ...new Uint8Array(trailer.buffer)]);
}

const xml = (inside: string): Uint8Array => text(`<?xml version="1.0"?>${inside}`);
const ENTITIES = Array.from({ length: 9 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`).join(
  '',
);

/** The rest of the backup tells enough: exit code 0, and what is wrong stands in the answer. */
export const ANSWERED: readonly HostileFolder[] = [
  { name: 'no Info.plist', files: instead('Info.plist', undefined), says: 'for 0 of them the App Store can be asked' },
  { name: 'no Status.plist', files: instead('Status.plist', undefined), says: 'There is no Status.plist' },
  { name: 'no Manifest.plist', files: instead('Manifest.plist', undefined), says: 'There is no Manifest.plist' },
  {
    name: 'a Status.plist of 0 bytes',
    files: instead('Status.plist', new Uint8Array(0)),
    says: 'Status.plist is empty',
  },
  {
    name: 'a text as Status.plist',
    files: instead('Status.plist', text('finished')),
    says: 'Status.plist cannot be read: it is no property list.',
  },
  {
    name: 'Manifest.plist and Status.plist swapped',
    files: ({ plain }) => ({
      'Manifest.plist': fileOf('Status.plist', plain),
      'Status.plist': fileOf('Manifest.plist', plain),
    }),
    says: 'Status.plist lacks UUID, BackupState, SnapshotState, IsFullBackup',
  },
  {
    name: 'a plist that holds itself',
    files: instead(
      'Status.plist',
      binaryPlist([
        [0xd1, 1, 0],
        [0x51, 0x61],
      ]),
    ),
    says: 'Status.plist cannot be read',
  },
  {
    name: 'a plist that expands 16^6-fold',
    files: instead('Manifest.plist', unfoldingPlist()),
    says: 'it unfolds into more than 400000 values',
  },
  {
    name: 'a plist with entities',
    files: instead(
      'Status.plist',
      xml(`<!DOCTYPE plist [<!ENTITY e0 "aaaaaaaaaa">${ENTITIES}]><plist><string>&e9;</string></plist>`),
    ),
    says: 'Status.plist cannot be read',
  },
  {
    name: 'a plist with __proto__ and a name twice',
    files: instead(
      'Info.plist',
      xml(
        '<plist><dict><key>__proto__</key><dict><key>Product Version</key><string>99.9</string></dict>' +
          '<key>Product Version</key><string>16.4</string><key>Product Version</key><string>16.5</string>' +
          '</dict></plist>',
      ),
    ),
    says: 'The list of files is there (Manifest.db): passed',
  },
  {
    name: '65,537 objects',
    files: instead(
      'Info.plist',
      writeBinaryPlist(new Map(Array.from({ length: 32_768 }, (_, n): [string, PlistValue] => [`k${n}`, `v${n}`]))),
    ),
    says: 'The list of files is there (Manifest.db): passed',
  },
  {
    name: 'values of other kinds',
    files: instead('Info.plist', dict({ Applications: 5, 'Product Name': true, 'Installed Applications': 'all' })),
    says: 'The list of files is there (Manifest.db): passed',
  },
  {
    name: 'IsEncrypted that says no and is yes',
    of: 'locked',
    files: ({ locked }) => ({ 'Manifest.plist': manifestWith({ IsEncrypted: false }, locked) }),
    says: 'The backup says that it is not encrypted, and its list of files is.',
  },
  {
    name: 'IsEncrypted that says yes and is no',
    files: ({ plain }) => ({
      'Manifest.plist': manifestWith({ IsEncrypted: true, ManifestKey: new Uint8Array(44) }, plain),
    }),
    says: 'Manifest.plist says that the list of files is encrypted, and it is not',
  },
  {
    name: 'a -wal that is damaged',
    of: 'logged',
    files: ({ logged }) => ({ 'Manifest.db-wal': changedAt(fileOf('Manifest.db-wal', logged), 5000, 0x77) }),
    says: 'it is damaged after 0 of its pages',
  },
];

let wholes: Promise<Wholes> | undefined;
async function madeWholes(): Promise<Wholes> {
  const [plain, locked, old, logged] = [
    await madeSample({ rows: 200 }),
    await madeSample({ rows: 200, lock: lockOf('secret', { outer: 300, inner: 30 }) }),
    await madeSample({ rows: 150, ios: '9.3.5' }),
    await madeSample({ rows: 200, inLog: 30 }),
  ];
  return { plain, locked, old, logged };
}

/** Writes it below a folder, and tells where. */
export async function hostileFolder(
  { name, of = 'plain', files = () => ({}), spoil }: HostileFolder,
  home: string,
): Promise<string> {
  const all = await (wholes ??= madeWholes());
  const sample = all[of];
  const changed = new Map(sample.files);
  for (const [file, bytes] of Object.entries(await files(all)))
    if (bytes) changed.set(file, bytes);
    else changed.delete(file);
  const spoiled: SampleBackup = { ...sample, files: changed, payload: [] };
  const folder = onDisk(spoiled, join(home, name.replaceAll(/\W+/g, '-')));
  spoil?.(folder);
  return folder;
}
