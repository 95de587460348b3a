import { useEffect, useState } from 'react';
import { play } from '../../run/play.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import type { WhatIfWorker } from './what-if-worker.ts';
import { MANY_ITEMS } from './what-if-workers.ts';
import { type EndShown, endOf, shownEnd } from './ends.ts';

const cache = new WeakMap<Scenario, EndShown>();

async function playGiven(worker: WhatIfWorker, given: Scenario): Promise<Scenario> {
  cache.set(given, endOf(given, await worker.play({})));
  return given;
}

/** The end of the scenario as it was given. `undefined` while it is still played. */
export function useGivenEnd(store: ViewProps['store'], worker: WhatIfWorker): EndShown | undefined {
  const { given, changes, hand } = useStory(store);
  const [, setPlayed] = useState<Scenario | null>(null);
  let end = cache.get(given);
  if (!end && Object.keys(changes).length === 0 && !hand) cache.set(given, (end = shownEnd(store)));
  if (!end && given.world.items.length <= MANY_ITEMS) {
    const run = play(given);
    cache.set(given, (end = endOf(given, { lines: run.journal.lines, fingerprints: run.fingerprints })));
  }
  const isMissing = end === undefined;
  useEffect(() => {
    if (!isMissing) return;
    void playGiven(worker, given).then(setPlayed);
  }, [isMissing, worker, given]);
  return end;
}
