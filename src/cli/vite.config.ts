import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

// Everything in one CommonJS file, the packages included: the launcher can keep one file compiled, and what is
// installed needs nothing beside it. A command that is imported lazily is set up only when it is used.
export default defineConfig({
  root,
  publicDir: false,
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
