import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Chart } from '../charts/chart.ts';
import { MACHINES } from '../../../machines/machines.ts';
import { layOut } from './charts.ts';
import { readMachine } from './read-machine.ts';

const NAME = 'virtual:charts';

/**
 * Lays every machine out while the page is built; ELK itself never gets there. The page imports the result as
 * `virtual:charts`;
 * it travels as JSON beside the code. `root` is the project's folder: a layout is kept in its node_modules/.cache
 * for as long as
 * neither machine nor layout code changes.
 */
export function chartsPlugin(root: string, where: 'beside' | 'inline' = 'beside'): Plugin {
  let text = '';
  let beside = false;
  const fileOf = () => `charts-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
  return {
    name: 'restore-sim-charts',
    configResolved: ({ command }) => {
      beside = command === 'build' && where === 'beside';
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      text = JSON.stringify(await chartsOf(root));
      if (!beside) return `export const CHARTS = JSON.parse(${JSON.stringify(text)});`;
      return (
        `const file = ${JSON.stringify(fileOf())};\nexport const CHARTS = await (await fetch(new URL(file, ` +
        'import.meta.url))).json();'
      );
    },
    generateBundle() {
      if (beside && text !== '') this.emitFile({ type: 'asset', fileName: `assets/${fileOf()}`, source: text });
    },
  };
}

/** All charts, from the cache when they are there. */
export async function chartsOf(root: string): Promise<readonly Chart[]> {
  const folder = join(root, 'node_modules', '.cache', 'charts');
  const file = join(folder, `${keyOf(root)}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Chart[];
  } catch {
    const charts: Chart[] = [];
    for (const machine of Object.values(MACHINES)) charts.push(await layOut(machine));
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(charts));
    return charts;
  }
}

/** What a layout depends on: the machines as they are now, and the code that lays them out. */
function keyOf(root: string): string {
  const hash = createHash('sha256').update(JSON.stringify(Object.values(MACHINES).map(readMachine)));
  for (const room of ['src/inspector/layout', 'src/inspector/charts']) {
    const files = readdirSync(join(root, room)).filter((name) => name.endsWith('.ts'));
    for (const name of files.toSorted()) hash.update(readFileSync(join(root, room, name)));
  }
  return hash.digest('hex').slice(0, 24);
}
