import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { BytesAt } from '../backup.ts';

/** Files that a database may be opened from, by the names that SQLite is given. */
export class ReadOnlyFiles {
  readonly vfs = 'backup';
  readonly #named = new Map<string, BytesAt>();
  readonly #open = new Map<number, BytesAt>();
  /** What a door threw while SQLite waited for bytes: an exception must not fly through it. */
  #fault: { readonly error: unknown } | undefined;

  constructor(sqlite: Sqlite3Static) {
    const { capi, wasm } = sqlite;
    const io = new capi.sqlite3_io_methods();
    const vfs = new capi.sqlite3_vfs();
    // A function of its own for each: SQLite calls each with another signature, and equal ones would be made one.
    const nothing = () => () => capi.SQLITE_OK;
    const refused = () => () => capi.SQLITE_READONLY;
    const nameOf = (name: number) => String(wasm.cstrToJs(name));
    Object.assign(io, { $iVersion: 1 });
    vfs.$iVersion = 1;
    const shape = new capi.sqlite3_file();
    vfs.$szOsFile = shape.structInfo.sizeof;
    shape.dispose();
    vfs.$mxPathname = 256;
    sqlite.vfs.installVfs({
      io: {
        struct: io,
        methods: {
          xClose: (file) => {
            this.#open.delete(file);
            return capi.SQLITE_OK;
          },
          xRead: (file, buffer, amount, offset) => {
            // SQLite's own rule: what lies beyond the end is filled with zeros and reported.
            const target = wasm.heap8u().subarray(Number(buffer), Number(buffer) + amount);
            try {
              const bytes = this.#open.get(file)?.read(Number(offset), amount) ?? EMPTY;
              target.set(bytes);
              if (bytes.length === amount) return capi.SQLITE_OK;
              target.fill(0, bytes.length);
              return capi.SQLITE_IOERR_SHORT_READ;
            } catch (error) {
              this.#fault ??= { error };
              return capi.SQLITE_IOERR_READ;
            }
          },
          xWrite: refused(),
          xTruncate: refused(),
          xSync: nothing(),
          xFileSize: (file, size) => {
            wasm.poke64(size, BigInt(this.#open.get(file)?.size ?? EMPTY.length));
            return capi.SQLITE_OK;
          },
          xLock: nothing(),
          xUnlock: nothing(),
          xCheckReservedLock: (_, result) => {
            wasm.poke32(result, 0);
            return capi.SQLITE_OK;
          },
          xFileControl: () => capi.SQLITE_NOTFOUND,
          xDeviceCharacteristics: nothing(),
        },
      },
      vfs: {
        struct: vfs,
        name: this.vfs,
        methods: {
          xOpen: (_, name, file, flags, outFlags) => {
            const bytes = this.#named.get(nameOf(name));
            if (!bytes) return capi.SQLITE_CANTOPEN;
            this.#open.set(file, bytes);
            const opened = new capi.sqlite3_file(file);
            opened.$pMethods = io.pointer;
            opened.dispose();
            if (outFlags) wasm.poke32(outFlags, (flags & ~capi.SQLITE_OPEN_READWRITE) | capi.SQLITE_OPEN_READONLY);
            return capi.SQLITE_OK;
          },
          xDelete: refused(),
          xAccess: (_, name, flags, result) => {
            const isThere = flags !== capi.SQLITE_ACCESS_READWRITE && this.#named.has(nameOf(name));
            wasm.poke32(result, isThere ? 1 : 0);
            return capi.SQLITE_OK;
          },
          xFullPathname: (_, name, length, target) =>
            wasm.cstrncpy(target, name, length) < length ? capi.SQLITE_OK : capi.SQLITE_CANTOPEN,
          xGetLastError: nothing(),
          // Nothing that is only read needs chance or a clock: every run gets the same.
          xRandomness: (_, length, target) => {
            wasm.heap8u().fill(7, target, target + length);
            return capi.SQLITE_OK;
          },
          xSleep: nothing(),
          xCurrentTime: (_, target) => {
            wasm.poke64f(target, 2_440_587.5);
            return capi.SQLITE_OK;
          },
        },
      },
    });
  }

  add = (name: string, bytes: BytesAt): void => void this.#named.set(name, bytes);
  remove = (name: string): void => void this.#named.delete(name);

  /** Throws what a door threw meanwhile, as it was. */
  rethrow(): void {
    const fault = this.#fault;
    this.#fault = undefined;
    if (fault) throw fault.error;
  }
}

const EMPTY = new Uint8Array(0);
