import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { chartsPlugin } from '../layout/charts-plugin.ts';
import { asForTheWeb, oneScript, packagesOfPage, pagePlugins } from '../shared.vite.ts';
import { ownWorkers, singleFile } from './single-file.plugin.ts';

const page = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

export default defineConfig({
  root: page,
  publicDir: false,
  resolve: { alias: packagesOfPage },
  plugins: [
    ownWorkers(page),
    pagePlugins(page),
    chartsPlugin(root, 'inline'),
    singleFile('restore-sim.html', {
      page,
      scenarios: fileURLToPath(new URL('../../../scenarios', import.meta.url)),
      lessons: fileURLToPath(new URL('../../../lessons', import.meta.url)),
    }),
  ],
  define: asForTheWeb,
  build: {
    ...oneScript(fileURLToPath(new URL('main.ts', import.meta.url)), 'restoreSim'),
    outDir: '../../dist/single-file',
    emptyOutDir: true,
  },
});
