import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { atTop, isSystemError, statsOf, withReason } from './files.ts';

const CANNOT_BE_WRITTEN = 'the file cannot be written';
const exists = (file: string) => atTop(file, 'the file exists already', 'Use --force to write over it.');

/** Refuses a target that exists, or is nothing that can be written over, before any work is done for it. */
export function refuseExisting(file: string, force: boolean): void {
  const stats = statsOf(file);
  if (stats?.isDirectory()) throw atTop(file, 'this is a folder', 'Name a file to write.');
  if (stats && !stats.isFile()) throw atTop(file, 'this is not an ordinary file', 'Name a file to write.');
  if (stats && !force) throw exists(file);
  if (!statsOf(dirname(resolve(file)))?.isDirectory()) throw atTop(file, `there is no folder “${dirname(file)}”`);
}

/**
 * Writes a file whole or not at all: into a draft beside it, which takes its name when all of it is on the disk.
 * Throws an InputError when it exists and `force` is not set, or cannot be written.
 */
export function writeWhole(file: string, content: string | Uint8Array, force: boolean): void {
  refuseExisting(file, force);
  withReason(file, CANNOT_BE_WRITTEN, () => holdingSignals(() => writeThroughDraft(file, content, force)));
}

function writeThroughDraft(file: string, content: string | Uint8Array, force: boolean): void {
  const parts = new PartsOfFile(file, force);
  try {
    parts.write(content);
    parts.finish();
  } finally {
    parts.abandon();
  }
}

/** A file that is written part by part, and takes its name only when all of it is on the disk. */
export class PartsOfFile {
  readonly #file: string;
  readonly #force: boolean;
  readonly #target: string;
  readonly #draft: string;
  #handle: number | undefined;
  #isDraft = true;

  constructor(file: string, force: boolean) {
    refuseExisting(file, force);
    this.#file = file;
    this.#force = force;
    const old = statsOf(file);
    // A link to a file stays a link: what it points to is written.
    this.#target = old ? realpathSync(file) : file;
    // Of no foreseeable name, so that it is nobody else's, and short, so that it fits where the name itself does.
    this.#draft = join(
      dirname(this.#target),
      `.${basename(this.#target).slice(0, 40)}.${randomBytes(9).toString('hex')}.part`,
    );
    this.#handle = withReason(file, CANNOT_BE_WRITTEN, () => openSync(this.#draft, 'wx'));
    if (old) fchmodSync(this.#handle, old.mode & 0o7777);
  }

  write(content: string | Uint8Array): void {
    const handle = this.#handle;
    if (handle !== undefined) withReason(this.#file, CANNOT_BE_WRITTEN, () => writeFileSync(handle, content));
  }

  finish(): void {
    withReason(this.#file, CANNOT_BE_WRITTEN, () => {
      try {
        if (this.#handle !== undefined) fsyncSync(this.#handle);
        this.#close();
        if (this.#force || !takeName(this.#draft, this.#target)) {
          renameSync(this.#draft, this.#target);
          this.#isDraft = false;
        }
        syncFolder(dirname(this.#target));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw exists(this.#file);
        throw error;
      }
    });
  }

  /** Takes the draft away, whatever became of it. */
  abandon(): void {
    this.#close();
    if (this.#isDraft) rmSync(this.#draft, { force: true });
  }

  #close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }
}

/** What disks say that know no hard links. */
const NO_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
  'UNKNOWN',
]);

/**
 * A hard link takes a name only while it is free, in one step. False where there are none: a look and a rename then
 * leave a moment in which another program's file of that very name would be written over, but never half a file.
 */
function takeName(draft: string, target: string): boolean {
  try {
    linkSync(draft, target);
    return true;
  } catch (error) {
    if (!isSystemError(error, NO_LINKS)) throw error;
    if (lstatSync(target, { throwIfNoEntry: false })) throw exists(target);
    return false;
  }
}

/** A name is kept through a loss of power only when its folder is written too; some systems cannot, and need not. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The file itself is whole.
  }
}

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/** Ctrl-C waits for the moment that the writing takes, and then ends the program as always: no draft is left. */
function holdingSignals(act: () => void): void {
  const held = Object.entries(SIGNALS).map(([signal, number]) => {
    const end = (): void => process.exit(128 + number);
    process.on(signal, end);
    return (): unknown => process.off(signal, end);
  });
  try {
    act();
  } finally {
    // What came meanwhile is heard in the next whole turn of the loop.
    setImmediate(() =>
      setImmediate(() => {
        for (const release of held) release();
      }),
    );
  }
}
