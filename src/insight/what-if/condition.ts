import type { ServiceId } from '../../model/services.ts';
import type { FactId } from '../../rulebook/facts/facts.ts';
import type { Block } from '../../rulebook/case/blocks.ts';
import type { Changes } from '../../scenario/conditions.ts';

/** The groups of the conditions panel: the three of A15, what lies outside them, and what cannot matter. */
export const CONDITION_GROUPS = [
  'device state',
  'account trust',
  'encryption context',
  'outside',
  'cannot matter',
] as const;
export type ConditionGroup = (typeof CONDITION_GROUPS)[number];

/** The parts of a list of conditions, by what they speak of. */
export const CONDITION_SECTIONS = [
  'device',
  'account',
  'encryption',
  'item',
  'backup',
  'captured',
  'cloud',
  'cannot-matter',
  'course',
  'computer',
  'organisation',
] as const;
export type ConditionSection = (typeof CONDITION_SECTIONS)[number];

/** What the person does differently along with a changed condition; no condition of its own. */
export const COMPANIONS = ['script.passcode', 'script.backupPassword', 'script.carriesOn'] as const;
export type Companion = (typeof COMPANIONS)[number];

/** How a person sets it: a switch for two values that are on and off, one of the backups, or any of a few values. */
export type Control =
  | {
      readonly kind: 'switch';
      readonly on: string;
      readonly off: string;
      /** On and off alone would not say enough: the value stands beside it. */
      readonly saysMore: boolean;
    }
  | { readonly kind: 'backups' | 'choices' };

/**
 * When it could be done, the earliest first. `find-out`: nothing is done at all, a fact is only learnt; `never`: nobody
 * can change it, whatever it costs.
 */
export const WHEN_ORDER = ['find-out', 'now', 'another-way', 'before-the-backup', 'never'] as const;
export type When = (typeof WHEN_ORDER)[number];

export const WHEN_WORDS: Readonly<Record<When, string>> = {
  'find-out': 'Find out first: if this was so, nothing has to be done',
  now: 'It can be done now',
  'another-way': 'It takes another way or another copy',
  'before-the-backup': 'Only before the backup was made',
  never: 'Nobody can change this',
};

/** One possible value of a condition, and what has to be set to bring it about. */
export interface Choice {
  readonly value: string;
  /** The value as a person reads it. */
  readonly words: string;
  /** What to do, in words: `Set a passcode on this device`. */
  readonly title: string;
  readonly changes: Changes;
  /** Worth a try when something is to come back. */
  readonly helps: boolean;
  /** The same, with the story as it was and the act after its end: what needs no other restore is proved by it. */
  readonly afterwards?: Changes;
}

/** One thing that the outcome may depend on. */
export interface Condition {
  /** A path as `withChanges` takes it. */
  readonly path: string;
  readonly title: string;
  readonly group: ConditionGroup;
  readonly section: ConditionSection;
  readonly control: Control;
  readonly value: string;
  /** The present value as a person reads it. */
  readonly words: string;
  readonly choices: readonly Choice[];
  readonly when: When;
  /** The restore has to be done again for it to take effect. */
  readonly again: boolean;
  /** Rules that read one of these facts may answer differently. */
  readonly moves: readonly FactId[];
  /** What no longer holds the restore up. */
  readonly unblocks: readonly Block[];
  /** Whatever stands in the way: everything hangs on it. */
  readonly always: boolean;
  /** The item that it is about, for conditions of one item; so for one account, and for one service. */
  readonly item?: string;
  readonly account?: string;
  readonly service?: ServiceId;
  /** Why it makes no difference to any verdict (A15). */
  readonly cannotMatter?: string;
}
