import type { Fate } from '../../model/fates.ts';
import type { Item } from '../../model/world.ts';
import type { Variant } from '../variant.ts';
import type { QuestionWord } from './question-words.ts';

/** One possible answer. */
export interface BetOption {
  /** Its word in results: small letters, digits, hyphens, slashes. */
  readonly word: string;
  /** As a person reads it. */
  readonly says: string;
  /** Where it is drawn with the shape and colour of a fate. */
  readonly fate?: Fate;
}

/** What every kind of question has to answer. */
export interface BetQuestionRow {
  /** In an order that says nothing of which is right; never empty. */
  readonly options: (variant: Variant, item: Item | undefined) => readonly BetOption[];
  /** The word of the right one, out of the run. `undefined`: it cannot be asked of this item. */
  readonly key: (variant: Variant, item: Item | undefined) => string | undefined;
  /** By which kind of interaction a learning management system keeps it. */
  readonly interaction: 'choice';
}

/** A question as it is put in one variant. It carries no answer: `keyOf` works it out. */
export interface PutQuestion {
  /** `t1.codes.fate`, the same for every learner who is asked the same. */
  readonly id: string;
  readonly kind: QuestionWord;
  readonly item: Item | undefined;
  readonly asks: string;
  readonly options: readonly BetOption[];
}
