/** The values that there are, in their order; those that nobody gave fall out. */
export const given = <T>(values: Iterable<T | undefined | null>): T[] =>
  [...values].filter((value) => value !== undefined && value !== null) as T[];
