import { lazy, Suspense, useSyncExternalStore } from 'react';
import { lessonPrinting } from './lesson-printing.ts';

const LessonPaper = lazy(async () => ({ default: (await import('./LessonPaper.tsx')).LessonPaper }));

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
