import { useRef, useSyncExternalStore } from 'react';
import type { Route } from '../../model/kinds.ts';
import type { Observable } from './observable.ts';
import type { PickedSnapshot, StorySnapshot } from './snapshot.ts';
import type { StoryStore } from './story-store.ts';

/** What every view of the page receives. */
export interface ViewProps {
  readonly store: StoryStore;
}

/** The named parts of the run and of the moment it stands at; renders again only when one of them is another. */
export const useStory = <K extends keyof StorySnapshot>(
  store: StoryStore,
  ...names: readonly [K, ...K[]]
): Pick<StorySnapshot, K> => useParts(store, names);

/** The way that the restore has taken so far; renders again only when it is another. */
export const useRoute = (store: StoryStore): Route => useSyncExternalStore(store.subscribe, () => store.route);

/** The named parts of what the person has picked. */
export const usePicked = <K extends keyof PickedSnapshot>(
  store: StoryStore,
  ...names: readonly [K, ...K[]]
): Pick<PickedSnapshot, K> => useParts(store.picked, names);

/** Parts that are all as they were come back as the same object: that is how the page knows to draw nothing. */
export function useParts<T extends object, K extends keyof T>(store: Observable<T>, names: readonly K[]): Pick<T, K> {
  const kept = useRef<Pick<T, K> | null>(null);
  return useSyncExternalStore(store.subscribe, () => {
    const snapshot = store.getSnapshot();
    const before = kept.current;
    if (before && names.every((name) => Object.is(before[name], snapshot[name]))) return before;
    kept.current = Object.fromEntries(names.map((name) => [name, snapshot[name]])) as Pick<T, K>;
    return kept.current;
  });
}
