import type { BackupFolder, BackupPart, BackupRead, BackupTrouble, BytesAt, FileRow, ListSummary } from './backup.ts';
import { BackupChanged } from './backup-changed.ts';
import type { PlistDict } from './binary-plist.ts';
import { InputError } from '../model/problem.ts';
import { factsOfInfo } from './facts-of-info.ts';
import { factsOfManifest, factsOfStatus } from './facts-of-manifest.ts';
import { factsOfKeybag, type Keybag, readKeybag } from './keybag.ts';
import { type Lock, lockOf } from './lock.ts';
import { PayloadIndex } from './payload-index.ts';
import { readPlistDict } from './plist.ts';
import { dataIn } from './plist-parts.ts';
import type { ListReader } from './sqlite/list-database.ts';
import { derivationsOf, type DecryptBlocks } from './unlock.ts';
import { DatabaseList, type FileList, mbdbList } from './file-list.ts';

/** What a door starts and hands in. */
export interface ReadingTools {
  readonly lists: ListReader;
  readonly decrypt: DecryptBlocks;
}
export interface ReadingWishes {
  /** What the `derivations` have made of the password. */
  readonly passwordKey?: Uint8Array;
  /** Whether the device's name may be passed on. */
  readonly keepNames?: boolean;
}

/** Bytes of the largest of each: Info.plist holds icons of apps, Manifest.plist a line for each, Status.plist 200. */
const LARGEST = { 'Info.plist': 20e6, 'Manifest.plist': 4e6, 'Status.plist': 100_000 } as const;

/** Reads a backup. Throws an InputError only where the folder is none, or one of iOS 3 or 4. */
export function readBackup(folder: BackupFolder, tools: ReadingTools, wishes: ReadingWishes = {}): BackupRead {
  const place = (name: string): string => `${folder.name}/${name}`;
  const plist = (name: keyof typeof LARGEST): BackupPart<PlistDict> =>
    partOf(folder.file(name), place(name), LARGEST[name]);
  const [info, manifest, status] = [plist('Info.plist'), plist('Manifest.plist'), plist('Status.plist')];
  const database = folder.file('Manifest.db');
  const mbdb = folder.file('Manifest.mbdb');
  const isMddata = { seen: false };
  const payload =
    folder.eachPayload &&
    new PayloadIndex((visit) =>
      folder.eachPayload?.((file) => {
        isMddata.seen ||= /\.md(?:data|info)$/.test(file.name);
        visit(file);
      }),
    );
  if (!database && !mbdb) refuseStrangers(folder, [info, manifest, status], isMddata.seen);
  const manifestFacts = mapPart(manifest, factsOfManifest);
  const keybag = keybagOf(manifest, place('Manifest.plist'));
  const infoFacts = mapPart(info, (dict) => factsOfInfo(dict, wishes.keepNames === true));
  const lock = lockOf({
    manifest,
    keybag,
    database,
    hasMbdb: mbdb !== undefined,
    ios: infoFacts.state === 'read' ? infoFacts.facts.productVersion : undefined,
    passwordKey: wishes.passwordKey,
  });
  const troubles: BackupTrouble[] = [...lock.troubles];
  const list = listOf({ folder, place, database, mbdb, lock, tools, payload, troubles });
  return {
    name: folder.name,
    info: infoFacts,
    manifest: manifestFacts,
    status: mapPart(status, factsOfStatus),
    keybag: mapPart(keybag, factsOfKeybag),
    encryption: lock.encryption,
    derivations: keybag.state === 'read' ? derivationsOf(keybag.facts) : [],
    list: database ? 'database' : mbdb ? 'mbdb' : 'missing',
    listSize: (database ?? mbdb)?.size,
    headerSaysEncrypted: lock.headerSaysEncrypted,
    isEncrypted: lock.isEncrypted,
    hasSnapshot: folder.hasFolder('Snapshot'),
    payload: payload?.summary,
    eachFile: (visit) => visited(folder, place, list, visit),
    troubles,
    close: () => list.close(),
  };
}

