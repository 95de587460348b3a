import { orNull } from '../model/optional.ts';
import type { Plugin } from 'vite';
import { must } from '../model/must.ts';

/** Where a part begins: its module, and all that it imports at once. */
const PAGE = /\/inspector\/main\.tsx$/;
const READER = /\/state\/read-stated\.ts$/;
const WORKERS = /\.worker\.ts$/;

type NameOf = (id: string) => string | null;

/**
 * Which script a module goes into, where more than one part of the page needs it. By itself the bundler would cut as
 * finely as parts differ: some sixty files, each of them packed for itself, which weighs more and is fetched later.
 * `page`: what the first picture needs. `core`: what of that the threads beside the page need too. `reader`: what
 * reads scenarios, with zod. All else is cut by the bundler.
 */
export function chunks(): { readonly plugin: Plugin; readonly nameOf: NameOf } {
  const names = new Map<string, string>();
  return {
    plugin: {
      name: 'restore-sim-chunks',
      apply: 'build',
      buildEnd() {
        const ids = [...this.getModuleIds()];
        const importsOf = (id: string): readonly string[] =>
          must(this.getModuleInfo(id), `the module ${id}`).importedIds;
        const reach = (begin: RegExp): ReadonlySet<string> =>
          reached(
            ids.filter((id) => begin.test(id)),
            importsOf,
          );
        const [page, reader, workers] = [reach(PAGE), reach(READER), reach(WORKERS)];
        for (const id of reader) names.set(id, 'reader');
        for (const id of page) names.set(id, workers.has(id) || reader.has(id) ? 'core' : 'page');
        // The entry keeps its own file: it is the one that the page names.
        for (const id of ids) if (PAGE.test(id)) names.delete(id);
      },
    },
    nameOf: (id) => orNull(names.get(id)),
  };
}

function reached(begin: readonly string[], importsOf: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(begin);
  for (const id of seen) for (const next of importsOf(id)) seen.add(next);
  return seen;
}
