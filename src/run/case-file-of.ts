import type { World } from '../model/world.ts';
import { CaseFile } from '../rulebook/case/case-file.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import type { RuleBook } from '../rulebook/tables/rule.ts';
import type { Digest } from './digest.ts';
import type { JournalLine } from './journal-line.ts';
import { fingerprintOfParts } from './journal.ts';

/* A case file is dear to make for a large world: its digest is known once for each world. */

const digests = new WeakMap<World, string>();

const fingerprintOfWorld = ({ items, ...rest }: World, digest?: Digest): string =>
  fingerprintOfParts(rest, items, digest);

/** Takes over the digest that a run played elsewhere tells in its first line: to work it out takes seconds. */
export function knowDigest(world: World, [first]: readonly JournalLine[]): void {
  if (first?.type === 'story.began') digests.set(world, first.world);
}

const toRead = new WeakMap<World, CaseFile>();

/** The case file of a world for whoever reads about it: one for all, because some ask for it with every item. */
export function caseFileOf(world: World): CaseFile {
  let file = toRead.get(world);
  if (file === undefined) toRead.set(world, (file = freshCaseFile(world)));
  return file;
}

/** One of its own for whoever plays: a second run that took over what the first has worked out would prove nothing. */
export function freshCaseFile(world: World, book: RuleBook = RULES, digest?: Digest): CaseFile {
  let known = digests.get(world);
  if (known === undefined) digests.set(world, (known = fingerprintOfWorld(world, digest)));
  return new CaseFile(world, book, known);
}
