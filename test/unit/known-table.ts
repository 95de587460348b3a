import { afterAll } from 'vitest';

/** Where files can be written, `UPDATE=1` writes the table anew; its head says the whole command. */
const RENEWS = typeof window === 'undefined' && process.env['UPDATE'] === '1';

export interface KnownTable {
  /** Its lines in their order. */
  readonly known: readonly string[];
  /** What a line has to be: the known one; or what it is now, where the table is written anew. */
  readonly expected: (now: string, line: string | undefined) => string | undefined;
}

/**
 * A table of bytes that every engine is held to, below a head of lines that begin with `#`. `every`: only one line in
 * so many is looked at; a table that is written anew is written whole.
 */
export function knownTable(path: string, text: string, every = 1): KnownTable {
  const lines = text.split('\n').filter((line) => line !== '');
  const head = lines.filter((line) => line.startsWith('#'));
  const known = lines.filter((line) => !line.startsWith('#'));
  const renewed: string[] = [];
  afterAll(async () => {
    if (!RENEWS) return;
    const { writeFileSync } = await import('node:fs');
    writeFileSync(path, `${[...head, ...renewed].join('\n')}\n`);
  });
  return {
    known: RENEWS ? known : known.filter((_, place) => place % every === 0),
    expected: (now, line) => {
      if (!RENEWS) return line;
      renewed.push(now);
      return now;
    },
  };
}

/** One line in so many where `npm test` or a campaign asks for fewer; 1 where nobody does. */
export const WALKS_EVERY = Number(import.meta.env['VITE_WALKS_EVERY'] ?? 1);

/** The scenario that a line of such a table is about: its last word. */
export const ofScenario = (line: string) => ({ line, id: line.slice(line.lastIndexOf(' ') + 1) });
