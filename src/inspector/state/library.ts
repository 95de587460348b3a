import type { Plain, Scenario } from '../../scenario/scenario.ts';
import { CATALOGUE, type Catalogue } from '../library/catalogue.ts';
import { FIRST_FILE } from '../library/first-scenario.ts';
import type { ListedScenario } from '../library/listed.ts';

/** The scenarios that lie beside the page, or in it. Throws an Error in plain words when a file cannot be read. */
export class Library {
  #list: Promise<readonly ListedScenario[]> | undefined;
  #catalogue: Promise<Catalogue> | undefined;
  readonly #files = new Map<string, Promise<Readonly<Record<string, unknown>>>>();

  list(): Promise<readonly ListedScenario[]> {
    return (this.#list ??= readJson('scenarios/index.json') as Promise<readonly ListedScenario[]>);
  }

  /** What playing all of them showed when the page was built. */
  catalogue(): Promise<Catalogue> {
    return (this.#catalogue ??= readJson(CATALOGUE) as Promise<Catalogue>);
  }

  /** The scenario that is shown first, read when the page was built. */
  first(): Promise<Scenario> {
    return readJson(FIRST_FILE) as Promise<Scenario>;
  }

  /** What a scenario states, checked when the page was built; `undefined` for one with mistakes in it. */
  async stated(id: string): Promise<Plain | undefined> {
    return (await this.#of(id, 'json')) as Plain | undefined;
  }

  /** The text of a scenario as it was written, or `undefined` when there is none with this id. */
  async text(id: string): Promise<string | undefined> {
    return (await this.#of(id, 'texts.json')) as string | undefined;
  }

  /** Ids come from addresses: only a theme that is listed is asked for. */
  async #of(id: string, kind: 'json' | 'texts.json'): Promise<unknown> {
    const known = (await this.list()).find((listed) => listed.id === id);
    if (!known) return undefined;
    const address = `scenarios/${known.theme}.${kind}`;
    let file = this.#files.get(address);
    if (!file) this.#files.set(address, (file = readJson(address) as Promise<Readonly<Record<string, unknown>>>));
    const held = await file;
    return Object.hasOwn(held, id) ? held[id] : undefined;
  }
}

export async function readJson(address: string): Promise<unknown> {
  // A page that is one file carries its data in itself.
  const inside = document.getElementById(address)?.textContent;
  if (inside) return JSON.parse(inside);
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`The page’s own file ${address} could not be read.`);
  return response.json();
}
