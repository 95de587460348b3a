import { type RefObject, useCallback, useRef, useState } from 'react';

/** A state that whoever hears keys can ask at once: the next key may come before the next picture. */
export interface LiveState<T> {
  /** For drawing. */
  readonly value: T;
  /** For whoever acts. */
  readonly now: RefObject<T>;
  readonly set: (next: T) => void;
}

export function useLiveState<T>(first: T): LiveState<T> {
  const [value, setValue] = useState(first);
  const now = useRef(first);
  const set = useCallback((next: T) => {
    now.current = next;
    setValue(next);
  }, []);
  return { value, now, set };
}
