import { useMemo, useState } from 'react';
import { usePlaying } from '../../timeline/use-playing.ts';
import { StoryStore } from '../../state/story-store.ts';
import { useStory } from '../../state/use-story.ts';
import type { Variant } from '../../../teach/variant.ts';
import type { Recording } from '../../../stepping/recording.ts';
import { nextStop, openingsOf, type RevealStops } from './openings.ts';

export interface Reveal {
  readonly store: StoryStore;
  readonly position: number;
  readonly last: number;
  /** Where the row of an item, or of the story as a whole, opens. */
  readonly opensAt: (item: string | null) => number;
  readonly isOpen: (item: string | null) => boolean;
  /** It has opened with the last step, or with the steps that were run over. */
  readonly isNew: (item: string | null) => boolean;
  readonly toNextStop: () => void;
}

/**
 * The story of a variant, stepped through after the lock: everything in it is known only up to where it stands.
 * `only`: the items at whose turn it stops; `null` is the story as a whole.
 */
export function useReveal({ scenario, run }: Variant, stops: RevealStops, only: readonly (string | null)[]): Reveal {
  const store = useMemo(() => {
    const { fingerprints, journal } = run;
    const played = { scenario, lines: journal.lines, chain: journal.chain, fingerprints };
    return StoryStore.opened({ given: scenario, changes: {}, run: played, hand: null });
  }, [scenario, run]);
  usePlaying(store);
  const { position, recording } = useStory(store, 'position', 'recording');
  const openings = useMemo(() => openingsOf(recording), [recording]);
  const end = useMemo(() => lastEnd(recording), [recording]);
  const [seen, setSeen] = useState({ position, before: -1 });
  if (seen.position !== position) setSeen({ position, before: seen.position });
  const opensAt = (item: string | null): number => (item === null ? end : (openings.get(item) ?? recording.last));
  return {
    store,
    position,
    last: recording.last,
    opensAt,
    isOpen: (item) => opensAt(item) <= position,
    isNew: (item) => opensAt(item) <= position && opensAt(item) > seen.before,
    toNextStop: () => store.goTo(nextStop(recording, only.map(opensAt), position, stops)),
  };
}

/** How the story ends is known when its restore ends for the last time; a story that stops before, at its last step. */
function lastEnd({ lines, last }: Recording): number {
  const line = lines.findLast(({ type }) => type === 'restore.ended');
  return line ? line.step - 1 : last;
}
