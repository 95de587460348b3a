import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import * as alerts from '../rulebook/tables/alerts.ts';
import * as behaviours from '../rulebook/evidence/behaviours.ts';
import * as categories from '../rulebook/categories/categories.ts';
import * as disputes from '../rulebook/evidence/disputes.ts';
import * as references from '../rulebook/evidence/references.ts';
import * as rules from '../rulebook/rules/rules.ts';
import * as sources from '../rulebook/evidence/sources.ts';

/** Modules that hold nothing but plain data, by their path. */
const MODULES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'rulebook/tables/alerts.ts': alerts,
  'rulebook/evidence/behaviours.ts': behaviours,
  'rulebook/categories/categories.ts': categories,
  'rulebook/evidence/disputes.ts': disputes,
  'rulebook/evidence/references.ts': references,
  'rulebook/rules/rules.ts': rules,
  'rulebook/evidence/sources.ts': sources,
};
const NAME = 'virtual:rule-book-data';

/**
 * The rule book and its texts travel as one JSON file beside the page and not as JavaScript: they need not be compiled,
 * and the browser fetches them while it still reads the code. Only in builds; elsewhere the modules are what they are.
 */
export function dataBesideCode(source: string): Plugin {
  const text = JSON.stringify(MODULES);
  for (const [path, module] of Object.entries(MODULES)) mustBePlain(path, module);
  const file = `assets/rule-book-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
  const paths = new Map(Object.keys(MODULES).map((path) => [join(source, path), path]));
  return {
    name: 'restore-sim-data',
    apply: 'build',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id === `\0${NAME}`)
        return (
          `const file = ${JSON.stringify(file.slice('assets/'.length))};\nexport const data = await (await ` +
          'fetch(new URL(file, import.meta.url))).json();'
        );
      const path = paths.get(id.split('?')[0] ?? '');
      if (path === undefined) return undefined;
      const names = Object.keys(MODULES[path] ?? {});
      return `import { data } from '${NAME}';\nexport const { ${names.join(', ')} } = data[${JSON.stringify(path)}];`;
    },
    buildStart() {
      for (const folder of ['rules', 'evidence/references', 'evidence/sources', 'categories']) {
        for (const name of readdirSync(join(source, 'rulebook', folder)))
          this.addWatchFile(join(source, 'rulebook', folder, name));
      }
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: file, source: text });
    },
    transformIndexHtml: () => [
      { tag: 'link', injectTo: 'head', attrs: { rel: 'preload', as: 'fetch', crossorigin: 'anonymous', href: file } },
    ],
  };
}

/** A function or a date in such a module would be lost on the way: the build stops instead. */
function mustBePlain(path: string, value: unknown): void {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return;
  if (typeof value !== 'object')
    throw new TypeError(`${path} holds a ${typeof value}; only plain data can travel beside the code`);
  for (const [key, inner] of Object.entries(value)) mustBePlain(`${path} › ${key}`, inner);
}
