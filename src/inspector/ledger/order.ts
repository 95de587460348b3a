import { FATE_ORDER, GATE_ORDER } from '../../model/fates.ts';
import type { Item } from '../../model/world.ts';
import { CATEGORIES, type CategoryId } from '../../rulebook/categories/categories.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { fateKeyOf, ON_THE_WAY } from '../../stepping/fate-keys.ts';
import type { LedgerFilter } from '../state/snapshot.ts';
import type { StoryStore } from '../state/story-store.ts';
import type { Tape } from '../../stepping/recording.ts';
import { wordOf } from '../parts/Fate.tsx';

export const SORTS = {
  newest: 'Newest first',
  listed: 'As listed',
  largest: 'Largest first',
  name: 'By name',
  fate: 'Fate by fate',
} as const;
export type Sort = keyof typeof SORTS;
export const GROUPS = {
  none: 'No groups',
  fate: 'Groups: fate',
  gate: 'Groups: gate',
  rule: 'Groups: rule',
  category: 'Groups: category',
} as const;
export type Grouping = keyof typeof GROUPS;

/** One line of the table: a row by its place, or the head of a group. */
export type Entry = number | { readonly group: string; readonly items: number; readonly bytes: number };

/** What the table shows, in its order. Walks the rows once or twice: also quick with 100,000 of them. */
export function entriesOf(
  store: StoryStore,
  tape: Tape,
  position: number,
  filter: LedgerFilter,
  sort: Sort,
  grouping: Grouping,
): readonly Entry[] {
  const { rows } = store;
  const all = sort === 'newest' ? newestFirst(store, tape, position) : sorted(tape.items, rows, sort);
  const places = isOpen(filter) ? all : all.filter(passes(tape.items, rows, filter));
  return grouping === 'none' ? places : grouped(places, tape.items, rows, grouping);
}

/** Rows changed last come first; those of one step, and those that never changed, as listed. */
function newestFirst(store: StoryStore, tape: Tape, position: number): number[] {
  const places: number[] = [];
  for (let at = position; at >= 0; at -= 1) {
    for (const place of tape.patches[at]?.places ?? []) if (store.changedAt(place) === at) places.push(place);
  }
  for (let place = 0; place < tape.items.length; place += 1) if (store.changedAt(place) < 0) places.push(place);
  return places;
}

const fixed = new WeakMap<readonly Item[], Map<Sort, readonly number[]>>();

function sorted(items: readonly Item[], rows: readonly LedgerRow[], sort: Sort): readonly number[] {
  let known = fixed.get(items);
  if (!known) fixed.set(items, (known = new Map()));
  const places = known.get(sort) ?? items.map((_, place) => place).toSorted(comparing(items, sort));
  known.set(sort, places);
  return sort === 'fate'
    ? byKey(places, (place) => fateKeyOf(rows[place] as LedgerRow), [...FATE_ORDER, ON_THE_WAY])
    : places;
}

function comparing(items: readonly Item[], sort: Sort): (a: number, b: number) => number {
  if (sort === 'largest') return (a, b) => (items[b]?.bytes ?? 0) - (items[a]?.bytes ?? 0) || a - b;
  if (sort === 'name') return (a, b) => ((items[a]?.title ?? '') < (items[b]?.title ?? '') ? -1 : 1);
  return (a, b) => a - b;
}

/** Stable, in the order of the keys that are known, then of those met on the way. */
function byKey(places: readonly number[], keyOf: (place: number) => string, order: readonly string[]): number[] {
  return [...buckets(places, keyOf, order).values()].flat();
}

function buckets(
  places: readonly number[],
  keyOf: (place: number) => string,
  order: readonly string[],
): Map<string, number[]> {
  const found = new Map<string, number[]>(order.map((key) => [key, []]));
  for (const place of places) {
    const key = keyOf(place);
    const bucket = found.get(key);
    if (bucket) bucket.push(place);
    else found.set(key, [place]);
  }
  return found;
}

const titles = new WeakMap<readonly Item[], readonly string[]>();

function lowerTitles(items: readonly Item[]): readonly string[] {
  let known = titles.get(items);
  if (!known)
    titles.set(items, (known = items.map(({ title, id, category }) => `${title} ${id} ${category}`.toLowerCase())));
  return known;
}

const isOpen = ({ fates, gate, rule, text }: LedgerFilter): boolean =>
  fates.length === 0 && gate === null && rule === null && text.trim() === '';

function passes(
  items: readonly Item[],
  rows: readonly LedgerRow[],
  { fates, gate, rule, text }: LedgerFilter,
): (place: number) => boolean {
  const words = text.trim().toLowerCase();
  const names = words === '' ? [] : lowerTitles(items);
  return (place) => {
    const row = rows[place];
    if (!row || (fates.length > 0 && !fates.includes(fateKeyOf(row)))) return false;
    if (gate !== null && row.gate !== gate) return false;
    if (rule !== null && row.rule !== rule) return false;
    return words === '' || (names[place] ?? '').includes(words) || (row.rule ?? '').includes(words);
  };
}

function grouped(
  places: readonly number[],
  items: readonly Item[],
  rows: readonly LedgerRow[],
  grouping: Grouping,
): Entry[] {
  const keyOf = KEY_OF[grouping];
  const order =
    grouping === 'gate' ? GATE_ORDER : grouping === 'fate' ? [...FATE_ORDER.map(wordOf), wordOf(ON_THE_WAY)] : [];
  return [...buckets(places, (place) => keyOf(items[place] as Item, rows[place] as LedgerRow), order)].flatMap(
    ([group, held]): Entry[] =>
      held.length === 0
        ? []
        : [
            { group, items: held.length, bytes: held.reduce((sum, place) => sum + (items[place]?.bytes ?? 0), 0) },
            ...held,
          ],
  );
}

const KEY_OF: Readonly<Record<Grouping, (item: Item, row: LedgerRow) => string>> = {
  none: () => '',
  fate: (_item, row) => wordOf(fateKeyOf(row)),
  gate: (_item, row) => row.gate ?? 'no gate yet',
  rule: (_item, row) => row.rule ?? 'no rule',
  category: (item) => CATEGORIES[item.category as CategoryId].title,
};
