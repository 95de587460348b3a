import { createHash } from 'node:crypto';

const made = (globalThis as { restoreSimMade?: Map<string, string> }).restoreSimMade ?? new Map<string, string>();
Object.assign(globalThis, { restoreSimMade: made });

/**
 * Makes something of texts, which takes seconds, once in a process for the same texts: the website and the page that is
 * one file are built one after the other, and each has modules of its own.
 */
export function oncePerBuild(texts: readonly (readonly [string, string])[], make: () => string): string {
  const key = createHash('sha256').update(JSON.stringify(texts)).digest('hex');
  const known = made.get(key) ?? make();
  made.clear();
  made.set(key, known);
  return known;
}
