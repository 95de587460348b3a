import { createDecipheriv, pbkdf2 } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  type Stats,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BackupFolder, BackupRead, BytesAt, Derivation, PayloadFile } from '../import/backup.ts';
import { readBackup } from '../import/read-backup.ts';
import { InputError } from '../model/problem.ts';
import { systemReason } from './files.ts';
import { startSqlite } from './sqlite.ts';

export interface BackupWishes {
  /** Asked only where the list is locked; `undefined` leaves it locked. */
  readonly password?: () => Promise<string | undefined>;
  /** Whether the device's name may be passed on. */
  readonly keepNames?: boolean;
}

/** Opens the folder of a backup for reading alone. Throws an InputError where it is none, or may not be read. */
export async function openBackup(path: string, wishes: BackupWishes = {}): Promise<BackupRead> {
  const lists = await startSqlite();
  const folder = new NodeFolder(path);
  const keepNames = wishes.keepNames === true;
  const tools = { lists, decrypt };
  try {
    const backup = readBackup(folder, tools, { keepNames });
    const { encryption, derivations } = backup;
    const closed = { ...backup, close: () => [backup, folder].forEach((part) => part.close()) };
    if (encryption.state !== 'locked' || encryption.why !== 'no password yet') return closed;
    const password = await wishes.password?.();
    if (password === undefined) return closed;
    const passwordKey = await passwordKeyOf(password, derivations);
    const unlocked = readBackup(folder, tools, { keepNames, passwordKey });
    return { ...unlocked, close: () => [unlocked, folder].forEach((part) => part.close()) };
  } catch (error) {
    folder.close();
    throw error;
  }
}

const derive = promisify(pbkdf2);

/** The key that the steps make of a password; natively, because they are made to take long. */
export async function passwordKeyOf(password: string, steps: readonly Derivation[]): Promise<Uint8Array> {
  let key: Uint8Array = new TextEncoder().encode(password);
  for (const { hash, salt, rounds } of steps) key = await derive(key, salt, rounds, 32, hash);
  return key;
}

function decrypt(key: Uint8Array, iv: Uint8Array, blocks: Uint8Array): Uint8Array {
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const bytes = decipher.update(blocks);
  decipher.final();
  return bytes;
}

/** Linux can leave the time of the last reading as it is; only for the owner. */
const UNTOUCHED: number = 'O_NOATIME' in constants ? Number(constants.O_NOATIME) : 0;
const NOT_FOLLOWED: number = 'O_NOFOLLOW' in constants ? Number(constants.O_NOFOLLOW) : 0;

interface OpenFile {
  readonly descriptor: number;
  readonly bytes: BytesAt;
  readonly opened: Stats;
}

class NodeFolder implements BackupFolder {
  readonly name: string;
  readonly #open = new Map<string, OpenFile>();
  readonly #absent = new Set<string>();
  /** When something was last added to a folder of payload or taken from it. */
  readonly #listed = new Map<string, number | undefined>();
  #hadSnapshot: boolean | undefined;

  constructor(path: string) {
    this.name = path.replace(/(?<=.)[/\\]+$/, '');
    const stats = told(path, () => statSync(path, { throwIfNoEntry: false }));
    if (!stats) throw new InputError([{ file: path, message: 'there is no such folder' }]);
    if (!stats.isDirectory())
      throw new InputError([{ file: path, message: 'this is no folder', advice: NAME_A_FOLDER }]);
  }

  file = (name: string): BytesAt | undefined => {
    const known = this.#open.get(name);
    if (known) return known.bytes;
    const path = join(this.name, name);
    return told(path, () => {
      const found = lstatSync(path, { throwIfNoEntry: false });
      if (found?.isSymbolicLink())
        throw new InputError([{ file: path, message: 'this is a link: nothing outside the folder is read' }]);
      if (!found?.isFile()) {
        this.#absent.add(name);
        return undefined;
      }
      const descriptor = openUntouched(path);
      const opened = fstatSync(descriptor);
      const bytes = {
        size: opened.size,
        read: (offset: number, length: number) => told(path, () => readAt(descriptor, offset, length)),
      };
      this.#open.set(name, { descriptor, bytes, opened });
      return bytes;
    });
  };

