import { Suspense, useState, useSyncExternalStore } from 'react';
import { part } from '../parts/part.ts';
import { useLessonKeys } from './use-lesson-keys.ts';
import { BrowserShelf } from './browser-shelf.ts';
import { LessonHelp } from './LessonHelp.tsx';
import { shownPlace } from './lesson-place.ts';
import { LessonList } from './list/LessonList.tsx';
import { PaperInPage } from './paper/PaperInPage.tsx';
import { OpenedLesson } from './OpenedLesson.tsx';
import './lesson.css';

const ClassPage = part(async () => (await import('./class/ClassPage.tsx')).ClassPage);

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
      {place.screen === 'list' && <LessonList shelf={shelf} frame={frame} />}
      {place.screen === 'class' && (
        <Suspense fallback={<div className="lesson-mode" aria-busy="true" />}>
          <ClassPage frame={frame} />
        </Suspense>
      )}
      {place.screen === 'lesson' && <OpenedLesson shelf={shelf} place={place} frame={frame} />}
      <PaperInPage />
      {help && <LessonHelp onClose={() => setHelp(false)} />}
    </>
  );
}
