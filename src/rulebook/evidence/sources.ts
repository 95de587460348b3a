import { APPLE_SOURCES } from './sources/apple.ts';
import { APP_SOURCES } from './sources/apps.ts';
import { ARTICLE_SOURCES } from './sources/articles.ts';
import { SOFTWARE_SOURCES } from './sources/software.ts';

/** How far a source can be trusted; order for conflicts: A, C, A*, A-old (for its era), R, T+, T, S. */
export type Strength = 'A' | 'C' | 'A*' | 'A-old' | 'R' | 'T+' | 'T' | 'S';

export interface Source {
  readonly strength: Strength;
  readonly title: string;
  /** Public address, or where it was read when no address is known. */
  readonly where: string;
}

/** The strongest first. Two sources of one strength are weighed by hand, in the table of disputes. */
export const STRENGTH_ORDER: readonly Strength[] = ['A', 'C', 'A*', 'A-old', 'R', 'T+', 'T', 'S'];

/** The letters in short words, for someone who is learning. */
export const STRENGTH_MEANING: Record<Strength, string> = {
  A: 'Apple page, read in a copy',
  C: 'published by Apple as code or schema',
  'A*': 'Apple text, known only from quotations',
  'A-old': 'older Apple text, valid for its time',
  R: 'found out by taking software apart',
  'T+': 'documentation of another maker',
  T: 'article or discussion by others',
  S: 'third-party guide, weakest',
};

/** Every place that a fact, a behaviour or a dispute names. */
export const SOURCES = {
  ...APPLE_SOURCES,
  ...SOFTWARE_SOURCES,
  ...APP_SOURCES,
  ...ARTICLE_SOURCES,
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof SOURCES;

/** The day on which the pages stood in the rule book as they are cited; they may say something else since. */
export const CATALOGUED = '2026-11-25';
