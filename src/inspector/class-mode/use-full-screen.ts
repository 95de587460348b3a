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
  const isFull = useRef(false);
  const enter = useCallback(() => {
    if (!document.fullscreenEnabled) return;
    inTurn(async () => {
      await document.documentElement.requestFullscreen();
      isFull.current = true;
    });
  }, []);
  useEffect(() => {
    enter();
    const changed = () => {
      if (!isFull.current || document.fullscreenElement !== null) return;
      isFull.current = false;
      if (performance.now() - expected.current > OPENING_MS) told.current();
    };
    document.addEventListener('fullscreenchange', changed);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      inTurn(exit);
    };
  }, [enter]);
  const expectToLose = useCallback(() => {
    expected.current = performance.now();
  }, []);
  return {
    toggle: () => {
      expectToLose();
      if (document.fullscreenElement) inTurn(exit);
      else enter();
    },
    expectToLose,
  };
}

const exit = async (): Promise<void> => {
  if (document.fullscreenElement) await document.exitFullscreen();
};

let turn: Promise<void> = Promise.resolve();

/**
 * The browser does what it was asked only later: who leaves and comes back at once would be put out again by the
 * leaving before. What it refuses is no fault: the whole page serves.
 */
function inTurn(act: () => Promise<void>): void {
  turn = turn.then(act).catch(() => {});
}
