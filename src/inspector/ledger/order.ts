import { must } from '../../model/must.ts';
import { FATE_ORDER, GATE_ORDER } from '../../model/fates.ts';
import type { Item } from '../../model/world.ts';
import type { Route } from '../../model/kinds.ts';
import { CATEGORIES, type CategoryId } from '../../rulebook/categories/categories.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { type FateKey, fateKeyOf, ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { isOpen, type LedgerFilter, type ShownLedger } from '../state/snapshot.ts';
import type { Recording } from '../../stepping/recording.ts';
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

/** The order of the fates in the table; what nothing is decided about comes last. */
const OPEN_LAST: readonly FateKey[] = [...FATE_ORDER, ON_THE_WAY];

/** One line of the table: a row by its place, or the head of a group. */
export type Entry = number | { readonly group: string; readonly items: number; readonly bytes: number };

/** What the table shows, in its order. Walks the rows once or twice: also quick with 100,000 of them. */
export function entriesOf(
  recording: Recording,
  { rows, since }: ShownLedger,
  filter: LedgerFilter,
  sort: Sort,
  grouping: Grouping,
  route: Route,
): readonly Entry[] {
  const all = sort === 'newest' ? newestFirst(recording, since) : sorted(recording.items, rows, sort);
  const places = isOpen(filter) ? all : all.filter(passes(recording.items, rows, filter));
  return grouping === 'none' ? places : grouped(places, recording.items, rows, grouping, route);
}

/** Rows changed last come first; those of one step, and those that never changed, as listed. */
function newestFirst({ items, patches }: Recording, since: number): number[] {
  const places: number[] = [];
  const isPlaced = new Uint8Array(items.length);
  const place = (index: number): void => {
    if (isPlaced[index] === 1) return;
    isPlaced[index] = 1;
    places.push(index);
  };
  for (let at = since; at >= 0; at -= 1) patches[at]?.places.forEach(place);
  for (let index = 0; index < items.length; index += 1) place(index);
  return places;
}

const itemAt = (items: readonly Item[], index: number): Item => must(items[index], `item ${index}`);

const fixed = new WeakMap<readonly Item[], Map<Sort, readonly number[]>>();

function sorted(items: readonly Item[], rows: readonly LedgerRow[], sort: Sort): readonly number[] {
  let cache = fixed.get(items);
  if (!cache) fixed.set(items, (cache = new Map()));
  const places = cache.get(sort) ?? items.map((_, index) => index).toSorted(comparing(items, sort));
  cache.set(sort, places);
  return sort === 'fate' ? byKey(places, (index) => fateKeyOf(rows[index] as LedgerRow), OPEN_LAST) : places;
}

function comparing(items: readonly Item[], sort: Sort): (a: number, b: number) => number {
  if (sort === 'largest') return (a, b) => itemAt(items, b).bytes - itemAt(items, a).bytes || a - b;
  if (sort === 'name') return (a, b) => (itemAt(items, a).title < itemAt(items, b).title ? -1 : 1);
  return (a, b) => a - b;
}

/** Stable, in the order of the keys that are known, then of those met on the way. */
function byKey(places: readonly number[], keyOf: (index: number) => string, order: readonly string[]): number[] {
  return [...buckets(places, keyOf, order).values()].flat();
}

function buckets(
  places: readonly number[],
  keyOf: (index: number) => string,
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

function passes(
  items: readonly Item[],
  rows: readonly LedgerRow[],
  { fates, gate, rule, text }: LedgerFilter,
): (index: number) => boolean {
  const words = text.trim().toLowerCase();
  const names = words === '' ? [] : lowerTitles(items);
  return (index) => {
    const row = rows[index];
    if (!row || (fates.length > 0 && !fates.includes(fateKeyOf(row)))) return false;
    if (gate !== null && row.gate !== gate) return false;
    if (rule !== null && row.rule !== rule) return false;
    return (
      words === '' || must(names[index], 'the words of an item').includes(words) || row.rule?.includes(words) === true
    );
  };
}

function grouped(
  places: readonly number[],
  items: readonly Item[],
  rows: readonly LedgerRow[],
  grouping: Grouping,
  route: Route,
): Entry[] {
  const keyOf = KEY_OF[grouping];
  const order =
    grouping === 'gate' ? GATE_ORDER : grouping === 'fate' ? OPEN_LAST.map((fate) => wordOf(fate, route)) : [];
  return [...buckets(places, (index) => keyOf(items[index] as Item, rows[index] as LedgerRow, route), order)].flatMap(
    ([group, held]): Entry[] =>
      held.length === 0
        ? []
        : [
            { group, items: held.length, bytes: held.reduce((sum, index) => sum + itemAt(items, index).bytes, 0) },
            ...held,
          ],
  );
}

const KEY_OF: Readonly<Record<Grouping, (item: Item, row: LedgerRow, route: Route) => string>> = {
  none: () => '',
  fate: (_item, row, route) => wordOf(fateKeyOf(row), route),
  gate: (_item, row) => row.gate ?? 'no gate yet',
  rule: (_item, row) => row.rule ?? 'no rule',
  category: (item) => CATEGORIES[item.category as CategoryId].title,
};
