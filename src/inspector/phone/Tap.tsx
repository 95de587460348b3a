import type { ReactNode } from 'react';
import type { PossibleEvent } from '../../run/possible-events.ts';
import type { StoryStore } from '../state/story-store.ts';

interface TapProps {
  readonly store: StoryStore;
  readonly event: PossibleEvent;
  readonly as?: 'main' | 'link' | 'choice' | 'halt' | 'light';
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * Something to touch on the phone: it sends its event; when nobody takes it, the page says why, in place. A “Back” on
 * the phone is a tap, with which the story goes on: whoever hears its name must not take it for the step back.
 */
export function Tap({ store, event, as = 'main', label, className = '', children }: TapProps) {
  return (
    <button
      type="button"
      className={`tap ${as} ${className}`}
      aria-label={
        label ??
        (event.type === 'back' && typeof children === 'string' ? `${children}: a tap on the screen` : undefined)
      }
      onClick={() => store.send(event)}
    >
      {children}
    </button>
  );
}
