import type { Fate, Gate } from '../../model/fates.ts';
import type { Edition, Route } from '../../model/kinds.ts';
import type { BehaviourId } from '../evidence/behaviours.ts';
import type { CategoryId } from '../categories/categories.ts';
import type { DisputeId } from '../evidence/disputes.ts';
import type { MendId } from './mends.ts';
import type { ReferenceId } from '../evidence/references.ts';
import type { IosBounds } from './ios-versions.ts';

/** The three groups that alone change eligibility (A15), and those outside them. */
export const RULE_GROUPS = {
  'device state': 'Device state',
  'account trust': 'Account trust',
  'encryption context': 'Encryption context',
  'what was captured': 'What was captured',
  'which backup': 'Which backup',
  'the app': 'The app’s own rules',
  'the store': 'The store',
  'the organisation': 'The organisation',
  'the course of the restore': 'The course of the restore',
  'other copies': 'Other copies',
} as const;
export type RuleGroup = keyof typeof RULE_GROUPS;

/** Cells of a decision table: the rule holds when every named fact has one of the values. */
export type Cells = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One row of the rule book, to be read by a trainer. */
export interface Rule {
  readonly gate: Gate;
  readonly outcome: Fate;
  readonly group: RuleGroup;
  readonly editions: readonly Edition[] | 'all';
  readonly routes: readonly Route[] | 'all';
  readonly categories: readonly CategoryId[] | 'all';
  readonly when: Cells;
  /**
   * The iOS with which it holds: of the backup as its maker recorded it, and of the device as it runs at that moment.
   * Not given: with every iOS of its editions.
   */
  readonly ios?: IosBounds;
  /** Rows of the same gate with another outcome that can hold beside this one; this one decides. */
  readonly before?: readonly string[];
  /** One sentence for the trainee. */
  readonly says: string;
  /** One kind sentence for the customer. */
  readonly customer: string;
  readonly cites: readonly ReferenceId[];
  readonly shows: readonly BehaviourId[];
  readonly dispute?: DisputeId;
  /** The act that makes usable what is of no use. */
  readonly mends?: MendId;
}

export type RuleBook = Readonly<Record<string, Rule>>;
