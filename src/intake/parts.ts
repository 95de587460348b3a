import { InputError } from '../model/problem.ts';
import type { Draft } from './draft.ts';
import { isTile, partsOfTile } from './item-tiles.ts';
import { type JsonGroup, nameOfPart, partsIn, valueAt, withValue } from './json.ts';

/** The lists of a world whose parts a person can add and take away. */
export const PART_LISTS = ['items', 'backups', 'accounts', 'copies'] as const;
export type PartList = (typeof PART_LISTS)[number];

export const listOf = (stated: JsonGroup, list: PartList): readonly JsonGroup[] =>
  partsIn(valueAt(stated, ['world', list]));

/** In a call parts stand in the order of their names, so that nobody can see in which order they were said. */
export function withList(draft: Draft, list: PartList, parts: readonly JsonGroup[]): Draft {
  const inOrder =
    draft.basis === 'call' && list !== 'accounts'
      ? parts.toSorted((a, b) => (String(nameOfPart(a)) < String(nameOfPart(b)) ? -1 : 1))
      : parts;
  return { ...draft, stated: withValue(draft.stated, ['world', list], inOrder) ?? draft.stated };
}

/** A name that no part of the list has: the wished one, or with the next number. */
export function freeName(draft: Draft, list: PartList, wished: string): string {
  const taken = new Set(listOf(draft.stated, list).map(nameOfPart));
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wished : `${wished}-${n}`;
    if (!taken.has(name)) return name;
  }
}

/** One more of what a tile stands for. */
export function addTile(draft: Draft, tile: string): Draft {
  if (!isTile(tile)) throw new InputError([{ file: draft.id, message: `there is no tile “${tile}”` }]);
  const { items, copies } = partsOfTile(tile, freeName(draft, 'items', tile));
  const withItems = withList(draft, 'items', [...listOf(draft.stated, 'items'), ...items]);
  return copies.length === 0
    ? withItems
    : withList(withItems, 'copies', [...listOf(draft.stated, 'copies'), ...copies]);
}

/** Without some items, and without what only they had: their copies, and what was found of them. */
export function withoutItems(draft: Draft, isGone: (item: JsonGroup) => boolean): Draft {
  const all = listOf(draft.stated, 'items');
  const gone = new Set(all.filter(isGone).map((item) => nameOfPart(item)));
  if (gone.size === 0) return draft;
  const copies = listOf(draft.stated, 'copies');
  const keptCopies = copies.filter(({ of }) => !(Array.isArray(of) && of.every((id) => gone.has(String(id)))));
  const kept = withList(
    draft,
    'items',
    all.filter((item) => !isGone(item)),
  );
  const found = Object.fromEntries(Object.entries(draft.found).filter(([id]) => !gone.has(id)));
  return {
    ...(keptCopies.length === copies.length ? kept : withList(kept, 'copies', keptCopies)),
    found,
    notKnown: draft.notKnown.filter((id) => ![...gone].some((name) => id.includes(`.${name}.`))),
  };
}
