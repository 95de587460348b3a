import type { BackupFolder, BytesAt, PayloadFile } from '../../import/backup.ts';
import { BackupChanged } from '../../import/backup-changed.ts';
import { InputError } from '../../model/problem.ts';
import type { BackupFiles, PayloadPart } from './found-backup.ts';

/** Only workers have it; the types here are those of pages. */
declare const FileReaderSync: new () => { readonly readAsArrayBuffer: (part: Blob) => ArrayBuffer };

/** What messages call the folder of a backup: its own name would be the number of a device. */
export const NAMELESS_FOLDER = 'the-backup';

/** Files that could be read, also by an earlier look at the same folder: before a password was typed. */
const READ_ONCE = new WeakSet<File>();

/** Tells how many bytes of which file were read. */
export type OnRead = (name: string, bytes: number) => void;

/** A backup over files that the page was given; they are read where somebody asks, and nothing else of them. */
export class WorkerFolder implements BackupFolder {
  readonly name: string;
  readonly eachPayload?: (visit: (file: PayloadFile) => void) => void;
  readonly #given: BackupFiles;
  readonly #onRead: OnRead;
  #changed: string | undefined;

  constructor(given: BackupFiles, parts: readonly PayloadPart[] | undefined, onRead: OnRead, name = NAMELESS_FOLDER) {
    this.name = name;
    this.#given = given;
    this.#onRead = onRead;
    if (parts) this.eachPayload = (visit) => parts.forEach((part) => tell(part, visit));
    else if (given.isOfOldIos)
      this.eachPayload = (visit) => visit({ name: 'old.mddata', length: 0, kind: 'file', inPlace: false });
  }

  file = (name: string): BytesAt | undefined => {
    const file = this.#given.files[name];
    return file && { size: file.size, read: (offset, length) => this.#read(name, file, offset, length) };
  };

  hasFolder = (name: string): boolean | undefined => (name === 'Snapshot' ? this.#given.hasSnapshot : undefined);

  /** A browser refuses to read a file that is no longer the one that it was given: one byte of each shows it. */
  changed = (): string | undefined => {
    if (this.#changed !== undefined) return this.#changed;
    return [...this.#wasRead].find((name) => {
      try {
        const file = this.#given.files[name];
        if (file && file.size > 0) new FileReaderSync().readAsArrayBuffer(file.slice(0, 1));
        return false;
      } catch (error) {
        if (error instanceof DOMException) return true;
        throw error;
      }
    });
  };

  readonly #wasRead = new Set<string>();

  #read(name: string, file: File, offset: number, length: number): Uint8Array {
    try {
      const part = file.slice(offset, Math.min(offset + length, file.size));
      const bytes = new Uint8Array(new FileReaderSync().readAsArrayBuffer(part));
      READ_ONCE.add(file);
      this.#wasRead.add(name);
      this.#onRead(name, bytes.length);
      return bytes;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      // What could be read once, or is gone, is being written; what could not be read at all may be forbidden as well.
      if (READ_ONCE.has(file) || error.name === 'NotFoundError') {
        this.#changed = name;
        throw new BackupChanged(`${this.name}/${name}`);
      }
      throw new InputError([
        {
          file: `${this.name}/${name}`,
          message: 'the browser may not read it, or it has changed since it was chosen',
          advice:
            'Where a backup is running, wait until it has ended and choose the folder again. Else copy the folder to ' +
            'the desktop, and give the copy.',
        },
      ]);
    }
  }
}

const tell = ({ folder, names, lengths }: PayloadPart, visit: (file: PayloadFile) => void): void => {
  for (const [index, name] of names.entries()) {
    const length = lengths[index];
    if (length !== undefined) visit({ name, length, kind: 'file', inPlace: name.startsWith(folder) });
  }
};
