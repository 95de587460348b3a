import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { lessonFiles } from '../lessons.plugin.ts';
import { scenarioFiles } from '../scenarios.plugin.ts';
import { LICENCES } from '../shared.vite.ts';

const WORKER = /new Worker\(new URL\('\.\/([\w-]+)\.worker\.ts', import\.meta\.url\), \{ type: 'module' \}\)/g;

interface Folders {
  /** Where this page's own template and icon lie. */
  readonly page: string;
  readonly scenarios: string;
  readonly lessons: string;
}

/**
 * Puts script, styles and data into one HTML file that opens by a double click. A classic script, because a browser
 * loads no modules from a file; one that may ask nobody for anything, by its own policy.
 */
export function singleFile(name: string, { page, scenarios, lessons }: Folders): Plugin {
  return {
    name: 'restore-sim-single-file',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        let script = '';
        let styles = '';
        let licences = '';
        for (const [file, part] of Object.entries(bundle)) {
          if (part.type === 'chunk') script += part.code;
          else if (file.endsWith('.css')) styles += String(part.source);
          else if (file === LICENCES) licences = String(part.source);
          else throw new Error(`${file} has no place in a page that is one file.`);
          delete bundle[file];
        }
        if (script.includes('new Worker(new URL(')) throw new Error('A worker of the page has kept a file of its own.');
        const data = new Map([...scenarioFiles(scenarios), ...lessonFiles({ lessons, scenarios })]);
        const source = compose({ script, styles, licences, data, page });
        this.emitFile({ type: 'asset', fileName: name, source });
      },
    },
  };
}

/** A page that is one script starts it once more for each of its workers: there is no other file to load. */
export const ownWorkers = (page: string): Plugin => ({
  name: 'restore-sim-own-workers',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('.ts') || code.search(WORKER) < 0) return undefined;
    const own = JSON.stringify(join(page, 'single-file', 'own-script.ts').replaceAll('\\', '/'));
    const asked = code.replaceAll(WORKER, "new Worker(addressOfOwnScript(), { name: '$1' })");
    return {
      code: `import { addressOfOwnScript } from ${own};\n${asked}`,
      map: null,
    };
  },
});

interface Parts {
  readonly script: string;
  readonly styles: string;
  readonly licences: string;
  readonly data: ReadonlyMap<string, string>;
  readonly page: string;
}

function compose({ script, styles, licences, data, page }: Parts): string {
  const inScript = script.replaceAll(/<(?=\/script|!--)/gi, String.raw`\x3C`);
  if (/<\/style/i.test(styles)) throw new Error('The styles would end their own element.');
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(inScript)}`,
    'worker-src blob:',
    `style-src ${hashOf(styles)}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const icon = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(page, 'icon.svg'), 'utf8'))}`;
  const inside = [...data].map(
    ([file, json]) =>
      `<script type="application/json" id="${file}">${json.replaceAll('<', String.raw`\u003C`)}</script>`,
  );
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="description" content="What an iPhone restore brings back, what it does not, and why">',
    `<link rel="icon" href="${icon}">`,
    '<title>restore-sim</title>',
    `<style>${styles}</style>`,
    '</head>',
    '<body>',
    '<div id="root"></div>',
    ...inside,
    `<script type="text/plain" id="licences">${licences.replaceAll('</', '&lt;/')}</script>`,
    `<script>${inScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
