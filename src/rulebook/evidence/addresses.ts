import type { Source } from './sources.ts';

const ADDRESS = /https:\/\/[^\s;()]+/g;

/** The addresses in a source that a browser can open; none where it was only read in a copy. */
export const addressesOf = ({ where }: Pick<Source, 'where'>): readonly string[] =>
  [...where.matchAll(ADDRESS)].map(([address]) => address);
