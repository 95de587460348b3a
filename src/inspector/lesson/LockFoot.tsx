import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../parts/Icon.tsx';
import type { LessonDesk } from './lesson-desk.ts';

interface FootProps {
  readonly desk: LessonDesk;
  readonly place: number;
  /** Everything that is asked has its answer. */
  readonly isReady: boolean;
  /** What the button that locks the answers is called. */
  readonly locks: string;
  readonly onNext: (() => void) | null;
  /** How far one is, and what came of it. */
  readonly children: ReactNode;
}

/** The end of a task that is locked at once: the time that it took is kept with it, and then the way leads on. */
export function LockFoot({ desk, place, isReady, locks, onNext, children }: FootProps) {
  const began = useRef(0);
  useEffect(() => {
    began.current = performance.now();
  }, []);
  const lock = () => desk.lock(place, Math.round((performance.now() - began.current) / 1000));
  return (
    <footer className="lesson-foot">
      {children}
      {desk.log(place).locked ? (
        onNext && (
          <button type="button" className="button main" onClick={onNext}>
            Next task <Icon name="next" />
          </button>
        )
      ) : (
        <button type="button" className="button main" aria-disabled={!isReady} onClick={() => isReady && lock()}>
          {locks}
        </button>
      )}
    </footer>
  );
}
