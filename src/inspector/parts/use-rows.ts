import { type RefObject, useCallback, useLayoutEffect, useMemo, useState } from 'react';

/** A row in sight: its place in the list, and where it stands in pixels from the first. */
export interface RowInSight {
  readonly index: number;
  readonly start: number;
  readonly size: number;
}

export interface Rows {
  readonly inSight: readonly RowInSight[];
  /** Height of all rows in pixels. */
  readonly height: number;
  /** Brings a row into sight, by the shortest way. */
  readonly show: (index: number) => void;
}

interface RowsOptions {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Height of a row in pixels; the same for all. */
  readonly row: number;
  /** Height of a head that stays over the first rows. */
  readonly head?: number;
  /** Rows drawn beyond each edge, so that nothing is blank while one scrolls. */
  readonly beyond?: number;
}

/** Only the rows in sight of a list of equal rows, however long it is. */
export function useRows({ count, scroller, row, head = 0, beyond = 8 }: RowsOptions): Rows {
  const [from, to] = useEdges(scroller, row, beyond);
  const inSight = useMemo(() => {
    const first = Math.max(0, Math.min(from, count));
    const last = Math.min(count, to);
    return Array.from({ length: Math.max(0, last - first) }, (_, place) => ({
      index: first + place,
      start: (first + place) * row,
      size: row,
    }));
  }, [from, to, count, row]);
  const show = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const [top, bottom] = [index * row, (index + 1) * row];
      if (top < element.scrollTop) element.scrollTo({ top });
      else if (bottom + head > element.scrollTop + element.clientHeight)
        element.scrollTo({ top: bottom + head - element.clientHeight });
    },
    [scroller, row, head],
  );
  return { inSight, height: count * row, show };
}

/** The first and the last place to draw; renders again only when one of them changes by rows. */
function useEdges(scroller: RefObject<HTMLElement | null>, row: number, beyond: number): readonly [number, number] {
  const [edges, setEdges] = useState<readonly [number, number]>([0, 60]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => {
      const from = Math.floor(element.scrollTop / row) - beyond;
      const to = Math.ceil((element.scrollTop + element.clientHeight) / row) + beyond;
      setEdges((before) => (before[0] === from && before[1] === to ? before : [from, to]));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, row, beyond]);
  return edges;
}
