import type { Fate, Gate } from '../../model/fates.ts';
import type { BehaviourId } from '../../rulebook/evidence/behaviours.ts';
import type { Findable } from './findable.ts';

/** What playing a scenario showed. */
export interface CataloguedScenario {
  /** Where its items end, in the order of the fates. */
  readonly fates: readonly Fate[];
  /** The gates at which something drops, in their order. */
  readonly gates: readonly Gate[];
  /** What it can be found by: places in `findables`. */
  readonly findables: readonly number[];
}

/** Where a behaviour can be looked at: a scenario, and the step of it that shows the behaviour first. */
export interface Showing {
  readonly id: string;
  readonly step: number;
}

/**
 * What the library knows of the scenarios beside their titles: made by playing every one of them when the page is
 * built, and fetched when the library is opened.
 */
export interface Catalogue {
  readonly scenarios: Readonly<Record<string, CataloguedScenario>>;
  readonly findables: readonly Findable[];
  /** Every word, in alphabetical order, and the places in `findables` of the texts that have it. */
  readonly words: readonly string[];
  readonly places: readonly (readonly number[])[];
  readonly showings: Readonly<Partial<Record<BehaviourId, Showing>>>;
}

/** The address of the catalogue beside the page. */
export const CATALOGUE = 'scenarios/library.json';
