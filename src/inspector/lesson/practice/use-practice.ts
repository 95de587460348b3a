import { useEffect } from 'react';
import type { BrowserShelf } from '../browser-shelf.ts';
import type { LessonDesk } from '../lesson-desk.ts';

/** Notes each task that is locked while the lesson is open: what was locked before has been noted then. */
export function usePractice(desk: LessonDesk, shelf: BrowserShelf): void {
  useEffect(() => {
    const { lesson, learner } = desk;
    const lockedNow = () => [...lesson.tasks.keys()].filter((place) => desk.log(place).locked);
    const noted = new Set(lockedNow());
    return desk.subscribe(() => {
      for (const place of lockedNow()) {
        if (noted.has(place)) continue;
        noted.add(place);
        const log = desk.log(place);
        void import('./note-practice.ts').then(({ notePractice }) =>
          notePractice(shelf, { lesson, learner, place, log }, Date.now()),
        );
      }
    });
  }, [desk, shelf]);
}
