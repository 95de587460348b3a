import type { FactId } from '../../rulebook/facts/facts.ts';
import type { Block } from '../../rulebook/case/situation.ts';
import type { Changes } from '../../scenario/change.ts';

/** The groups of the conditions panel: the three of A15, what lies outside them, and what cannot matter. */
export const CONDITION_GROUPS = [
  'device state',
  'account trust',
  'encryption context',
  'outside',
  'cannot matter',
] as const;
export type ConditionGroup = (typeof CONDITION_GROUPS)[number];

/** When it could be done, the earliest first. `never`: nobody can change it, whatever it costs. */
export const WHEN_ORDER = ['now', 'another-way', 'before-the-backup', 'never'] as const;
export type When = (typeof WHEN_ORDER)[number];

export const WHEN_WORDS: Readonly<Record<When, string>> = {
  now: 'It can be done now',
  'another-way': 'It takes another way or another copy',
  'before-the-backup': 'Only before the backup was made',
  never: 'Nobody can change this',
};

/** One possible value of a condition, and what has to be set to bring it about. */
export interface Choice {
  readonly value: string;
  /** What to do, in words: `Set a passcode on this device`. */
  readonly title: string;
  readonly changes: Changes;
  /** Worth a try when something is to come back. */
  readonly helps: boolean;
}

/** One thing that the outcome may depend on. */
export interface Condition {
  /** A path as `withChanges` takes it. */
  readonly path: string;
  readonly title: string;
  readonly group: ConditionGroup;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly when: When;
  /** The restore has to be done again for it to take effect. */
  readonly again: boolean;
  /** Rules that read one of these facts may answer differently. */
  readonly moves: readonly FactId[];
  /** What no longer holds the restore up. */
  readonly unblocks: readonly Block[];
  /** The item that it is about, for conditions of one item. */
  readonly item?: string;
  /** Why it makes no difference to any verdict (A15). */
  readonly cannotMatter?: string;
}
