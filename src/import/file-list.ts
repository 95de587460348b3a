import type { BytesAt, FileRow, ListSummary } from './backup.ts';
import { InputError } from '../model/problem.ts';
import { inBlocks } from './bytes-at.ts';
import { DatabaseRows } from './file-rows.ts';
import { isPlainDatabase, type Lock } from './lock.ts';
import { readMbdb } from './mbdb.ts';
import type { PayloadIndex } from './payload-index.ts';
import type { ListDatabase, ListReader } from './sqlite/list-database.ts';
import { leftOutOfLog } from './sqlite/write-ahead-log.ts';
import { decrypted, type DecryptBlocks } from './unlock.ts';

/** The list of files, which can be visited more than once. */
export interface FileList {
  readonly eachFile: (visit: (row: FileRow) => void) => ListSummary;
  readonly close: () => void;
}
interface Payload {
  readonly index: PayloadIndex | undefined;
  readonly isPadded: boolean;
}

interface DatabaseParts {
  readonly file: string;
  readonly database: BytesAt;
  readonly log: BytesAt | undefined;
  readonly lock: Lock;
  readonly tools: { readonly lists: ListReader; readonly decrypt: DecryptBlocks };
  readonly payload: Payload;
  readonly tell: (about: string, message: string) => void;
}

/** Manifest.db, opened when it is visited first. */
export class DatabaseList implements FileList {
  readonly #parts: DatabaseParts;
  #database: ListDatabase | undefined;

  constructor(parts: DatabaseParts) {
    this.#parts = parts;
  }

  eachFile(visit: (row: FileRow) => void): ListSummary {
    const { payload } = this.#parts;
    this.#database ??= this.#open();
    payload.index?.forget();
    const rows = new DatabaseRows(payload);
    this.#database.eachRow((raw) => {
      const row = rows.row(raw);
      if (row) visit(row);
    });
    return rows.count.summary(payload.index);
  }

  close(): void {
    this.#database?.close();
  }

  #open(): ListDatabase {
    const { file, database, lock, tools } = this.#parts;
    const { encryption, listKey } = lock;
    if (database.size === 0) throw problem(file, 'it is empty: the backup has no list of its files');
    if (encryption.state === 'locked')
      throw problem(file, encryption.problem ?? 'it is encrypted, and nobody has given the password');
    if (encryption.state === 'not told' && !isPlainDatabase(database))
      throw problem(
        file,
        'it is locked or damaged, and Manifest.plist, which would say so and hold its keys, does not',
      );
    if (!listKey) return this.#withLog(inBlocks(database));
    const open = decrypted(database, listKey, tools.decrypt);
    if (!open) throw problem(file, 'the password is right, and the list of files is damaged or cut off');
    if (this.#hasLog) this.#tell('beside an encrypted list it is not used by a device, so nothing of it counts');
    return tools.lists.open(file, inBlocks(open), undefined);
  }

  /** With its log, unless both together make no list while the list alone does. */
  #withLog(list: BytesAt): ListDatabase {
    const { file, log, tools } = this.#parts;
    if (!log || !this.#hasLog) return tools.lists.open(file, list, undefined);
    const leftOut = leftOutOfLog(log, list);
    if (leftOut !== undefined) this.#tell(leftOut);
    let both: ListDatabase | undefined;
    try {
      both = tools.lists.open(file, list, inBlocks(log));
      // SQLite takes the pages of any log; those of another database show only where rows lead through them.
      both.eachRow(() => undefined);
      return both;
    } catch (error) {
      both?.close();
      if (!(error instanceof InputError)) throw error;
      const alone = tools.lists.open(file, list, undefined);
      this.#tell('it does not fit this database, so nothing of it counts');
      return alone;
    }
  }

  get #hasLog(): boolean {
    return this.#parts.log !== undefined && this.#parts.log.size > 0;
  }

  #tell(what: string): void {
    this.#parts.tell('Manifest.db-wal', `The write-ahead log (Manifest.db-wal): ${what}.`);
  }
}

/** Manifest.mbdb of iOS 5 to 9: never encrypted. */
export const mbdbList = (bytes: BytesAt, file: string, payload: Payload): FileList => ({
  eachFile: (visit) => {
    payload.index?.forget();
    return readMbdb(bytes, file, payload, visit).summary(payload.index);
  },
  close: () => undefined,
});

const problem = (file: string, message: string): InputError => new InputError([{ file, message }]);
