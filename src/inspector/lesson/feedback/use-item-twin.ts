import { useEffect, useState } from 'react';
import type { Fate } from '../../../model/fates.ts';
import type { ItemTwin } from '../../../teach/item-twin.ts';
import type { Variant } from '../../../teach/variant.ts';
import { workBeside } from '../work-beside.ts';

/** Absent: still being looked for; `none`: there is none, or it could not be looked for. */
type ItemTwinState = ItemTwin | 'none' | undefined;

const found = new WeakMap<Variant, Map<string, ItemTwin | 'none'>>();

/** Rows that are only passed by are not worth a search. */
const STAYED_MS = 300;

/** The same case with one thing changed, for one item of it; looked for beside the page once the row stays open. */
export function useItemTwin(variant: Variant, item: string, said: Fate | null): ItemTwinState {
  const known = found.get(variant)?.get(item);
  const [state, setState] = useState<ItemTwinState>(known);
  useEffect(() => {
    if (known !== undefined) return undefined;
    const stop = new AbortController();
    const { lesson, taskIndex: place, learner } = variant;
    const look = async () => {
      const done = await workBeside({ kind: 'item-twin', lesson, place, learner, item, said }, stop.signal);
      const twin = done.kind === 'item-twin' && done.twin !== null ? done.twin : 'none';
      if (stop.signal.aborted) return;
      let ofVariant = found.get(variant);
      if (!ofVariant) found.set(variant, (ofVariant = new Map()));
      ofVariant.set(item, twin);
      setState(twin);
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
