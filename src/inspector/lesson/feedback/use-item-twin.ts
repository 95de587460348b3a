import { useEffect, useState } from 'react';
import type { Fate } from '../../../model/fates.ts';
import type { Variant } from '../../../teach/variant.ts';
import { workBeside } from '../work-beside.ts';
import { type FoundTwin, keepTwin, keptTwin } from './kept-twins.ts';

/** Absent: still being looked for; `none`: there is none, or it could not be looked for. */
type ItemTwinState = FoundTwin | undefined;

const found = new WeakMap<Variant, Map<string, FoundTwin>>();
const isKnown = (variant: Variant, item: string): FoundTwin | undefined => found.get(variant)?.get(item);

function remember(variant: Variant, item: string, twin: FoundTwin): FoundTwin {
  let ofVariant = found.get(variant);
  if (!ofVariant) found.set(variant, (ofVariant = new Map()));
  ofVariant.set(item, twin);
  return twin;
}

/** Found by this window, before or after it was loaded anew. */
function knownTwin(variant: Variant, item: string, said: Fate | null): FoundTwin | undefined {
  const known = isKnown(variant, item);
  const kept = known === undefined ? keptTwin(variant, item, said) : undefined;
  return kept === undefined ? known : remember(variant, item, kept);
}

/** Rows that are only passed by are not worth a search. */
const STAYED_MS = 300;

/** The same case with one thing changed, for one item of it; looked for beside the page once the row stays open. */
export function useItemTwin(variant: Variant, item: string, said: Fate | null): ItemTwinState {
  const known = knownTwin(variant, item, said);
  const [state, setState] = useState<ItemTwinState>(known);
  useEffect(() => {
    if (known !== undefined) return undefined;
    const stop = new AbortController();
    const { lesson, taskIndex: place, learner } = variant;
    const look = async () => {
      const done = await workBeside({ kind: 'item-twin', lesson, place, learner, item, said }, stop.signal);
      const twin = done.kind === 'item-twin' && done.twin !== null ? done.twin : 'none';
      if (stop.signal.aborted) return;
      keepTwin(variant, item, said, twin);
      setState(remember(variant, item, twin));
    };
    // It is told beside the reason, and the reason stands without it.
    const timer = setTimeout(() => void look().catch(() => setState('none')), STAYED_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [variant, item, said, known]);
  return state;
}
