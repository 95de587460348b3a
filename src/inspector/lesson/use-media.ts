import { useSyncExternalStore } from 'react';

/** Where everything of a task stands below each other. */
export const ONE_COLUMN = '(width <= 800px), (height <= 560px)';
/** Where there is no room for a column of the phone. */
export const TWO_COLUMNS = '(width <= 1240px), (height <= 560px)';

function subscribe(query: string, listener: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}

/** Whether the window is as a query says. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (listener) => subscribe(query, listener),
    () => matchMedia(query).matches,
  );
