import type { CategoryId } from '../rulebook/categories/categories.ts';

/** A kind of data as a person knows it, and the places of a backup in which it lies. */
export interface ReadableItem {
  readonly id: string;
  readonly category: CategoryId;
  readonly title: string;
  /** `HomeDomain/Library/SMS`: domain and path; the most exact place counts, and a `*` ends a name. */
  readonly places: readonly string[];
}

/** A row of the tables of readable items. */
export const row = (id: string, category: CategoryId, title: string, ...places: string[]): ReadableItem => ({
  id,
  category,
  title,
  places,
});
