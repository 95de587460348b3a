import { useEffect } from 'react';
import type { Session } from '../state/session.ts';
import type { StoryStore } from '../state/story-store.ts';

/** Browsers refuse an address that changes too often. */
const REST = 350;

/** Keeps the page's address equal to what is shown: reload it or pass it on and see the same. */
export function useAddress(session: Session, store: StoryStore): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      timer = undefined;
      session.address().then(
        (hash) => window.history.replaceState(null, '', hash === '' ? location.pathname : hash),
        // Too large for an address: the sheet for sharing says so, and offers to save instead.
        () => window.history.replaceState(null, '', location.pathname),
      );
    };
    const later = () => {
      timer ??= setTimeout(write, REST);
    };
    const stops = [store.subscribe(later), session.subscribe(later)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [session, store]);
}
