import { useSyncExternalStore } from 'react';
import type { StorySnapshot } from './snapshot.ts';
import type { StoryStore } from './story-store.ts';

/** What every view of the page receives. */
export interface ViewProps {
  readonly store: StoryStore;
}

/** The present moment of the store; renders again with every change. */
export const useStory = (store: StoryStore): StorySnapshot => useSyncExternalStore(store.subscribe, store.getSnapshot);

/** One part of it; renders again only when that part changes. `pick` must give the same value for the same snapshot. */
export const useStoryPart = <T>(store: StoryStore, pick: (snapshot: StorySnapshot) => T): T =>
  useSyncExternalStore(store.subscribe, () => pick(store.getSnapshot()));
