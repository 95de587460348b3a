import { useEffect } from 'react';
import { type Speed, SPEEDS } from '../state/speeds.ts';
import type { StoryStore } from '../state/story-store.ts';
import { usePicked, useStory } from '../state/use-story.ts';

/** No faster than the eye can follow. */
const FASTEST = 150;

/** Milliseconds from step to step; a long run goes faster, so that it comes to its end. */
export const paceOf = (speed: Speed, steps: number): number =>
  Math.max(FASTEST, Math.min(SPEEDS[speed].ms, SPEEDS[speed].wholeMs / steps));

/** While the store plays, the page steps on. It rests at every drop and every question; at the end it stops. */
export function usePlaying(store: StoryStore): void {
  const { playing } = useStory(store, 'playing');
  const { speed } = usePicked(store, 'speed');
  useEffect(() => {
    if (!playing) return undefined;
    const pace = paceOf(speed, store.getSnapshot().recording.last + 1);
    const timer = setInterval(() => {
      store.goTo(store.getSnapshot().position + 1);
      const { position, recording, frame } = store.getSnapshot();
      if (position >= recording.last) store.setPlaying(false);
      else if (frame.marks.some(({ kind }) => kind !== 'alert')) store.rest();
    }, pace);
    return () => clearInterval(timer);
  }, [store, playing, speed]);
}
