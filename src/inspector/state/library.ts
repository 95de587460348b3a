import type { ListedScenario } from '../scenarios.plugin.ts';

/** The scenarios that lie beside the page, or in it. */
export class Library {
  readonly #texts = new Map<string, Readonly<Record<string, string>>>();

  /** Throws an Error in plain words when the page's own files cannot be read. */
  async list(): Promise<readonly ListedScenario[]> {
    return (await readJson('scenarios/index.json')) as readonly ListedScenario[];
  }

  /** The text of a scenario, or `undefined` when there is none with this id. */
  async text(id: string): Promise<string | undefined> {
    const theme = id.split('/')[0] ?? '';
    if (!/^[a-z0-9-]+$/.test(theme)) return undefined;
    let texts = this.#texts.get(theme);
    if (!texts)
      this.#texts.set(theme, (texts = (await readJson(`scenarios/${theme}.json`)) as Readonly<Record<string, string>>));
    return Object.hasOwn(texts, id) ? texts[id] : undefined;
  }
}

async function readJson(address: string): Promise<unknown> {
  // A page that is one file carries its data in itself.
  const inside = document.getElementById(address)?.textContent;
  if (inside) return JSON.parse(inside);
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`The page’s own file ${address} could not be read.`);
  return response.json();
}
