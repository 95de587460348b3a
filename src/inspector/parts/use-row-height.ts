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
const sizes = new Map<RowToken | 'font-size', number>();
let isKept = false;

function sizeOf(property: RowToken | 'font-size'): number {
  // Before all others that are told of a change.
  if (!isKept) subscribe(() => sizes.clear());
  isKept = true;
  const known = sizes.get(property);
  if (known !== undefined) return known;
  const size = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(property));
  sizes.set(property, size);
  return size;
}

/** The size of the page's type in pixels, and again when the window makes it another. */
export const useTypeSize = (): number => useSyncExternalStore(subscribe, () => sizeOf('font-size'));

/** The height of the rows of a list in pixels, and again when the window or the pointer makes it another. */
export const useRowHeight = (token: RowToken): number =>
  useSyncExternalStore(subscribe, () => Math.round(sizeOf(token)));
