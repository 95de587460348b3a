import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { dataBesideCode } from './data.plugin.ts';
import { chartsPlugin } from './layout/charts-plugin.ts';
import { scenarios } from './scenarios.plugin.ts';
import { sharedWorkers } from './worker.plugin.ts';

export default defineConfig({
  root: fileURLToPath(new URL('./', import.meta.url)),
  base: './',
  plugins: [
    sharedWorkers(),
    react(),
    dataBesideCode(fileURLToPath(new URL('..', import.meta.url))),
    chartsPlugin(fileURLToPath(new URL('../..', import.meta.url))),
    scenarios(fileURLToPath(new URL('../../scenarios', import.meta.url))),
  ],
  build: {
    outDir: '../../dist/inspector',
    target: 'es2022',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    license: { fileName: 'licences.md' },
    chunkSizeWarningLimit: 2000,
    // Parts of these packages that nothing here uses do nothing by themselves: they are left out.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !/node_modules\/(yaml|zod|xstate|@noble)\//.test(id) } },
  },
  server: { host: '127.0.0.1' },
});
