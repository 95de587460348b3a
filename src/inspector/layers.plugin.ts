import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ORDER = readFileSync(fileURLToPath(new URL('styles/layers.css', import.meta.url)), 'utf8');

/**
 * Every stylesheet of a build begins with the order of the layers. Which sheet a browser meets first hangs on how the
 * page is split, and the minifier drops a statement that it finds needless in one file alone: a view's sheet that came
 * first would then lie below the parts that it restyles.
 */
export function layersInOrder(): Plugin {
  return {
    name: 'restore-sim-layers',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const order = /@layer [^;{]+;/.exec(ORDER)?.[0];
      if (order === undefined) throw new Error('styles/layers.css states no order.');
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = `${order}\n${file.source as string}`;
    },
  };
}
