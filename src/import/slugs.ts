import { saidOr } from '../model/listed.ts';

/** Longest name that a suffix still fits behind. */
const LONGEST = 48;

/** A name for a scenario file out of words for people; `taken` keeps two apart, and learns it. */
export function slugOf(words: string, fallback: string, taken: Set<string>): string {
  const plain = saidOr(
    fallback,
    words
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST)
      .replaceAll(/^-+|-+$/g, ''),
  );
  let slug = plain;
  for (let number = 2; taken.has(slug); number += 1) slug = `${plain}-${number}`;
  taken.add(slug);
  return slug;
}
