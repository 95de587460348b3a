import { startSilently } from '../../import/sqlite/silent-start.ts';
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import wasm from '@sqlite.org/sqlite-wasm/sqlite3.wasm?url';
import { ListReader } from '../../import/sqlite/list-database.ts';

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
  const sqlite = await startSilently(init, await file.arrayBuffer());
  return { sqlite, lists: new ListReader(sqlite) };
}
