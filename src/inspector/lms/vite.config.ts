import { fileURLToPath } from 'node:url';
import { type BuildOptions, defineConfig, type InlineConfig } from 'vite';
import { asForTheWeb, oneScript, packagesOfPage, pagePlugins } from '../shared.vite.ts';
import { ownWorkers } from '../single-file/single-file.plugin.ts';
import { lessonKit } from './kit.plugin.ts';

const page = fileURLToPath(new URL('..', import.meta.url));
const scriptOf = (entry: string, name: string): BuildOptions =>
  oneScript(fileURLToPath(new URL(entry, import.meta.url)), name);

/** Built for the kit, and written nowhere. */
const apart = (build: BuildOptions): InlineConfig => ({
  root: page,
  publicDir: false,
  define: asForTheWeb,
  build: { ...build, write: false },
});

export default defineConfig({
  root: page,
  publicDir: false,
  resolve: { alias: packagesOfPage },
  plugins: [
    ownWorkers(page),
    pagePlugins(page),
    lessonKit('lesson-kit.json', page, {
      cmi5: apart(scriptOf('cmi5-main.ts', 'restoreSimReaching')),
      loader: apart(scriptOf('loader.ts', 'restoreSimLoader')),
    }),
  ],
  define: asForTheWeb,
  build: { ...scriptOf('main.ts', 'restoreSimLesson'), outDir: '../../dist/lesson-kit', emptyOutDir: true },
});
