/** What a list says, or the word for one that is empty. */
export const listedOr = (none: string, words: readonly string[], between = ', '): string =>
  words.length === 0 ? none : words.join(between);

/** What was said, or the word for nothing said. */
export const saidOr = (none: string, said: string): string => (said === '' ? none : said);
