import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Parts of Node that it loads for nobody by itself, and that most commands never touch. */
const LATER: ReadonlySet<string> = new Set(['child_process', 'crypto', 'http', 'readline', 'zlib']);

/** One file requires at its top whatever any of its commands needs; here each of these is loaded when it is touched. */
const loadedLater: Plugin = {
  name: 'restore-sim:loaded-later',
  enforce: 'pre',
  resolveId: (id) => (LATER.has(id.replace(/^node:/, '')) ? `\0later:${id.replace(/^node:/, '')}.cjs` : undefined),
  load(id) {
    if (!id.startsWith('\0later:')) return undefined;
    const name = id.slice('\0later:'.length, -'.cjs'.length);
    const part = process.getBuiltinModule(`node:${name}`) as object;
    const getters = Object.keys(part).map(
      (key) => `get ${key}() { return process.getBuiltinModule('${name}').${key} }`,
    );
    return `module.exports = { ${getters.join(', ')} };`;
  },
};

/** A file of ASCII alone is read without being decoded, and kept in half the memory. */
const inAscii: Plugin = {
  name: 'restore-sim:in-ascii',
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue;
      if (/\\[^\0-\x7F]/.test(file.code))
        this.error('a backslash stands before a sign that is to be written as an escape');
      file.code = file.code.replace(/[^\0-\x7F]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
  },
};

// Everything in one CommonJS file, the packages included: the launcher can keep one file compiled, and what is
// installed needs nothing beside it. A command that is imported lazily is set up only when it is used.
export default defineConfig({
  root,
  publicDir: false,
  plugins: [loadedLater, inAscii],
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
