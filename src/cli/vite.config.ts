import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, normalizePath, type Plugin } from 'vite';
import { must } from '../model/must.ts';

const root = normalizePath(fileURLToPath(new URL('../..', import.meta.url)));

/** Parts of Node that it loads for nobody by itself, and that most commands never touch. */
const LATER: ReadonlySet<string> = new Set(['child_process', 'crypto', 'http', 'readline', 'stream', 'zlib']);

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

/**
 * The file as the launcher runs it, without making another text of it first: inside of the function that a CommonJS
 * module is, and of ASCII alone, which is read without being decoded and kept in half the memory.
 */
const asItIsRun: Plugin = {
  name: 'restore-sim:as-it-is-run',
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue;
      if (/\\[^\0-\x7F]/.test(file.code))
        this.error('a backslash stands before a sign that is to be written as an escape');
      const ascii = file.code.replace(
        /[^\0-\x7F]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      file.code = `(function (exports, require, module, __filename, __dirname) {${ascii}\n})\n`;
    }
  },
};

/** What stands beside the modules and decides how they are built. */
const AROUND = ['package-lock.json', 'tsconfig.json', 'src/cli/vite.config.ts', 'src/cli/bundle.cjs'];

/** Writes down what each command is made of, so that the launcher asks after nothing else: see bundle.cjs. */
const inputsOfCommands: Plugin = {
  name: 'restore-sim:inputs-of-commands',
  generateBundle() {
    const entry = join(root, 'src/cli/main.ts');
    const infoOf = (id: string) => must(this.getModuleInfo(id), `the module ${id}`);
    for (const command of infoOf(entry).dynamicallyImportedIds) {
      const seen = new Set([entry, ...infoOf(entry).importedIds, command]);
      for (const id of seen) {
        if (id === entry) continue;
        const { importedIds, dynamicallyImportedIds } = infoOf(id);
        for (const next of [...importedIds, ...dynamicallyImportedIds]) seen.add(next);
      }
      const own = [...seen].filter((id) => id.startsWith(root) && !id.includes('node_modules'));
      this.emitFile({
        type: 'asset',
        fileName: `inputs/${basename(command, '.ts')}`,
        source: [...AROUND, ...own.map((id) => id.slice(root.length))].join('\n'),
      });
    }
  },
};

// Everything in one CommonJS file, the packages included: the launcher can keep one file compiled, and what is
// installed needs nothing beside it. A command that is imported lazily is set up only when it is used.
export default defineConfig({
  root,
  publicDir: false,
  plugins: [loadedLater, asItIsRun, inputsOfCommands],
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
