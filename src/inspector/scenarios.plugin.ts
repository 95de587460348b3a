import { madeOnce } from '../model/groups.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parse } from 'yaml';
import { must } from '../model/must.ts';
import { InputError } from '../model/problem.ts';
import { loadScenario } from '../scenario/load.ts';
import type { Plain, Scenario } from '../scenario/scenario.ts';
import { CATALOGUE } from './library/catalogue.ts';
import { catalogueOf } from './library/catalogue-of.ts';
import type { ListedScenario } from './library/listed.ts';
import { FIRST_FILE, FIRST_SCENARIO } from './library/first-scenario.ts';
import { oncePerBuild } from './library/once-per-build.ts';
import { pathAskedFor } from './path-asked-for.ts';

const SUFFIX = '.yaml';

/**
 * Puts the scenarios beside the page as data, not as JavaScript: `scenarios/index.json` lists them, `<theme>.json`
 * holds what the scenarios of one theme state, by id, and `<theme>.texts.json` their files as they were written. Those
 * that state something need no reader of YAML; the texts are for whoever saves one, or opens one with mistakes. What
 * playing all of them shows is in `library.json`, for whoever looks for one.
 */
export function scenarios(folder: string): Plugin {
  return {
    name: 'restore-sim-scenarios',
    generateBundle() {
      for (const [fileName, source] of scenarioFiles(folder)) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = pathAskedFor(request);
        const body = path.startsWith('scenarios/') ? scenarioFiles(folder).get(path) : undefined;
        if (body === undefined) next();
        else response.setHeader('content-type', 'application/json').end(body);
      });
    },
  };
}

interface ThemeOfPack {
  readonly stated: Record<string, Plain>;
  readonly texts: Record<string, string>;
}

/** The files that hold the scenarios, by their addresses. */
export function scenarioFiles(folder: string): ReadonlyMap<string, string> {
  const texts = textsOf(folder);
  const themes = new Map<string, ThemeOfPack>();
  const loaded = new Map<string, Scenario>();
  for (const [id, text] of texts) {
    const theme = madeOnce<string, ThemeOfPack>(themes, folderOf(id), () => ({ stated: {}, texts: {} }));
    const scenario = scenarioIn(id, text);
    if (scenario) {
      loaded.set(id, scenario);
      theme.stated[id] = scenario.stated;
    }
    theme.texts[id] = text;
  }
  const list = texts.map(listed);
  const files = new Map([
    ['scenarios/index.json', JSON.stringify(list)],
    [FIRST_FILE, JSON.stringify(must(loaded.get(FIRST_SCENARIO), 'the first scenario'))],
    [CATALOGUE, oncePerBuild(texts, () => JSON.stringify(catalogueOf(loaded, list)))],
  ]);
  for (const [theme, held] of themes) {
    files.set(`scenarios/${theme}.json`, JSON.stringify(held.stated));
    files.set(`scenarios/${theme}.texts.json`, JSON.stringify(held.texts));
  }
  return files;
}

/** What a file states, once the loader has nothing against it. One with mistakes is left to its text. */
function scenarioIn(id: string, text: string): Scenario | undefined {
  try {
    return loadScenario(text, `${id}${SUFFIX}`, id);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

const folderOf = (id: string): string => must(id.split('/')[0], 'a theme');

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
    theme: folderOf(id),
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
