import type { DoEntry } from './scenario.ts';

/** How long after the beginning of its part of the story an act comes: at once, unless the script says how long. */
export const delayOf = ({ after }: Pick<DoEntry, 'after'>): number => after ?? 0;
