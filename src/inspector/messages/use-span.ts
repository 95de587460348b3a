import { type RefObject, useLayoutEffect, useState } from 'react';

/** What of a wide drawing is near enough to be drawn, in pixels from its left. */
export interface Span {
  readonly room: number;
  readonly from: number;
  readonly to: number;
  /** What of it is in sight, to the next step of scrolling. */
  readonly left: number;
  readonly right: number;
}

/** Renders again by this many pixels. */
const STEP = 200;

export function useSpan(host: RefObject<HTMLElement | null>): Span {
  const [span, setSpan] = useState<Span>({ room: 600, from: 0, to: 1000, left: 0, right: 600 });
  useLayoutEffect(() => {
    const { current } = host;
    if (!current) return undefined;
    const measure = () => {
      const room = current.clientWidth;
      const left = Math.floor(current.scrollLeft / STEP) * STEP;
      const from = Math.max(0, left - STEP);
      const right = left + room;
      const to = right + 2 * STEP;
      setSpan((before) => (before.room === room && before.left === left ? before : { room, from, to, left, right }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    current.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', measure);
    };
  }, [host]);
  return span;
}
