import { useSyncExternalStore } from 'react';

/** The heights of rows in tokens.css: they grow with the text and for a finger. */
type RowToken = '--row' | '--message-row' | '--actor-row';

const COARSE = '(pointer: coarse)';

function subscribe(onChange: () => void): () => void {
  const pointer = matchMedia(COARSE);
  pointer.addEventListener('change', onChange);
  window.addEventListener('resize', onChange);
  return () => {
    pointer.removeEventListener('change', onChange);
    window.removeEventListener('resize', onChange);
  };
}

const heightOf = (token: RowToken): number =>
  Math.round(Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(token)));

/** The height of the rows of a list in pixels, and again when the window or the pointer makes it another. */
export const useRowHeight = (token: RowToken): number => useSyncExternalStore(subscribe, () => heightOf(token));
