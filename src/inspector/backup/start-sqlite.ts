import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import wasm from '@sqlite.org/sqlite-wasm/sqlite3.wasm?url';
import { ListReader } from '../../import/sqlite/list-database.ts';

type Start = (options: {
  readonly wasmBinary: ArrayBuffer;
  readonly print: () => void;
  readonly printErr: () => void;
}) => Promise<Sqlite3Static>;

export interface Engine {
  readonly sqlite: Sqlite3Static;
  readonly lists: ListReader;
}

let started: Promise<Engine> | undefined;

/** SQLite, fetched and started once, by whoever reads a backup. */
export const startEngine = (): Promise<Engine> => (started ??= start());

const silent = () => undefined;

async function start(): Promise<Engine> {
  // It would look for places to write to: nothing is written here.
  const disable = { vfs: { kvvfs: true, opfs: true, 'opfs-vfs': true, 'opfs-sahpool': true, 'opfs-wl': true } };
  Object.assign(globalThis, { sqlite3ApiConfig: { disable, error: silent, warn: silent } });
  const [{ default: init }, file] = await Promise.all([import('@sqlite.org/sqlite-wasm'), fetch(wasm)]);
  if (!file.ok) throw new Error('the page’s own file that reads lists of backups could not be fetched');
  const wasmBinary = await file.arrayBuffer();
  // The types leave out what it takes. What SQLite logs of a damaged list is told by our own sentences.
  const sqlite = await (init as unknown as Start)({ wasmBinary, print: silent, printErr: silent });
  return { sqlite, lists: new ListReader(sqlite) };
}
