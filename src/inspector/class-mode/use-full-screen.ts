import { useCallback, useEffect, useRef } from 'react';

/** A browser that opens a window leaves the full screen by itself; that is no wish to leave the class. */
const OPENING_MS = 2500;

interface FullScreen {
  readonly toggle: () => void;
  /** A window is about to be opened. */
  readonly expectToLose: () => void;
}

/**
 * The full screen while it lasts, where the browser allows one; else the whole page serves. The browser takes Escape
 * for itself there: `onLeft` hears of it.
 */
export function useFullScreen(onLeft: () => void): FullScreen {
  const expected = useRef(Number.NEGATIVE_INFINITY);
  const told = useRef(onLeft);
  useEffect(() => {
    told.current = onLeft;
  });
  const asked = useRef<Promise<void>>(Promise.resolve());
  const enter = useCallback(() => {
    if (document.fullscreenEnabled) asked.current = document.documentElement.requestFullscreen().catch(() => {});
  }, []);
  useEffect(() => {
    enter();
    let wasFull = document.fullscreenElement !== null;
    const changed = () => {
      const isFull = document.fullscreenElement !== null;
      if (wasFull && !isFull && performance.now() - expected.current > OPENING_MS) told.current();
      wasFull = isFull;
    };
    document.addEventListener('fullscreenchange', changed);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      // Who leaves at once leaves before the browser has done what it was asked.
      void asked.current.then(exit);
    };
  }, [enter]);
  const expectToLose = useCallback(() => {
    expected.current = performance.now();
  }, []);
  return {
    toggle: () => {
      expectToLose();
      if (document.fullscreenElement) exit();
      else enter();
    },
    expectToLose,
  };
}

function exit(): void {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
}
