import { useEffect, useState } from 'react';
import { play } from '../../run/play.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import type { Desk } from './what-if-worker.ts';
import { MANY_ITEMS } from './what-if-workers.ts';
import { type End, endOf, shownEnd } from './ends.ts';

const known = new WeakMap<Scenario, End>();

async function playGiven(desk: Desk, given: Scenario): Promise<Scenario> {
  known.set(given, endOf(given, await desk.play({})));
  return given;
}

/** The end of the scenario as it was given. `undefined` while it is still played. */
export function useGivenEnd(store: ViewProps['store'], desk: Desk): End | undefined {
  const { given, changes, hand } = useStory(store);
  const [, setPlayed] = useState<Scenario | null>(null);
  let end = known.get(given);
  if (!end && Object.keys(changes).length === 0 && !hand) known.set(given, (end = shownEnd(store)));
  if (!end && given.world.items.length <= MANY_ITEMS) {
    const run = play(given);
    known.set(given, (end = endOf(given, { lines: run.journal.lines, fingerprints: run.fingerprints })));
  }
  const isMissing = end === undefined;
  useEffect(() => {
    if (!isMissing) return;
    void playGiven(desk, given).then(setPlayed);
  }, [isMissing, desk, given]);
  return end;
}
