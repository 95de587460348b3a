import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { chunks } from './chunks.plugin.ts';
import { dataBesideCode } from './data.plugin.ts';
import { chartsPlugin } from './layout/charts-plugin.ts';
import { lessonsBeside } from './lessons.plugin.ts';
import { scenarios } from './scenarios.plugin.ts';
import { sqliteAlone } from './sqlite.plugin.ts';
import { sharedWorkers } from './worker.plugin.ts';
import { hasSideEffects, QUIET, LICENCES, packagesOfPage, pagePlugins } from './shared.vite.ts';

const { plugin: chunksTogether, nameOf } = chunks();

export default defineConfig({
  root: fileURLToPath(new URL('./', import.meta.url)),
  base: './',
  resolve: { alias: packagesOfPage },
  plugins: [
    sharedWorkers(),
    sqliteAlone(),
    chunksTogether,
    pagePlugins(fileURLToPath(new URL('./', import.meta.url))),
    dataBesideCode(fileURLToPath(new URL('..', import.meta.url))),
    chartsPlugin(fileURLToPath(new URL('../..', import.meta.url))),
    scenarios(fileURLToPath(new URL('../../scenarios', import.meta.url))),
    lessonsBeside({
      lessons: fileURLToPath(new URL('../../lessons', import.meta.url)),
      scenarios: fileURLToPath(new URL('../../scenarios', import.meta.url)),
    }),
  ],
  build: {
    outDir: '../../dist/inspector',
    target: 'es2022',
    emptyOutDir: true,
    // The page itself is fetched at once; of what comes later each part would carry the names of all that others bring,
    // which weigh more than what is won by asking for them a moment sooner. Styles have to be there before.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, names, { hostType }) =>
        hostType === 'html' ? names : names.filter((name) => name.endsWith('.css')),
    },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    license: { fileName: LICENCES },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      checks: QUIET,
      treeshake: { moduleSideEffects: hasSideEffects },
      output: { codeSplitting: { groups: [{ name: nameOf, debugName: 'parts' }] } },
    },
  },
  server: { host: '127.0.0.1' },
});