/** A list that has changed meanwhile tells the half of one backup and the half of another. */
function visited(
  folder: BackupFolder,
  place: (name: string) => string,
  list: FileList,
  visit: (row: FileRow) => void,
): ListSummary {
  const changed = () => {
    const name = folder.changed?.();
    return name === undefined ? undefined : new BackupChanged(name === '.' ? folder.name : place(name));
  };
  try {
    const summary = list.eachFile(visit);
    const change = changed();
    if (change) throw change;
    return summary;
  } catch (error) {
    throw (error instanceof InputError ? changed() : undefined) ?? error;
  }
}

function listOf(parts: {
  readonly folder: BackupFolder;
  readonly place: (name: string) => string;
  readonly database: BytesAt | undefined;
  readonly mbdb: BytesAt | undefined;
  readonly lock: Lock;
  readonly tools: ReadingTools;
  readonly payload: PayloadIndex | undefined;
  readonly troubles: BackupTrouble[];
}): FileList {
  const { folder, place, database, mbdb, lock, tools, payload: index, troubles } = parts;
  const payload = { index, isPadded: lock.encryption.state !== 'plain' };
  if (database)
    return new DatabaseList({
      file: place('Manifest.db'),
      database,
      log: folder.file('Manifest.db-wal'),
      lock,
      tools,
      payload,
      tell: (about, message) => troubles.push({ about, message }),
    });
  if (mbdb) return mbdbList(mbdb, place('Manifest.mbdb'), payload);
  return {
    eachFile: () => {
      throw new InputError([
        { file: place('Manifest.db'), message: 'there is no such file: the backup has no list of its files' },
      ]);
    },
    close: () => undefined,
  };
}

function refuseStrangers(folder: BackupFolder, plists: readonly BackupPart<PlistDict>[], isMddata: boolean): void {
  if (isMddata)
    throw new InputError([
      {
        file: folder.name,
        message: 'this is a backup of iOS 3 or 4 (“.mddata”), which is not read',
        advice: 'Backups from iOS 5 on can be read.',
      },
    ]);
  if (plists.some(({ state }) => state !== 'missing')) return;
  throw new InputError([
    {
      file: folder.name,
      message:
        'this is not the folder of a backup: it holds no Manifest.plist, Info.plist, Status.plist or Manifest.db',
      advice: 'A backup is a folder with a name of 24 or 40 letters and digits; its parent holds all of a computer.',
    },
  ]);
}

function partOf(bytes: BytesAt | undefined, file: string, largest: number): BackupPart<PlistDict> {
  if (!bytes) return { state: 'missing' };
  if (bytes.size === 0) return { state: 'empty' };
  return attempt(() => {
    if (bytes.size > largest)
      throw new InputError([{ file, message: `the property list is too large (${bytes.size} bytes)` }]);
    return readPlistDict(bytes.read(0, bytes.size), file);
  });
}

function keybagOf(manifest: BackupPart<PlistDict>, file: string): BackupPart<Keybag> {
  if (manifest.state !== 'read') return { state: 'missing' };
  const bytes = dataIn(manifest.facts, 'BackupKeyBag');
  if (!bytes) return { state: 'missing' };
  if (bytes.length === 0) return { state: 'empty' };
  return attempt(() => readKeybag(bytes, file));
}

function attempt<T>(read: () => T): BackupPart<T> {
  try {
    return { state: 'read', facts: read() };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Whoever tells of it names the file and says what to do.
    return { state: 'unreadable', problem: error.problems.map(({ message }) => message).join('; ') };
  }
}

const mapPart = <T, U>(part: BackupPart<T>, map: (facts: T) => U): BackupPart<U> =>
  part.state === 'read' ? attempt(() => map(part.facts)) : part;
