import type { Route } from '../../model/kinds.ts';
import type { Question } from '../case/situation.ts';
import type { RuleGroup } from '../tables/rule.ts';

/** When a person could still change a fact. */
export type Changeable = 'now' | 'another-way' | 'before-the-backup' | 'never';
/** As rules are grouped; what kind of data it is belongs to no group of rules. */
export type FactGroup = RuleGroup | 'the kind of data';

/** One named value that rules compare, out of a short list of possible ones. */
export interface Fact {
  readonly title: string;
  readonly group: FactGroup;
  /** What each value means, in words that fit behind the title. */
  readonly values: Readonly<Record<string, string>>;
  readonly read: (question: Question) => string;
  /** The one way on which it says anything: on another it is not worth a word. */
  readonly toldOn?: Route;
  /** The values that are possible where none is given, when they are fewer than all: no other row can hang on it. */
  readonly mayBe?: (question: Question) => readonly string[];
  /** What was read, in exact words that fit behind the title, where a value stands for a range. */
  readonly exactly?: (question: Question) => string;
  /** Differs from item to item; the others are equal for all items of a run. */
  readonly perItem: boolean;
  /** What to ask the customer when it is unknown. */
  readonly ask: string;
  readonly changeable: Changeable;
  /** The two values that were compared, when there are two: in the same words where they are the same. */
  readonly compare?: (question: Question) => { readonly backup: string; readonly now: string } | undefined;
}

export const UNKNOWN = 'unknown';
