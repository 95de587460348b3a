import { type RefObject, useLayoutEffect, useState } from 'react';

/** What of a wide drawing is near enough to be drawn, in pixels from its left. */
export interface Span {
  readonly room: number;
  readonly from: number;
  readonly to: number;
}

/** Renders again by this many pixels. */
const STEP = 400;

export function useSpan(host: RefObject<HTMLElement | null>): Span {
  const [span, setSpan] = useState<Span>({ room: 600, from: 0, to: 1000 });
  useLayoutEffect(() => {
    const { current } = host;
    if (!current) return undefined;
    const measure = () => {
      const room = current.clientWidth;
      const from = Math.max(0, (Math.floor(current.scrollLeft / STEP) - 1) * STEP);
      const to = (Math.ceil((current.scrollLeft + room) / STEP) + 1) * STEP;
      setSpan((before) =>
        before.room === room && before.from === from && before.to === to ? before : { room, from, to },
      );
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
