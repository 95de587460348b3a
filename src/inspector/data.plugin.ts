import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { must } from '../model/must.ts';
import * as alerts from '../rulebook/tables/alerts.ts';
import * as behaviours from '../rulebook/evidence/behaviours.ts';
import * as categories from '../rulebook/categories/categories.ts';
import * as disputes from '../rulebook/evidence/disputes.ts';
import * as references from '../rulebook/evidence/references.ts';
import * as rules from '../rulebook/rules/rules.ts';
import * as sources from '../rulebook/evidence/sources.ts';

/** Modules that hold nothing but plain data. */
type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** By file and by path: what plays and draws, and what is read only where something is explained. */
const FILES: Readonly<Record<string, Modules>> = {
  'rule-book': {
    'rulebook/tables/alerts.ts': alerts,
    'rulebook/evidence/behaviours.ts': behaviours,
    'rulebook/categories/categories.ts': categories,
    'rulebook/rules/rules.ts': rules,
    'rulebook/evidence/sources.ts': sources,
  },
  evidence: {
    'rulebook/evidence/disputes.ts': disputes,
    'rulebook/evidence/references.ts': references,
  },
};
/** The file that the first picture needs. */
const FIRST = 'rule-book';
const NAME = 'virtual:data-of-';

/**
 * The rule book and its texts travel as JSON files beside the page and not as JavaScript: they need not be compiled,
 * and the browser fetches them while it still reads the code. Only in builds; elsewhere the modules are what they are.
 */
export function dataBesideCode(source: string): Plugin {
  const files = new Map(Object.entries(FILES).map(([name, modules]) => [name, fileOf(name, modules)]));
  const held = new Map(
    Object.entries(FILES).flatMap(([file, modules]) =>
      Object.entries(modules).map(([path, module]) => [join(source, path), { file, path, module }] as const),
    ),
  );
  return {
    name: 'restore-sim-data',
    apply: 'build',
    resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : undefined),
    load(id) {
      if (id.startsWith(`\0${NAME}`)) {
        const { address } = must(files.get(id.slice(NAME.length + 1)), `the file of ${id}`);
        return (
          `const file = ${JSON.stringify(address.slice('assets/'.length))};\nexport const data = await (await ` +
          'fetch(new URL(file, import.meta.url))).json();'
        );
      }
      const found = held.get(id.replace(/\?.*$/s, ''));
      if (found === undefined) return undefined;
      const { file, path, module } = found;
      return (
        `import { data } from '${NAME}${file}';\n` +
        `export const { ${Object.keys(module).join(', ')} } = data[${JSON.stringify(path)}];`
      );
    },
    buildStart() {
      for (const folder of ['rules', 'evidence/references', 'evidence/sources', 'categories']) {
        for (const name of readdirSync(join(source, 'rulebook', folder)))
          this.addWatchFile(join(source, 'rulebook', folder, name));
      }
    },
    generateBundle() {
      for (const { address, text } of files.values()) this.emitFile({ type: 'asset', fileName: address, source: text });
    },
    transformIndexHtml: () => [
      {
        tag: 'link',
        injectTo: 'head',
        attrs: {
          rel: 'preload',
          as: 'fetch',
          crossorigin: 'anonymous',
          href: must(files.get(FIRST), 'the first file').address,
        },
      },
    ],
  };
}

function fileOf(name: string, modules: Modules): { readonly address: string; readonly text: string } {
  for (const [path, module] of Object.entries(modules)) mustBePlain(path, module);
  const text = JSON.stringify(modules);
  return { address: `assets/${name}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`, text };
}

/** A function or a date in such a module would be lost on the way: the build stops instead. */
function mustBePlain(path: string, value: unknown): void {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return;
  if (typeof value !== 'object')
    throw new TypeError(`${path} holds a ${typeof value}; only plain data can travel beside the code`);
  for (const [key, inner] of Object.entries(value)) mustBePlain(`${path} › ${key}`, inner);
}
