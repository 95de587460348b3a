import type { CategoryId } from '../rulebook/categories/categories.ts';
import type { RestoreMark } from './restore-marks.ts';

/** One line of what a backup holds, as a person understands it. */
export interface ImportedItem {
  /** Its name in the scenario. */
  readonly id: string;
  readonly category: CategoryId;
  readonly title: string;
  /** The app that it belongs to, by its name in the scenario. */
  readonly app?: string;
  /** Its parts return in another way than the rest; `unknown` for what nobody can name. */
  readonly putBack?: RestoreMark | 'unknown';
  readonly files: number;
  /** Of the sizes that the list gives. */
  readonly bytes: number;
  /** Files without a size, or with one beyond reason: they are not counted as empty. */
  readonly sizeNotGiven: number;
  /** The newest day on which a file of it changed. */
  readonly newest?: string;
  /** Protection classes 1 to 4 of its files. */
  readonly classes: readonly number[];
}

/** All that a visit of the list of files found. */
export interface ImportedList {
  /** The largest first. */
  readonly items: readonly ImportedItem[];
  /** Domains of the list, and how many of them hold no file at all. */
  readonly domains: number;
  readonly emptyDomains: number;
  /** Sums over all rows, counted on their own: the items have to add up to them. */
  readonly files: number;
  readonly bytes: number;
  readonly sizeNotGiven: number;
  /** A marker of iCloud Photos was named (`cpl_enabled_marker`). */
  readonly hasPhotosMarker: boolean;
}
