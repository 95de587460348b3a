/** `A`, `A and B`, `A, B and C`. */
export const inList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.slice(-1).join('')}`;

/** Inside a sentence. */
export const decapitalised = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** Beginning a sentence; `iCloud` and its like keep their small letter. */
export const capitalised = (words: string): string =>
  /^[a-z][A-Z]/.test(words) ? words : words.charAt(0).toUpperCase() + words.slice(1);
