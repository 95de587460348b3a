import { useEffect } from 'react';
import type { CaseDesk } from './case-desk.ts';
import { fileOfCase } from './file-of-case.ts';
import { myCases } from './my-cases.ts';

/** At most so often, in milliseconds. */
const REST = 600;

/** Some browsers tell of no idle time. */
const whenIdle = (does: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(does, { timeout: 2000 });
  else does();
};

/** Keeps what is being said, so that a closed window loses nothing; not before something was said. */
export function useDraftKept(desk: CaseDesk): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen = desk.getSnapshot().draft;
    const keep = () => {
      timer = undefined;
      const { draft, isChanged } = desk.getSnapshot();
      if (isChanged) {
        const { title, text } = fileOfCase(draft);
        myCases().keepDraft({ title, text, draft, done: false });
      }
    };
    const stop = desk.subscribe(() => {
      const { draft } = desk.getSnapshot();
      if (draft === seen) return;
      seen = draft;
      // Not while a key is being answered: writing a file out takes longer than a frame may.
      timer ??= setTimeout(() => whenIdle(keep), REST);
    });
    const atOnce = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      keep();
    };
    addEventListener('pagehide', atOnce);
    return () => {
      stop();
      removeEventListener('pagehide', atOnce);
      atOnce();
    };
  }, [desk]);
}
