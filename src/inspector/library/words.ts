/*
 * How the library compares words. Everything that is looked for and everything that is looked through goes the same
 * way, so that one and many, small and capital, with and without accents or a hyphen are the same word.
 */

/** A word as it is compared, and where it stands in its text. */
export interface WordInText {
  readonly stem: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}]+(?:[-.'’][\p{L}\p{N}]+)*/gu;
const NUMBERS = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
/** Words that nearly every text has. They are looked for only where nothing else was written. */
const SMALL = new Set(
  (
    'a an the my your his her its our their i we you he she it they me him them this that these those there here of ' +
    'to in on at by for from with without as and or but if so than then is are was were be been am do does did done ' +
    'has have had having will would can could should may not no dont doesnt didnt isnt arent cant cannot wont wasnt ' +
    'after before when while where what which who how why all any some just only very please customer says said ' +
    'back into onto up out over about'
  ).split(' '),
);
export const isSmallWord = (stem: string): boolean => SMALL.has(stem);

/** The words of a text in their order; one with a hyphen counts in its parts and as a whole. */
export function wordsInText(text: string): readonly WordInText[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: found, index }) => {
    const place = { from: index, to: index + found.length };
    const plain = plainOf(found);
    if (!plain.includes('-')) return [{ stem: stemOf(plain), ...place }];
    return [...plain.split('-'), plain.replaceAll('-', '')].map((part) => ({ stem: stemOf(part), ...place }));
  });
}

/** The words somebody looks for: of one with a hyphen its parts. */
export const wordsLookedFor = (text: string): readonly WordInText[] => wordsInText(text.replaceAll('-', ' '));
export const stemsLookedFor = (text: string): readonly string[] => wordsLookedFor(text).map(({ stem }) => stem);

const plainOf = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s$/, '')
    .replaceAll("'", '');

/** What is the same in “photo” and “photos”, “upload” and “uploaded”. Not meant to be read. */
function stemOf(word: string): string {
  const number = NUMBERS.indexOf(word);
  if (number >= 0) return String(number + 2);
  if (word.length < 4 || SMALL.has(word) || /\d/.test(word)) return word;
  const one = singularOf(word);
  const base = one.length > 5 ? one.replace(/(?:ing|ed)$/, '') : one;
  const single = base === one ? base : base.replace(/([bdfgmnprt])\1$/, '$1');
  return single.length > 3 ? single.replace(/e$/, '') : single;
}

function singularOf(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, '');
}

/** Most slips of the fingers that a word of this length may have and still be meant. */
export const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** How many letters are wrong, missing, too many or swapped; more than `most` counts as `most + 1`. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let earlier: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (earlier[j - 2] as number) + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    earlier = row;
    row = next;
  }
  return row[b.length] as number;
}
