import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { chartsPlugin } from '../layout/charts-plugin.ts';
import { hasSideEffects, layersFirst, printedFields, packagesOfPage, withoutPrintedSchemas } from '../shared.vite.ts';
import { LICENCES, ownWorkers, singleFile } from './single-file.plugin.ts';

const page = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

export default defineConfig({
  root: page,
  publicDir: false,
  resolve: { alias: packagesOfPage },
  plugins: [
    ownWorkers(page),
    react(),
    withoutPrintedSchemas(),
    printedFields(),
    layersFirst(fileURLToPath(new URL('../styles/layers.css', import.meta.url))),
    chartsPlugin(root, 'inline'),
    singleFile('restore-sim.html', {
      page,
      scenarios: fileURLToPath(new URL('../../../scenarios', import.meta.url)),
      lessons: fileURLToPath(new URL('../../../lessons', import.meta.url)),
    }),
  ],
  // What the way of building for the web sets by itself, and the way of building one script does not.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    // As one script: the way for the web would bring what fetches further files.
    lib: { entry: fileURLToPath(new URL('main.ts', import.meta.url)), formats: ['iife'], name: 'restoreSim' },
    outDir: '../../dist/single-file',
    target: 'es2022',
    emptyOutDir: true,
    minify: true,
    reportCompressedSize: false,
    license: { fileName: LICENCES },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      treeshake: { moduleSideEffects: hasSideEffects },
      output: { codeSplitting: false },
    },
  },
});
