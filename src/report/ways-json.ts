import type { World } from '../model/world.ts';
import type { WaysToTell } from './ways-text.ts';
import { needWords, wayLetter, wayName, wayStart, whyNoWay } from './ways-words.ts';

/** What `ways --json` prints: the answer with its words, and without what was played. */
export const waysAsJson = (world: World, { ways, rows, most }: WaysToTell): unknown => ({
  most,
  ways: ways.map((way, place) => {
    const { id, kind, backup, account, blocked, needs, lastsMs, brings } = way;
    return {
      letter: wayLetter(place),
      id,
      kind,
      name: wayName(world, way),
      backup,
      account,
      possible: blocked === null,
      ...(blocked === null ? {} : { blocked, because: whyNoWay(blocked) }),
      start: wayStart(world, way),
      needs: needs.map((need) => ({ ...need, says: needWords(world, need) })),
      lastsMs,
      brings,
    };
  }),
  rows,
});
