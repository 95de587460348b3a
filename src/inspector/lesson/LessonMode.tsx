import { useEffect, useState, useSyncExternalStore } from 'react';
import { toggleTheme } from '../shell/theme.ts';
import { BrowserShelf } from './browser-shelf.ts';
import { LessonHelp } from './LessonHelp.tsx';
import { shownPlace } from './lesson-place.ts';
import { LessonList } from './list/LessonList.tsx';
import { OpenedLesson } from './OpenedLesson.tsx';
import './lesson.css';

/** The browser's own shelf: one for the page, so that what cannot be stored is at least held. */
const shelf = new BrowserShelf();

/**
 * The lessons, in place of the workbench: the list of them, one that is being done, or what a class has handed in. They
 * keep an address of their own, which names a lesson, a code and a task and nothing of what is in them.
 */
export function LessonMode() {
  const { place } = useSyncExternalStore(shownPlace.subscribe, shownPlace.getSnapshot);
  const [help, setHelp] = useState(false);
  const frame = {
    onHelp: () => setHelp(true),
    onLeave: () => {
      location.hash = '';
    },
  };
  useLessonKeys(frame.onHelp);
  return (
    <>
      {place.screen !== 'lesson' && <LessonList shelf={shelf} frame={frame} />}
      {place.screen === 'lesson' && <OpenedLesson shelf={shelf} place={place} frame={frame} />}
      {help && <LessonHelp onClose={() => setHelp(false)} />}
    </>
  );
}

const FIELDS = 'input:not([type=radio]), select, textarea, dialog, [contenteditable]';

function useLessonKeys(onHelp: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if ((event.target as Element | null)?.closest?.(FIELDS)) return;
      if (event.key === '?') onHelp();
      else if (event.key === 't') toggleTheme();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onHelp]);
}
