import { decapitalised } from '../model/phrases.ts';
import { dayInWords } from '../model/time.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A value of a condition inside a sentence or a table: days as everywhere on the page, words of ours small, and names
 * as somebody gave them.
 */
export function valueSaid({ value, words }: { readonly value: string; readonly words: string }): string {
  if (DAY.test(words)) return dayInWords(words);
  return words === value ? words : decapitalised(words);
}
