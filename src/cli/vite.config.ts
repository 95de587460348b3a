import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What reads lists of backups lies beside the bundle: it is no script, and `import` alone takes it up. */
const sqliteBeside: Plugin = {
  name: 'sqlite-beside',
  generateBundle() {
    const file = createRequire(import.meta.url).resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm');
    this.emitFile({ type: 'asset', fileName: 'sqlite3.wasm', source: readFileSync(file) });
  },
};

// Everything in one CommonJS file, the packages included: the launcher can keep one file compiled, and what is
// installed needs nothing beside it. A command that is imported lazily is set up only when it is used.
export default defineConfig({
  root,
  publicDir: false,
  plugins: [sqliteBeside],
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    minify: true,
    emptyOutDir: true,
    reportCompressedSize: false,
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      output: { format: 'cjs', codeSplitting: false, dynamicImportInCjs: false, entryFileNames: 'main.cjs' },
    },
  },
});
