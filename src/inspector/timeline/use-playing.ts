import { useEffect } from 'react';
import type { StoryStore } from '../state/story-store.ts';
import { useStory } from '../state/use-story.ts';

/** A run of any length plays in about this time, but no faster than the eye can follow. */
const WHOLE_RUN = 60_000;
const FASTEST = 250;
const SLOWEST = 900;

/** While the store plays, the page steps on; at the end it stops. */
export function usePlaying(store: StoryStore): void {
  const { playing } = useStory(store, 'playing');
  useEffect(() => {
    if (!playing) return undefined;
    const steps = store.getSnapshot().recording.last + 1;
    const pace = Math.max(FASTEST, Math.min(SLOWEST, WHOLE_RUN / steps));
    const timer = setInterval(() => {
      const { position, recording } = store.getSnapshot();
      if (position >= recording.last) store.setPlaying(false);
      else store.goTo(position + 1);
    }, pace);
    return () => clearInterval(timer);
  }, [store, playing]);
}
