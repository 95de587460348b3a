import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { BytesAt } from '../backup.ts';
import { InputError } from '../../model/problem.ts';
import { ReadOnlyFiles } from './read-only-vfs.ts';

/** Bytes of the largest value that is taken up: a thousand times the largest row of a real list. */
const LARGEST_VALUE = 4_000_000;
/** Characters of the longest statement in a schema; Apple's own take 100. */
const LONGEST_STATEMENT = 100_000;
/** Tables, indexes, views and triggers in a schema; Apple's own has seven. */
const MOST_IN_SCHEMA = 200;
/** SQLITE_LIMIT_SCHEMA, for which the package has no name yet. */
const SCHEMA_LIMIT = 13;
/** Steps of SQLite's machine between two looks at how far it is. */
const STEPS_AT_ONCE = 1_000_000;
/** Looks without a new row: 20 million steps, a second of turning round and round. */
const PATIENCE = 20;

/** Bytes that the smallest row takes in its page. */
const SMALLEST_ROW = 8;

export const LIST_COLUMNS = ['fileID', 'domain', 'relativePath', 'flags', 'file'] as const;

/** Where a row's values lie in SQLite's memory, until the next step. */
export interface RawRow {
  /** The whole memory; never kept. */
  readonly heap: Uint8Array;
  /** Of a text: where it begins and its length in bytes; -1 where the value is no text. */
  readonly text: (column: number) => { readonly start: number; readonly length: number };
  /** The same of a blob. */
  readonly blob: (column: number) => { readonly start: number; readonly length: number };
  /** A whole number; NaN where the value is none. */
  readonly whole: (column: number) => number;
}

interface RawExports {
  readonly sqlite3_step: (statement: number) => number;
  readonly sqlite3_column_type: (statement: number, column: number) => number;
  readonly sqlite3_column_text: (statement: number, column: number) => number;
  readonly sqlite3_column_blob: (statement: number, column: number) => number;
  readonly sqlite3_column_bytes: (statement: number, column: number) => number;
  readonly sqlite3_column_double: (statement: number, column: number) => number;
}

/** SQLite, ready to read lists of files. One for each engine that a door has started. */
export class ListReader {
  readonly sqlite: Sqlite3Static;
  readonly #files: ReadOnlyFiles;
  #opened = 0;

  constructor(sqlite: Sqlite3Static) {
    this.sqlite = sqlite;
    this.#files = new ReadOnlyFiles(sqlite);
  }

  /** Opens a list, with what its write-ahead log adds to it. Throws an InputError that names `file`. */
  open(file: string, list: BytesAt, log: BytesAt | undefined): ListDatabase {
    this.#opened += 1;
    const name = `/list-${this.#opened}`;
    return new ListDatabase(this.sqlite, this.#files, { file, name, list, log });
  }
}

interface Opening {
  readonly file: string;
  readonly name: string;
  readonly list: BytesAt;
  readonly log: BytesAt | undefined;
}

export class ListDatabase {
  readonly #sqlite: Sqlite3Static;
  readonly #files: ReadOnlyFiles;
  readonly #opening: Opening;
  readonly #database: number;
  #looks = 0;
  #isOpen = true;

