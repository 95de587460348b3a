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

/** Asking the browser makes it lay out the whole page in the middle of drawing it: once, until one may be another. */
const heights = new Map<RowToken, number>();
let isKept = false;

function heightOf(token: RowToken): number {
  // Before all others that are told of a change.
  if (!isKept) subscribe(() => heights.clear());
  isKept = true;
  const known = heights.get(token);
  if (known !== undefined) return known;
  const height = Math.round(Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(token)));
  heights.set(token, height);
  return height;
}

/** The height of the rows of a list in pixels, and again when the window or the pointer makes it another. */
export const useRowHeight = (token: RowToken): number => useSyncExternalStore(subscribe, () => heightOf(token));
