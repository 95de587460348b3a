import type { PossibleEventType } from '../../run/possible-events.ts';
import type { LifeState, LifeStep, Move } from './life-state.ts';

/** A state that was found, with the way to it. */
export interface LifeNode {
  readonly index: number;
  readonly parent: number;
  readonly move: Move | null;
  /** Milliseconds that passed with the move. */
  readonly passed: number;
  readonly depth: number;
  readonly state: LifeState;
}

export interface LifeBounds {
  /** More states than this are not explored. */
  readonly most: number;
  /** Events that do not happen, so that the space stays small. */
  readonly without: readonly PossibleEventType[];
  /** Restores in one story, each after an erase. */
  readonly attempts: number;
}

export interface LifeWatch {
  readonly onState?: (node: LifeNode) => void;
  readonly onStep?: (step: LifeStep, from: LifeNode, to: LifeNode) => void;
  /** Sends every event to the real actors, also where the effect is known: slower, for comparison. */
  readonly everyStepReal?: boolean;
}

export interface LifeSpace {
  readonly nodes: readonly LifeNode[];
  readonly transitions: number;
  /** Steps that real actors took, also ahead of their turn while they were awake; the rest was put together. */
  readonly realSteps: number;
  /** Places of the states that can follow each state. */
  readonly following: readonly (readonly number[])[];
  /** `actor|state` of everything that was entered. */
  readonly reached: ReadonlySet<string>;
  /** False when somebody stopped it. */
  readonly complete: boolean;
}
