import type { Fate } from '../model/fates.ts';
import { addToGroup } from '../model/groups.ts';
import { must } from '../model/must.ts';
import type { FactId } from '../rulebook/facts/facts.ts';

/** Where an item ends on one way, as its words need it. */
export interface EndToTell {
  readonly fate: Fate | null;
  readonly rule: string | null;
  readonly missing: FactId | null;
  readonly usable: boolean;
}

interface RowToTell {
  readonly items: readonly string[];
  readonly ends: readonly (EndToTell | null)[];
  readonly differs: boolean;
}

/** Items whose fates are the same on every way; by which rules they are is told apart below the table. */
export function rowsByFate(rows: readonly RowToTell[]): readonly RowToTell[] {
  const groups = new Map<string, { items: string[]; readonly first: RowToTell }>();
  for (const row of rows) {
    const key = JSON.stringify(row.ends.map((end) => (end ? [end.fate, end.usable] : null)));
    const group = groups.get(key);
    if (group) group.items.push(...row.items);
    else groups.set(key, { items: [...row.items], first: row });
  }
  return [...groups.values()].map(({ items, first }) => ({ ...first, items }));
}

/** What one rule does on one way, to items that end otherwise on another way. */
export interface WayDifference extends EndToTell {
  readonly items: readonly string[];
}

/** For each way, why it brings or does not bring the items for which ways differ. */
export const differencesByWay = (ways: number, rows: readonly RowToTell[]): readonly (readonly WayDifference[])[] =>
  Array.from({ length: ways }, (_, place) => {
    const groups = new Map<string, string[]>();
    const ends = new Map<string, EndToTell>();
    for (const { items, ends: all, differs } of rows) {
      const end = differs ? all[place] : null;
      if (!end) continue;
      const key = JSON.stringify([end.fate, end.rule, end.missing]);
      ends.set(key, end);
      addToGroup(groups, key, items);
    }
    return [...ends].map(([key, end]) => ({ ...end, items: must(groups.get(key), key) }));
  });
