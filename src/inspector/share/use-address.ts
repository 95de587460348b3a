import { useEffect } from 'react';
import { isInLessons, placeOf } from '../state/address.ts';
import type { Session } from '../state/session.ts';
import type { StoryStore } from '../state/story-store.ts';

/** Browsers refuse an address that changes too often. */
const REST = 350;

/**
 * Keeps the page's address equal to what is shown: reload it or pass it on and see the same. Another scenario or
 * another view is a place of its own, to which the browser's Back returns; steps within it are not.
 */
export function useAddress(session: Session, store: StoryStore): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let place: string | undefined;
    const show = (hash: string) => {
      if (isInLessons(location.hash)) return;
      const now = placeOf(hash);
      // Where an address led here, the history has its entry already.
      const isNew = place !== undefined && now !== place && now !== placeOf(location.hash);
      place = now;
      const to = hash === '' ? location.pathname : hash;
      if (isNew) window.history.pushState(null, '', to);
      else window.history.replaceState(null, '', to);
    };
    const write = () => {
      timer = undefined;
      // Too large for an address: the sheet for sharing says so, and offers to save instead.
      session.address().then(show, () => show(''));
    };
    const later = () => {
      timer ??= setTimeout(write, REST);
    };
    later();
    const stops = [store.subscribe(later), store.picked.subscribe(later), session.subscribe(later)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [session, store]);
}
