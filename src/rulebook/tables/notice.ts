import type { Edition } from '../../model/kinds.ts';
import type { ReferenceId } from '../evidence/references.ts';

/**
 * What the phone or the computer shows. `sourced`: a source shows this wording, as near as we may quote; `ours`:
 * only its meaning is sourced.
 */
export interface Notice {
  readonly title: string;
  readonly text: Readonly<Record<Edition, string>>;
  readonly wording: 'sourced' | 'ours';
  readonly cites: readonly ReferenceId[];
}

export const inEveryEdition = (text: string): Readonly<Record<Edition, string>> => ({
  ios7: text,
  ios8: text,
  modern: text,
});
