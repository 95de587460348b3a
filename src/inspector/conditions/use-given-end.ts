import { useLayoutEffect, useSyncExternalStore } from 'react';
import { play } from '../../run/play.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { StoryStore } from '../state/story-store.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import type { WhatIfWorker } from './what-if-worker.ts';
import { MANY_ITEMS } from './what-if-workers.ts';
import { type EndShown, endOf, shownEnd } from './ends.ts';

/** The ends of scenarios as they were given: each is played once, however often the view is opened. */
class GivenEnds {
  readonly #ends = new WeakMap<Scenario, EndShown>();
  readonly #listeners = new Set<() => void>();

  of(given: Scenario): EndShown | undefined {
    return this.#ends.get(given);
  }

  keep(given: Scenario, end: EndShown): void {
    this.#ends.set(given, end);
    for (const listen of this.#listeners) listen();
  }

  readonly subscribe = (listen: () => void): (() => void) => {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  };
}
const keptOf = new WeakMap<StoryStore, GivenEnds>();

/** With the page's store, so that a view that comes back finds them. */
function endsOf(store: StoryStore): GivenEnds {
  let ends = keptOf.get(store);
  if (!ends) keptOf.set(store, (ends = new GivenEnds()));
  return ends;
}

function playHere(given: Scenario): EndShown {
  const { journal, fingerprints } = play(given);
  return endOf(given, { lines: journal.lines, fingerprints });
}

/** The end of the scenario as it was given. `undefined` while it is still played. */
export function useGivenEnd(store: ViewProps['store'], worker: WhatIfWorker): EndShown | undefined {
  const { given, changes, hand } = useStory(store, 'given', 'changes', 'hand');
  const ends = endsOf(store);
  const end = useSyncExternalStore(ends.subscribe, () => ends.of(given));
  const isAsGiven = Object.keys(changes).length === 0 && !hand;
  // Before the page is painted, so that what is known or quickly played shows at once.
  useLayoutEffect(() => {
    if (ends.of(given)) return;
    if (isAsGiven) ends.keep(given, shownEnd(store));
    else if (given.world.items.length <= MANY_ITEMS) ends.keep(given, playHere(given));
    else void worker.play({}).then((run) => ends.keep(given, endOf(given, run)));
  }, [ends, given, isAsGiven, store, worker]);
  return end;
}
