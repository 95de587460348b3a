import type { Question } from '../case/situation.ts';

/** When a person could still change a fact. */
export type Changeable = 'now' | 'another-way' | 'before-the-backup' | 'never';
export type FactGroup =
  | 'device state'
  | 'account trust'
  | 'encryption context'
  | 'what was captured'
  | 'which backup'
  | 'the app'
  | 'the store'
  | 'the organisation'
  | 'the course of the restore'
  | 'other copies'
  | 'the kind of data';

/** One named value that rules compare, out of a short list of possible ones. */
export interface Fact {
  readonly title: string;
  readonly group: FactGroup;
  /** What each value means, in words that fit behind the title. */
  readonly values: Readonly<Record<string, string>>;
  readonly read: (question: Question) => string;
  /** Differs from item to item; the others are equal for all items of a run. */
  readonly perItem: boolean;
  /** What to ask the customer when it is unknown. */
  readonly ask: string;
  readonly changeable: Changeable;
  /** The two values that were compared, when there are two. */
  readonly compare?: (question: Question) => { readonly backup: string; readonly now: string };
}

export const UNKNOWN = 'unknown';
