import { useEffect, useState } from 'react';
import { rememberTwin, type Twin } from '../../../teach/twin.ts';
import type { Variant } from '../../../teach/variant.ts';
import { messageOf } from '../../export/message-of.ts';
import { workBeside } from '../work-beside.ts';

/** `null`: still being looked for; `none`: this case has no twin. */
export type TwinState = Twin | 'none' | { readonly trouble: string } | null;

/** The twin of a variant, looked for beside the page. */
export function useTwin(variant: Variant): TwinState {
  const [state, setState] = useState<TwinState>(null);
  useEffect(() => {
    const stop = new AbortController();
    const { lesson, taskIndex: place, learner } = variant;
    const tell = (next: TwinState) => {
      if (!stop.signal.aborted) setState(next);
    };
    const look = async () => {
      const done = await workBeside({ kind: 'twin', lesson, place, learner }, stop.signal);
      tell(done.kind === 'twin' ? (rememberTwin(variant, done.plan) ?? 'none') : 'none');
    };
    look().catch((error: unknown) => tell({ trouble: messageOf(error) }));
    return () => stop.abort();
  }, [variant]);
  return state;
}