  hasFolder = (name: string): boolean => {
    const has = this.#hasFolder(name);
    if (name === SNAPSHOT) this.#hadSnapshot = has;
    return has;
  };

  #hasFolder = (name: string): boolean =>
    told(this.name, () => lstatSync(join(this.name, name), { throwIfNoEntry: false })?.isDirectory() === true);

  changed = (): string | undefined => {
    const named = [...this.#open.keys(), ...this.#absent].find((name) => {
      const opened = this.#open.get(name)?.opened;
      const now = lstatSync(join(this.name, name), { throwIfNoEntry: false });
      // What was not there may have come meanwhile.
      if (!opened) return now?.isFile();
      return now?.mtimeMs !== opened.mtimeMs || now.size !== opened.size || now.ino !== opened.ino;
    });
    if (named !== undefined) return named;
    // A device puts what it sends into a folder of its own first, and moves it from there.
    if (this.#hadSnapshot !== undefined && this.#hadSnapshot !== this.#hasFolder(SNAPSHOT)) return SNAPSHOT;
    return [...this.#listed].find(
      ([folder, listed]) => listed === undefined || timeOf(join(this.name, folder)) !== listed,
    )?.[0];
  };

  eachPayload = (visit: (file: PayloadFile) => void): void => {
    const entries = told(this.name, () => readdirSync(this.name, { withFileTypes: true }));
    const isFlat = !entries.some(({ name }) => name === 'Manifest.db');
    if (isFlat) this.#listed.set(ITSELF, timeOf(this.name));
    for (const entry of entries) {
      if (entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name)) this.#eachIn(entry.name, visit);
      else if (/^[0-9a-f]{40}(?:\.md(?:data|info))?$/.test(entry.name)) this.#tell('', entry.name, isFlat, visit);
    }
  };

  #eachIn(folder: string, visit: (file: PayloadFile) => void): void {
    const path = join(this.name, folder);
    const time = timeOf(path);
    // Gone since its name was read: `changed` finds that out.
    this.#listed.set(folder, time);
    if (time === undefined) return;
    for (const name of told(path, () => readdirSync(path))) this.#tell(folder, name, name.startsWith(folder), visit);
  }

  #tell(folder: string, name: string, inPlace: boolean, visit: (file: PayloadFile) => void): void {
    const path = join(this.name, folder, name);
    const stats = told(path, () => lstatSync(path, { throwIfNoEntry: false }));
    // Gone since the folder was read.
    if (!stats) return;
    const kind = stats.isFile() ? 'file' : stats.isSymbolicLink() ? 'link' : 'other';
    visit({ name, length: stats.size, kind, inPlace });
  }

  close(): void {
    for (const { descriptor } of this.#open.values()) closeSync(descriptor);
    this.#open.clear();
  }
}

const SNAPSHOT = 'Snapshot';
/** Up to iOS 9 the payload lies in the folder itself. */
const ITSELF = '.';

/** Undefined where there is nothing any more. */
const timeOf = (path: string): number | undefined => lstatSync(path, { throwIfNoEntry: false })?.mtimeMs;

const NAME_A_FOLDER = 'Name the folder of a backup, or the one in which the backups of a computer lie.';

function openUntouched(path: string): number {
  const flags = constants.O_RDONLY | NOT_FOLLOWED;
  try {
    return openSync(path, flags | UNTOUCHED);
  } catch (error) {
    if (UNTOUCHED === 0 || !(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error;
    return openSync(path, flags);
  }
}

function readAt(descriptor: number, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const read = readSync(descriptor, bytes, done, length - done, offset + done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}

/** What the system refuses, in words that help. */
function told<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const reason = systemReason(error);
    if (reason === undefined) throw error;
    const isRefused = error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EACCES');
    const advice =
      process.platform === 'darwin'
        ? 'On a Mac the terminal needs Full Disk Access (System Settings, Privacy & Security) to read backups.'
        : 'Ask whoever owns the folder, or copy it to where you may read it.';
    throw new InputError([{ file: path, message: `it cannot be read: ${reason}`, ...(isRefused ? { advice } : {}) }]);
  }
}