  constructor(sqlite: Sqlite3Static, files: ReadOnlyFiles, opening: Opening) {
    this.#sqlite = sqlite;
    this.#files = files;
    this.#opening = opening;
    const { name, list, log } = opening;
    files.add(name, list);
    if (log) files.add(`${name}-wal`, log);
    const { capi, wasm } = sqlite;
    const stack = wasm.pstack.pointer;
    let code: number;
    try {
      const out = wasm.pstack.alloc(8);
      // Without a log the file is all there is, whatever its header says of one; `immutable` looks for none.
      const uri = `file:${name}${log ? '' : '?immutable=1'}`;
      const flags = capi.SQLITE_OPEN_READONLY | capi.SQLITE_OPEN_URI;
      code = capi.sqlite3_open_v2(uri, out, flags, files.vfs);
      this.#database = wasm.peekPtr(out);
    } finally {
      wasm.pstack.restore(stack);
    }
    try {
      if (code !== capi.SQLITE_OK) this.#fail(code);
      this.#guard();
      this.#checkTable();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Steps through every row of the list. */
  eachRow(visit: (row: RawRow) => void): void {
    const { capi, wasm } = this.#sqlite;
    const raw = wasm.exports as RawExports;
    const statement = this.#prepare(`SELECT ${LIST_COLUMNS.join(', ')} FROM main.Files`);
    // A page of a sound list belongs to one row. Where pages are used again and again, a small file unfolds for ever.
    const { list, log } = this.#opening;
    const size = list.size + (log ? log.size : 0);
    let [bytesLeft, rowsLeft] = [size, Math.ceil(size / SMALLEST_ROW)];
    const at = (type: number, start: (statement: number, column: number) => number) => (column: number) => {
      if (raw.sqlite3_column_type(statement, column) !== type) return NOWHERE;
      const first = start(statement, column);
      const length = raw.sqlite3_column_bytes(statement, column);
      bytesLeft -= length;
      return { start: first, length };
    };
    let heap = wasm.heap8u();
    const row = {
      get heap() {
        return heap;
      },
      text: at(capi.SQLITE_TEXT, raw.sqlite3_column_text),
      blob: at(capi.SQLITE_BLOB, raw.sqlite3_column_blob),
      whole: (column: number) =>
        raw.sqlite3_column_type(statement, column) === capi.SQLITE_INTEGER
          ? raw.sqlite3_column_double(statement, column)
          : NaN,
    };
    try {
      for (;;) {
        const code = raw.sqlite3_step(statement);
        if (code === capi.SQLITE_DONE) return;
        if (code !== capi.SQLITE_ROW) this.#fail(code);
        rowsLeft -= 1;
        if (rowsLeft < 0 || bytesLeft < 0) this.#fail(capi.SQLITE_CORRUPT);
        this.#looks = 0;
        heap = wasm.heap8u();
        visit(row);
      }
    } finally {
      capi.sqlite3_finalize(statement);
    }
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#sqlite.capi.sqlite3_close_v2(this.#database);
    this.#files.remove(this.#opening.name);
    this.#files.remove(`${this.#opening.name}-wal`);
  }

  /** A list is somebody else's: nothing in it may call, grow or turn without end. */
  #guard(): void {
    const { capi } = this.#sqlite;
    const database = this.#database;
    for (const [option, value] of [
      [capi.SQLITE_DBCONFIG_DEFENSIVE, 1],
      [capi.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0],
      [capi.SQLITE_DBCONFIG_ENABLE_VIEW, 0],
      [capi.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0],
    ] as const)
      capi.sqlite3_db_config(database, option, value, 0);
    for (const [limit, value] of [
      [capi.SQLITE_LIMIT_LENGTH, LARGEST_VALUE],
      [capi.SQLITE_LIMIT_SQL_LENGTH, LONGEST_STATEMENT],
      [capi.SQLITE_LIMIT_COLUMN, 100],
      [capi.SQLITE_LIMIT_EXPR_DEPTH, 50],
      [capi.SQLITE_LIMIT_ATTACHED, 0],
      [capi.SQLITE_LIMIT_TRIGGER_DEPTH, 1],
      [SCHEMA_LIMIT, MOST_IN_SCHEMA],
    ] as const)
      capi.sqlite3_limit(database, limit, value);
    capi.sqlite3_progress_handler(
      database,
      STEPS_AT_ONCE,
      () => {
        this.#looks += 1;
        return this.#looks > PATIENCE ? 1 : 0;
      },
      0,
    );
    // Before the first look at the file: the index of the log then lies in memory and not in a file of its own.
    this.#run('PRAGMA locking_mode=EXCLUSIVE');
    this.#run('PRAGMA cell_size_check=ON');
    this.#run('PRAGMA query_only=ON');
  }

  /** The list has to be an ordinary table with ordinary columns. */
  #checkTable(): void {
    const tables = this.#texts("SELECT type FROM sqlite_schema WHERE lower(name) = 'files'");
    if (tables.length === 0)
      throw this.#problem('it is a database, and not the list of a backup: it has no table “Files”');
    const [kind] = this.#texts("SELECT type FROM pragma_table_list WHERE schema = 'main' AND lower(name) = 'files'");
    if (tables.length > 1 || tables[0] !== 'table' || kind !== 'table')
      throw this.#problem('its “Files” is no ordinary table, so it is not the list of a backup');
    const plain = this.#texts("SELECT name FROM pragma_table_xinfo('Files') WHERE hidden = 0");
    const absent = LIST_COLUMNS.filter((column) => !plain.includes(column));
    if (absent.length > 0) throw this.#problem(`its table “Files” has no column “${absent.join('”, “')}” of its own`);
  }

  #texts(sql: string): string[] {
    const { capi } = this.#sqlite;
    const statement = this.#prepare(sql);
    const found: string[] = [];
    try {
      for (;;) {
        const code = capi.sqlite3_step(statement);
        if (code === capi.SQLITE_DONE) return found;
        if (code !== capi.SQLITE_ROW) this.#fail(code);
        found.push(String(capi.sqlite3_column_text(statement, 0)));
        if (found.length > 200) return found;
      }
    } finally {
      capi.sqlite3_finalize(statement);
    }
  }

  #run = (sql: string): void => void this.#texts(sql);

  #prepare(sql: string): number {
    if (!this.#isOpen) throw this.#problem('it has been closed already');
    const { capi, wasm } = this.#sqlite;
    const stack = wasm.pstack.pointer;
    this.#looks = 0;
    try {
      const out = wasm.pstack.alloc(8);
      const code = capi.sqlite3_prepare_v2(this.#database, sql, -1, out, 0);
      if (code !== capi.SQLITE_OK) this.#fail(code);
      return wasm.peekPtr(out);
    } finally {
      wasm.pstack.restore(stack);
    }
  }

  #fail(code: number): never {
    this.#files.rethrow();
    const { capi } = this.#sqlite;
    const message = new Map<number, string>([
      [capi.SQLITE_NOTADB, 'it is no database, or it is encrypted'],
      [capi.SQLITE_CORRUPT, 'the database is damaged or cut off'],
      [capi.SQLITE_TOOBIG, 'a value in it is far larger than those of a backup'],
      [capi.SQLITE_INTERRUPT, 'reading it does not come to an end'],
      [capi.SQLITE_NOMEM, 'reading it would take more memory than there is'],
      [capi.SQLITE_CANTOPEN, 'its write-ahead log (“-wal”) and it do not fit together'],
    ]).get(code & 0xff);
    throw this.#problem(message === undefined ? `SQLite cannot read it (code ${code})` : message);
  }

  #problem = (message: string): InputError =>
    new InputError([
      { file: this.#opening.file, message, advice: 'Copy the folder of the backup once more from where it came.' },
    ]);
}

const NOWHERE = { start: -1, length: 0 };
