import { must } from '../model/must.ts';
import type { Plugin } from 'vite';

const WORKER = /new URL\('(\.\/[\w-]+\.worker\.ts)', import\.meta\.url\)/g;

/**
 * A worker becomes an entry of the same build, so that it shares the core with the page; built by itself it would carry
 * everything a second time. Only in builds; elsewhere the bundler's own way is taken.
 */
export function sharedWorkers(): Plugin {
  return {
    name: 'restore-sim-workers',
    apply: 'build',
    enforce: 'pre',
    async transform(code, importer) {
      const found = importer.endsWith('.ts') ? [...code.matchAll(WORKER)] : [];
      if (found.length === 0) return undefined;
      const urls = new Map<string, string>();
      for (const [whole, named] of found) {
        const path = must(named, 'the path of a worker');
        const resolved = await this.resolve(path, importer);
        if (!resolved) throw new Error(`There is no worker “${path}”.`);
        const reference = this.emitFile({ type: 'chunk', id: resolved.id, name: path.slice(2, -'.ts'.length) });
        urls.set(whole, `new URL(import.meta.ROLLUP_FILE_URL_${reference})`);
      }
      return { code: [...urls].reduce((text, [whole, url]) => text.replaceAll(whole, url), code), map: null };
    },
  };
}
