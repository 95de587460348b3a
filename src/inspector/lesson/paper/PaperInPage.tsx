import { Suspense, useSyncExternalStore } from 'react';
import { part } from '../../parts/part.ts';
import { lessonPrinting } from './lesson-printing.ts';

const LessonPaper = part(async () => (await import('./LessonPaper.tsx')).LessonPaper);

/** Where pages stand while they are printed; nothing is here, and nothing of it is loaded, before. */
export function PaperInPage() {
  const { wish } = useSyncExternalStore(lessonPrinting.subscribe, lessonPrinting.getSnapshot);
  return (
    wish && (
      <Suspense fallback={null}>
        <LessonPaper wish={wish} />
      </Suspense>
    )
  );
}
