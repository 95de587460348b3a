import type { Plugin } from 'vite';

const PACKAGE = /@sqlite\.org\/sqlite-wasm\/dist\/index\.mjs$/;
/** What SQLite would start threads of its own from, for files that it writes: nothing is written here. */
const UNNEEDED = [
  'new Worker(new URL("sqlite3-worker1.mjs", import.meta.url), { type: "module" })',
  'new URL("sqlite3-opfs-async-proxy.js", import.meta.url)',
];

/** SQLite as the page needs it: the engine and its `.wasm`, without the further files that a bundler would bring. */
export function sqliteAlone(): Plugin {
  return {
    name: 'restore-sim-sqlite-alone',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!PACKAGE.test(id.replace(/\?.*$/s, ''))) return undefined;
      const absent = UNNEEDED.filter((part) => !code.includes(part));
      if (absent.length > 0) throw new Error(`SQLite starts its threads in another way now: ${absent.join(', ')}`);
      return { code: UNNEEDED.reduce((text, part) => text.replaceAll(part, 'undefined'), code), map: null };
    },
  };
}
