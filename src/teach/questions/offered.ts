import { Draw } from '../../model/draw.ts';
import type { Item } from '../../model/world.ts';
import { type Candidate, sectionFor } from '../../rulebook/judge/rows.ts';
import { RULES } from '../../rulebook/rules/rules.ts';
import type { Variant } from '../variant.ts';
import type { BetOption } from './question.ts';

/** Answers that are offered beside the one for “nothing of this”. */
export const OFFERED = 4;

/** The word of the answer that stands first whatever is right: nothing of what is offered. */
export const NOTHING_OF_IT = 'none';

/** Chance of its own for one question on one item: what is drawn for one must not show in another. */
export const drawFor = ({ seed }: Variant, { id }: Item, kind: string): Draw => new Draw(`${seed}|${kind}|${id}`);

/** The rules that can concern this item in this story, in the order of the book. */
export function rulesAround({ scenario: { world } }: Variant, { category }: Item): readonly Candidate[] {
  const { byGate } = sectionFor(RULES, world.edition, world.route, category);
  return Object.values(byGate).flat();
}

/**
 * The right answer among others, in an order that chance decides: the first of `others` that say something else, each
 * once.
 */
export function among(draw: Draw, right: BetOption | undefined, others: Iterable<BetOption>): readonly BetOption[] {
  const chosen = right ? [right] : [];
  for (const other of others) {
    if (chosen.length >= OFFERED) break;
    if (chosen.every(({ word, says }) => word !== other.word && says !== other.says)) chosen.push(other);
  }
  return draw.shuffled(chosen);
}

/** The same behind an answer for “nothing of this”: where that is right, one more of the others makes up the number. */
export const orNothing = (
  nothing: string,
  draw: Draw,
  right: BetOption | undefined,
  others: Iterable<BetOption>,
): readonly BetOption[] => [{ word: NOTHING_OF_IT, says: nothing }, ...among(draw, right, others)];
