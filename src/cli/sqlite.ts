import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { ListReader } from '../import/sqlite/list-database.ts';

type Start = (options: {
  readonly wasmBinary: Uint8Array;
  readonly print: () => void;
  readonly printErr: () => void;
}) => Promise<Sqlite3Static>;

let started: Promise<ListReader> | undefined;

/** SQLite, started once and by whoever reads a list of files alone: no other command pays for it. */
export const startSqlite = (): Promise<ListReader> => (started ??= start());

const silent = () => undefined;

async function start(): Promise<ListReader> {
  const { default: init } = await import('@sqlite.org/sqlite-wasm');
  // The types leave out what it takes. What SQLite logs of a damaged list is told by our own sentences.
  const sqlite = await (init as unknown as Start)({
    wasmBinary: readFileSync(wasmFile()),
    print: silent,
    printErr: silent,
  });
  sqlite.config.error = silent;
  sqlite.config.warn = silent;
  return new ListReader(sqlite);
}

/** Beside the bundle, or in its package while the sources themselves run. */
function wasmFile(): string {
  const beside = fileURLToPath(new URL('sqlite3.wasm', import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm');
}
