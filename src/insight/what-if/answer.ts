import type { Fate } from '../../model/fates.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { ConditionGroup, When } from './condition.ts';

/** One change of a condition. */
export interface Change {
  readonly path: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly group: ConditionGroup;
  readonly when: When;
  readonly again: boolean;
  readonly changes: Changes;
  readonly afterwards?: Changes;
}

/** Items whose fate another set of conditions would change too. */
export interface ChangeEffect {
  readonly id: string;
  readonly title: string;
  /** How many items it stands for. */
  readonly items: number;
  readonly from: Fate | null;
  readonly to: Fate | null;
}

/** A minimal set of changes that brings an item back, with the run that proved it. */
export interface ProvedSet {
  readonly changes: readonly Change[];
  readonly group: ConditionGroup;
  /** The latest of its changes: when the whole of it could be done. */
  readonly when: When;
  /** The restore has to be done again. */
  readonly again: boolean;
  readonly fate: Fate;
  readonly effects: readonly ChangeEffect[];
  /** Of the run that proved it. */
  readonly fingerprint: string;
}

/**
 * Where no change helps, this need not be the end of it: what waits can still come, and what somebody else keeps or
 * issues never hung on a restore. `closed`: nothing of the kind is known.
 */
export interface WithoutChange {
  readonly how: 'waits' | 'on-the-way' | 'another-way' | 'not-known' | 'of-no-use' | 'closed';
  /** The other way, or what is said to the customer. */
  readonly says: readonly string[];
}

export interface WhatIfAnswer {
  readonly item: string;
  readonly title: string;
  /** Ids that the answer holds for: all items that agree in everything rules read. */
  readonly items: readonly string[];
  readonly fate: Fate | null;
  readonly sets: readonly ProvedSet[];
  /** Why nothing helps, one sentence for each hindrance (A18); empty when something does. */
  readonly notAtAll: readonly string[];
  /** How it stands where nothing helps; `null` when something does, or when it is there. */
  readonly without: WithoutChange | null;
  readonly trials: number;
  /** False when a limit cut the search short. */
  readonly complete: boolean;
}
