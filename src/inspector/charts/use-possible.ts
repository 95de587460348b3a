import { useEffect, useState } from 'react';
import type { StoryStore } from '../state/story-store.ts';
import type { Frame } from '../../stepping/frame.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Types of the events that can be sent now. Worked out after the step is painted: it may take a simulation a moment
 * to get there.
 */
export function usePossible(store: StoryStore, frame: Frame): ReadonlySet<string> {
  const [known, setKnown] = useState<{ readonly frame: Frame | null; readonly types: ReadonlySet<string> }>({
    frame: null,
    types: NONE,
  });
  useEffect(() => {
    const timer = setTimeout(() => setKnown({ frame, types: new Set(store.possible().map(({ type }) => type)) }), 30);
    return () => clearTimeout(timer);
  }, [store, frame]);
  return known.frame === frame ? known.types : NONE;
}
