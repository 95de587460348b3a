import { startSilently } from '../import/sqlite/silent-start.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ListReader } from '../import/sqlite/list-database.ts';
import { must } from '../model/must.ts';

let started: Promise<ListReader> | undefined;

/** SQLite, started once and by whoever reads a list of files alone: no other command pays for it. */
export const startSqlite = (): Promise<ListReader> => (started ??= start());

const silent = () => undefined;

async function start(): Promise<ListReader> {
  const { default: init } = await import('@sqlite.org/sqlite-wasm');
  const sqlite = await startSilently(init, readFileSync(wasmFile()));
  sqlite.config.error = silent;
  sqlite.config.warn = silent;
  return new ListReader(sqlite);
}

/**
 * In its own package where there is one; an installed restore-sim has none, and takes what its page carries: four
 * hundred kilobytes need not be there twice.
 */
function wasmFile(): string {
  try {
    return createRequire(import.meta.url).resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm');
  } catch {
    const folder = fileURLToPath(new URL('../inspector/assets', import.meta.url));
    const name = readdirSync(folder).find((file) => /^sqlite3-[\w-]+\.wasm$/.test(file));
    return join(folder, must(name, 'what reads lists of files (sqlite3.wasm) in the folder of the page'));
  }
}
