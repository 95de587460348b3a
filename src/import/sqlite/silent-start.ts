import type sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';

const silent = () => undefined;

type Start = (options: {
  readonly wasmBinary: Uint8Array | ArrayBuffer;
  readonly print: () => void;
  readonly printErr: () => void;
}) => Promise<Sqlite3Static>;

/**
 * SQLite on the bytes that a door has fetched. Its types leave out that it takes any. What it logs of a damaged list
 * is told by our own sentences.
 */
export const startSilently = (
  init: typeof sqlite3InitModule,
  wasmBinary: Uint8Array | ArrayBuffer,
): Promise<Sqlite3Static> => (init as unknown as Start)({ wasmBinary, print: silent, printErr: silent });
