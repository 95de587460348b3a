import { fateOn } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { fateSaid, type Harm, harmOfAnswer, HARMS } from './answer-fate.ts';
import { type BetOption, rowOf } from './questions/question.ts';
import type { Variant } from './variant.ts';

/** What a sentence would do to the customer who hears it. */
export interface SaidNote {
  readonly right: boolean;
  /** What the sentence says, by where an item ends of which it is true. */
  readonly means: string;
  /** For a wrong one: what it does. */
  readonly harm: Harm | null;
  readonly says: string;
}

/** Of one sentence out of those offered: whether it is true of this item, and what it would promise or take away. */
export function noteOn(variant: Variant, itemId: string, { word }: BetOption, key: string): SaidNote {
  const is = must(rowOf(variant, { id: itemId }).fate, `the fate of ${itemId}`);
  const said = must(fateSaid('say', word), 'where a sentence says that it ends');
  const right = word === key;
  const harm: Harm | null = right ? null : harmOfAnswer(said, is);
  return {
    right,
    harm,
    means: fateOn(variant.scenario.route, said).means,
    says: harm === null ? 'It is true, and it is kind.' : HARMS[harm].means,
  };
}
