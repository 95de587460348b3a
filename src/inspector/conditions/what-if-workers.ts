import { useEffect, useMemo } from 'react';
import type { Scenario } from '../../scenario/scenario.ts';
import { Desk } from './what-if-worker.ts';

/** From here a run takes long enough to be felt, and is played beside the page. */
export const MANY_ITEMS = 1500;

export interface Desks {
  /** For minimal sets. */
  readonly search: Desk;
  /** For the scenario under changes, and as it was given, when it is large. */
  readonly changed: Desk;
  readonly given: Desk;
}

/** Threads for one scenario; each begins with its first question and ends with the view. */
export function useDesks(scenario: Scenario): Desks {
  const desks = useMemo(
    () => ({ search: new Desk(scenario), changed: new Desk(scenario), given: new Desk(scenario) }),
    [scenario],
  );
  useEffect(
    () => () => {
      desks.search.close();
      desks.given.close();
      desks.changed.closeWhenDone();
    },
    [desks],
  );
  return desks;
}
