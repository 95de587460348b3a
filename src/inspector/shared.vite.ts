import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Plugin, PluginOption } from 'vite';
import * as usualParts from '../rulebook/case/usual-parts.ts';
import * as worldFields from './intake/world-fields.ts';

const at = (name: string) => fileURLToPath(import.meta.resolve(name));

/** The page is written for React and runs on Preact, which does the same in a fraction of the size. */
export const packagesOfPage = [
  { find: /^react-dom\/client$/, replacement: at('preact/compat/client') },
  { find: /^react-dom$/, replacement: at('preact/compat') },
  { find: /^react\/jsx-runtime$/, replacement: at('preact/jsx-runtime') },
  { find: /^react$/, replacement: at('preact/compat') },
];

/** Parts of these packages that nothing here uses do nothing by themselves: they are left out. */
export const hasSideEffects = (id: string): boolean => !/node_modules\/(yaml|zod|xstate|@noble)\//.test(id);

/** Modules that hold nothing but plain data, worked out of schemas. */
const PRINTED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '/intake/world-fields.ts': worldFields,
  '/rulebook/case/usual-parts.ts': usualParts,
};

/** What follows from the schemas alone, printed when the page is built: the page itself needs none for it. */
function printedFields(): Plugin {
  return {
    name: 'restore-sim-printed-fields',
    apply: 'build',
    load(id) {
      const found = Object.entries(PRINTED).find(([path]) => id.endsWith(path));
      return found && Object.entries(found[1]).map(printed).join('\n');
    },
  };
}

const printed = ([name, value]: readonly [string, unknown]): string =>
  `export const ${name} = /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))});`;

/**
 * The order of the layers stands at the head of every stylesheet: the bundler puts parts of the styles into files of
 * their own, and whichever comes first would decide the order for all.
 */
function layersFirst(orderFile: string): Plugin {
  return {
    name: 'restore-sim-layers-first',
    apply: 'build',
    generateBundle(_, bundle) {
      const order = /@layer [^;{]+;/.exec(readFileSync(orderFile, 'utf8'))?.[0];
      if (order === undefined) throw new Error(`${orderFile} does not say the order of the layers.`);
      for (const part of Object.values(bundle))
        if (part.type === 'asset' && part.fileName.endsWith('.css')) part.source = `${order}${String(part.source)}`;
    },
  };
}

/** What the bundler writes the licences of all packages in the page to. */
export const LICENCES = 'licences.md';

/** What every way of building the page does with its code and its styles; `page` is the folder of the inspector. */
export const pagePlugins = (page: string): PluginOption[] => [
  react(),
  printedFields(),
  layersFirst(join(page, 'styles/layers.css')),
];

/** What the way of building for the web sets by itself, and the way of building one script does not. */
export const asForTheWeb = { 'process.env.NODE_ENV': '"production"' } as const;

/** How long our plugins take is no trouble of whoever builds. */
export const QUIET = { pluginTimings: false };

/** One classic script: a page from disk loads no modules, and the way for the web would bring what fetches files. */
export const oneScript = (entry: string, name: string): BuildOptions => ({
  lib: { entry, formats: ['iife'], name },
  target: 'es2022',
  minify: true,
  reportCompressedSize: false,
  license: { fileName: LICENCES },
  chunkSizeWarningLimit: 4000,
  rolldownOptions: {
    checks: QUIET,
    treeshake: { moduleSideEffects: hasSideEffects },
    output: { codeSplitting: false },
  },
});
