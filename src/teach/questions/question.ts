import type { Fate } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import type { Item } from '../../model/world.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import type { Variant } from '../variant.ts';
import type { QuestionWord } from './question-words.ts';

/** One possible answer. */
export interface BetOption {
  /** Its word in results: the word of the format for a fate, a gate, a rule; ASCII. */
  readonly word: string;
  /** As a person reads it. */
  readonly says: string;
  /** Where it is drawn with the shape and colour of a fate. */
  readonly fate?: Fate;
}

/** What every kind of question about an item has to answer. */
export interface ItemQuestion {
  /**
   * What can be answered, in an order that says nothing of which is right, and out of what the learner may know: that
   * it is asked, and what is offered, must not give the answer away.
   */
  readonly options: (variant: Variant, item: Item) => readonly BetOption[];
  /** The word of the right one, out of the run; always among the options. */
  readonly key: (variant: Variant, item: Item) => string;
}

/** The same of the story as a whole. */
export interface StoryQuestion {
  readonly options: (variant: Variant) => readonly BetOption[];
  readonly key: (variant: Variant) => string;
}

/** A question as it is put in one variant. It carries no answer: `keyOf` works it out. */
export interface PutQuestion {
  /** `codes.fate`, or `outcome`: unique in its task. */
  readonly id: string;
  readonly kind: QuestionWord;
  readonly item: Item | undefined;
  readonly asks: string;
  readonly options: readonly BetOption[];
}

/** Where an item ended. */
export const rowOf = ({ played }: Variant, { id }: Pick<Item, 'id'>): LedgerRow =>
  must(played.rows.get(id), `the row of ${id}`);
