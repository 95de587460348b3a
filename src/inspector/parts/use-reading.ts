import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

interface ReadingOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Height of a row in pixels; the same for all. */
  readonly row: number;
  /** The number of the row at a place. Numbers rise, and a row keeps its own when rows before it are dropped. */
  readonly numberAt: (place: number) => number | undefined;
}

export interface Reading {
  /** Whether the newest row is in sight, and is kept there. */
  readonly follows: boolean;
  readonly follow: () => void;
}

/** Keeps the place of whoever reads in a list that grows at its end: at the end that end, anywhere else the row. */
export function useReading({ scroller, count, row, numberAt }: ReadingOptions): Reading {
  const [follows, setFollows] = useState(true);
  const place = useRef<{ n: number | undefined; below: number; atEnd: boolean }>({
    n: undefined,
    below: 0,
    atEnd: true,
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const note = () => {
      const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < row * 1.5;
      const first = Math.floor(element.scrollTop / row);
      place.current = { n: numberAt(first), below: element.scrollTop - first * row, atEnd };
      setFollows(atEnd);
    };
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [scroller, row, numberAt]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const { n, below, atEnd } = place.current;
    const before = element.scrollTop;
    if (atEnd) element.scrollTo({ top: element.scrollHeight });
    else if (n !== undefined && numberAt(Math.floor(element.scrollTop / row)) !== n)
      element.scrollTo({ top: firstFrom(n, count, numberAt) * row + below });
    // The browser tells of it one picture later, and rows that come by the hundred would never be drawn.
    if (element.scrollTop !== before) element.dispatchEvent(new Event('scroll'));
  }, [scroller, row, count, numberAt]);
  const follow = () => {
    const element = scroller.current;
    element?.scrollTo({ top: element.scrollHeight });
  };
  return { follows, follow };
}

/** The place of the first row whose number is at least `n`. */
export function firstFrom(n: number, count: number, numberAt: (place: number) => number | undefined): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numberAt(middle) ?? Number.POSITIVE_INFINITY) < n) low = middle + 1;
    else high = middle;
  }
  return low;
}
