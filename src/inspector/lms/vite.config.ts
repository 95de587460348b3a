import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, defineConfig, type InlineConfig } from 'vite';
import { hasSideEffects, layersFirst, printedFields, packagesOfPage, withoutPrintedSchemas } from '../shared.vite.ts';
import { LICENCES, ownWorkers } from '../single-file/single-file.plugin.ts';
import { lessonKit } from './kit.plugin.ts';

const page = fileURLToPath(new URL('..', import.meta.url));
const at = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** One classic script each: a page from disk loads no modules. */
const asOneScript = (entry: string, name: string): InlineConfig & { readonly build: BuildOptions } => ({
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    lib: { entry: at(entry), formats: ['iife'], name },
    target: 'es2022',
    minify: true,
    reportCompressedSize: false,
    license: { fileName: LICENCES },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { treeshake: { moduleSideEffects: hasSideEffects }, output: { codeSplitting: false } },
  },
});

const cmi5 = asOneScript('cmi5-main.ts', 'restoreSimReaching');
const loader = asOneScript('loader.ts', 'restoreSimLoader');
const player = asOneScript('main.ts', 'restoreSimLesson');

/** Built for the kit, and written nowhere. */
const apart = (config: typeof cmi5): InlineConfig => ({
  root: page,
  publicDir: false,
  ...config,
  build: { ...config.build, write: false },
});

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
    lessonKit('lesson-kit.json', page, { cmi5: apart(cmi5), loader: apart(loader) }),
  ],
  ...player,
  build: { ...player.build, outDir: '../../dist/lesson-kit', emptyOutDir: true },
});
