import type { Problem } from '../../model/problem.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Plain } from '../../scenario/scenario.ts';
import type { HandPart } from '../../stepping/steppable-run.ts';
import type { OpenedStory } from '../state/opened-story.ts';

/** A scenario that is to be read and played beside the page. */
export interface Wanted {
  /** How problems name its file. */
  readonly file: string;
  readonly id: string;
  /** As it was written, with the files that came with it; or what it states, checked when the page was built. */
  readonly from: { readonly text: string; readonly beside: readonly File[] } | { readonly stated: Plain };
  readonly changes: Changes;
  readonly hand: HandPart | null;
}

/** What became of it. `isWhole`: all that was done by hand could be done here; else it is shown up to there. */
export interface OpenedBeside {
  readonly story: OpenedStory;
  readonly isWhole: boolean;
}

/** What the worker says of it. */
export type Said =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly says: string }
  | ({ readonly kind: 'opened' } & OpenedBeside)
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly says: string };
