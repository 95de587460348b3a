import { useEffect, useState } from 'react';
import { type Twin, twinOf } from '../../../teach/twin.ts';
import type { Variant } from '../../../teach/variant.ts';
import { messageOf } from '../../export/message-of.ts';

/** `null`: still being looked for; `none`: this case has no twin. */
export type TwinState = Twin | 'none' | { readonly trouble: string } | null;

/** The twin of a variant, looked for once the page has been drawn. */
export function useTwin(variant: Variant): TwinState {
  const [state, setState] = useState<TwinState>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      try {
        const about = 'twin' in variant.task ? variant.task.about : undefined;
        const twin = twinOf(variant, about);
        setState(twin === null ? 'none' : twin);
      } catch (error) {
        setState({ trouble: messageOf(error) });
      }
    }, AFTER_DRAWING_MS);
    return () => clearTimeout(timer);
  }, [variant]);
  return state;
}

const AFTER_DRAWING_MS = 30;
