import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parse } from 'yaml';

/** One line of the scenario list, without the scenario itself. */
export interface ListedScenario {
  readonly id: string;
  readonly theme: string;
  readonly title: string;
  readonly why: string;
  readonly edition: string;
  readonly route: string;
}

const SUFFIX = '.yaml';

/**
 * Puts the scenarios beside the page as data, not as JavaScript: `scenarios/index.json` lists them,
 * `scenarios/<theme>.json` holds the texts of one theme by id.
 */
export function scenarios(folder: string): Plugin {
  return {
    name: 'restore-sim-scenarios',
    generateBundle() {
      for (const [fileName, source] of scenarioFiles(folder)) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const body = scenarioFiles(folder).get(new URL(request.url ?? '/', 'http://localhost').pathname.slice(1));
        if (body === undefined) next();
        else response.setHeader('content-type', 'application/json').end(body);
      });
    },
  };
}

/** The files that hold the scenarios, by their addresses. */
export function scenarioFiles(folder: string): ReadonlyMap<string, string> {
  const texts = textsOf(folder);
  const themes = new Map<string, Record<string, string>>();
  for (const [id, text] of texts) {
    const theme = themeOf(id);
    themes.set(theme, { ...themes.get(theme), [id]: text });
  }
  const files = new Map([['scenarios/index.json', JSON.stringify(texts.map(listed))]]);
  for (const [theme, held] of themes) files.set(`scenarios/${theme}.json`, JSON.stringify(held));
  return files;
}

const themeOf = (id: string): string => id.split('/')[0] ?? '';

function textsOf(folder: string): [id: string, text: string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .map((file) => [file.slice(0, -SUFFIX.length), readFileSync(join(folder, file), 'utf8')]);
}

function listed([id, text]: [id: string, text: string]): ListedScenario {
  const stated = parsed(text);
  const word = (key: string, otherwise: string) => (typeof stated[key] === 'string' ? stated[key].trim() : otherwise);
  return {
    id,
    theme: themeOf(id),
    title: word('title', id),
    why: word('why', ''),
    edition: word('edition', 'modern'),
    route: word('route', 'icloud'),
  };
}

/** A file that is not YAML is still listed: opening it shows what is wrong with it. */
function parsed(text: string): Record<string, unknown> {
  try {
    return (parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
