/**
 * What places of a backup mean, by domain and path: the most exact place that a path lies in counts. Places are written
 * as people write them, `HomeDomain/Library/SMS`; a `*` at the end stands for the rest of a name.
 */
export class PathTree<Meaning> {
  readonly #root: Branch<Meaning> = { meaning: undefined, below: new Map(), begins: [] };

  constructor(places: Iterable<readonly [place: string, meaning: Meaning]>) {
    for (const [place, meaning] of places) this.#plant(place.split('/'), meaning);
  }

  #plant(steps: readonly string[], meaning: Meaning): void {
    let at = this.#root;
    for (const step of steps) {
      if (step.endsWith('*')) {
        at.begins.push({ start: step.slice(0, -1), meaning });
        return;
      }
      let next = at.below.get(step);
      if (!next) at.below.set(step, (next = { meaning: undefined, below: new Map(), begins: [] }));
      at = next;
    }
    at.meaning = meaning;
  }

  /** Walks as many steps of a path as it knows; the list of a large backup asks it a million times. */
  find(domain: string, path: string): Meaning | undefined {
    let at = this.#root.below.get(domain);
    if (!at) return undefined;
    let found = at.meaning;
    let from = 0;
    while (from < path.length && (at.below.size > 0 || at.begins.length > 0)) {
      const slash = path.indexOf('/', from);
      const step = slash === -1 ? path.slice(from) : path.slice(from, slash);
      for (const { start, meaning } of at.begins) if (step.startsWith(start)) found = meaning;
      const next = at.below.get(step);
      if (!next) break;
      at = next;
      if (at.meaning !== undefined) found = at.meaning;
      from = slash === -1 ? path.length : slash + 1;
    }
    return found;
  }

  /** Whether anything at all is said of a domain. */
  knows(domain: string): boolean {
    return this.#root.below.has(domain);
  }
}

interface Branch<Meaning> {
  meaning: Meaning | undefined;
  readonly below: Map<string, Branch<Meaning>>;
  readonly begins: { readonly start: string; readonly meaning: Meaning }[];
}
