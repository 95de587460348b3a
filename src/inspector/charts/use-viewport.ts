import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Area, fit, follow, pan, type Size, type Viewport, zoom } from './viewport.ts';

/** Pan and zoom of a drawing in the element `frame`: it follows what is active until the person moves it. */
export interface Panning {
  readonly viewport: Viewport;
  readonly zoomBy: (factor: number) => void;
  readonly panBy: (dx: number, dy: number) => void;
  readonly fitAll: () => void;
  readonly pointer: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
  };
}

const WHEEL = 0.0015;
/** A press that moves less than this is a click. */
const CLICK = 4;

/** `key`: when it changes, the drawing follows again. */
export function usePanning(
  element: RefObject<Element | null>,
  frame: Size,
  content: Size,
  active: Area | undefined,
  key: string,
): Panning {
  const [moved, setMoved] = useState<{ readonly key: string; readonly viewport: Viewport } | null>(null);
  const viewport = moved?.key === key ? moved.viewport : follow(content, frame, active);
  const move = (next: Viewport) => setMoved({ key, viewport: next });
  useWheel(element, (factor, point) => move(zoom(viewport, factor, point)));
  const drag = useDrag((dx, dy) => move(pan(viewport, dx, dy)));
  return {
    viewport,
    zoomBy: (factor) => move(zoom(viewport, factor, { x: frame.w / 2, y: frame.h / 2 })),
    panBy: (dx, dy) => move(pan(viewport, dx, dy)),
    fitAll: () => move(fit(content, frame)),
    pointer: drag,
  };
}

/** The size of an element, and again whenever it changes. */
export function useSize(element: RefObject<Element | null>): Size {
  const [size, setSize] = useState<Size>({ w: 500, h: 320 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = () => {
      const { width, height } = current.getBoundingClientRect();
      if (width > 0 && height > 0)
        setSize((known) => (known.w === width && known.h === height ? known : { w: width, h: height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

function useWheel(
  element: RefObject<Element | null>,
  onZoom: (factor: number, point: { readonly x: number; readonly y: number }) => void,
): void {
  const latest = useRef(onZoom);
  useEffect(() => {
    latest.current = onZoom;
  });
  useEffect(() => {
    const { current } = element;
    // React's own wheel listeners cannot keep the page from scrolling.
    const onWheel = (event: Event) => {
      if (!(event instanceof WheelEvent) || !current) return;
      event.preventDefault();
      const { left, top } = current.getBoundingClientRect();
      latest.current(Math.exp(-event.deltaY * WHEEL), { x: event.clientX - left, y: event.clientY - top });
    };
    current?.addEventListener('wheel', onWheel, { passive: false });
    return () => current?.removeEventListener('wheel', onWheel);
  }, [element]);
}

function useDrag(onMove: (dx: number, dy: number) => void): Panning['pointer'] {
  const from = useRef<{ x: number; y: number; dragging: boolean } | null>(null);
  return {
    onPointerDown: (event) => {
      if (event.button === 0) from.current = { x: event.clientX, y: event.clientY, dragging: false };
    },
    onPointerMove: (event) => {
      const start = from.current;
      if (!start || event.buttons === 0) return;
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      if (!start.dragging && Math.hypot(dx, dy) < CLICK) return;
      if (!start.dragging) event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, y: event.clientY, dragging: true };
      onMove(dx, dy);
    },
    onPointerUp: () => {
      from.current = null;
    },
  };
}
