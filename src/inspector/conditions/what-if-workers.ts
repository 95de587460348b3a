import { useEffect, useMemo } from 'react';
import type { Scenario } from '../../scenario/scenario.ts';
import { WhatIfWorker } from './what-if-worker.ts';

/** From here a run takes long enough to be felt, and is played beside the page. */
export const MANY_ITEMS = 1500;

export interface WhatIfWorkers {
  /** For minimal sets. */
  readonly search: WhatIfWorker;
  /** For the scenario under changes, and as it was given, when it is large. */
  readonly changed: WhatIfWorker;
  readonly given: WhatIfWorker;
}

/** Threads for one scenario; each begins with its first question and ends with the view. */
export function useWhatIfWorkers(scenario: Scenario): WhatIfWorkers {
  const workers = useMemo(
    () => ({
      search: new WhatIfWorker(scenario),
      changed: new WhatIfWorker(scenario),
      given: new WhatIfWorker(scenario),
    }),
    [scenario],
  );
  useEffect(
    () => () => {
      workers.search.close();
      workers.given.close();
      workers.changed.closeWhenDone();
    },
    [workers],
  );
  return workers;
}
