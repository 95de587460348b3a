import { type Fate, FATES } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import type { Rule } from '../rulebook/tables/rule.ts';
import { type BetOption, rowOf } from './questions/question.ts';
import { type Harm, harmOf, HARMS } from './score.ts';
import type { Variant } from './variant.ts';

const BOOK: Readonly<Record<string, Rule>> = RULES;

/** What a sentence would do to the customer who hears it. */
export interface SaidNote {
  readonly right: boolean;
  /** What the sentence says, by where an item ends of which it is true. */
  readonly means: string;
  /** For a wrong one: what it does. */
  readonly harm: Harm | null;
  readonly says: string;
}

/** Where an item ends of which a sentence is true; without a rule it came back with the restore. */
const fateOfSentence = (word: string): Fate =>
  Object.hasOwn(BOOK, word) ? must(BOOK[word], word).outcome : 'restored';

/** A true end told with another reason. */
const SAME_END: Harm = 'wrong-reason';

/** Of one sentence out of those offered: whether it is true of this item, and what it would promise or take away. */
export function noteOn(variant: Variant, itemId: string, { word }: BetOption, key: string): SaidNote {
  const is = must(rowOf(variant, { id: itemId }).fate, `the fate of ${itemId}`);
  const said = fateOfSentence(word);
  const right = word === key;
  const harm: Harm | null = right ? null : (harmOf(said, is) ?? SAME_END);
  return {
    right,
    harm,
    means: FATES[said].means,
    says: harm === null ? 'It is true, and it is kind.' : HARMS[harm].means,
  };
}
