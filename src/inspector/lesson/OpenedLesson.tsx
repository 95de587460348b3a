import { useEffect, useMemo, useState } from 'react';
import type { Lesson } from '../../teach/lesson.ts';
import type { BrowserShelf } from './browser-shelf.ts';
import { LessonBar } from './LessonBar.tsx';
import { LessonDesk } from './lesson-desk.ts';
import type { LessonFrame } from './lesson-frame.ts';
import { type LessonPlace, shownPlace } from './lesson-place.ts';
import { LessonPlayer } from './LessonPlayer.tsx';
import { lessonBeside } from './lessons-beside.ts';
import { ownLesson } from './own-lesson.ts';
import { usePractice } from './practice/use-practice.ts';

interface OpenedProps {
  readonly shelf: BrowserShelf;
  readonly place: Extract<LessonPlace, { readonly screen: 'lesson' }>;
  readonly frame: LessonFrame;
}

type Reading = { readonly lesson: Lesson } | { readonly trouble: string } | null;

/** The lesson that the address names, for the learner of the code in it. */
export function OpenedLesson({ shelf, place, frame }: OpenedProps) {
  const reading = useLesson(place.lesson);
  const code = place.code === null ? shelf.code : place.code;
  useEffect(() => {
    // So that the address that is passed on, or reloaded, is this very case.
    if (place.code === null) shownPlace.settle({ ...place, code });
  }, [place, code]);
  if (reading && 'lesson' in reading)
    return (
      <Playing key={`${place.lesson} ${code}`} shelf={shelf} place={{ ...place, code }} frame={frame} {...reading} />
    );
  return (
    <div className="lesson-mode" aria-busy={reading === null}>
      <LessonBar frame={frame}>
        <button type="button" className="button bare" onClick={toList}>
          Lessons
        </button>
      </LessonBar>
      <main className="lesson-page">
        {reading && (
          <p role="alert" className="trouble-page">
            {reading.trouble}
          </p>
        )}
      </main>
    </div>
  );
}

const toList = (): void => shownPlace.go({ screen: 'list' });

function Playing({ shelf, place, frame, lesson }: OpenedProps & { readonly lesson: Lesson }) {
  const { code } = place;
  const desk = useMemo(() => new LessonDesk(lesson, String(code), shelf), [lesson, code, shelf]);
  usePractice(desk, shelf);
  useEffect(() => {
    document.title = `${lesson.title.slice(0, 120)} · restore-sim`;
  }, [lesson]);
  return (
    <LessonPlayer
      desk={desk}
      place={place.task}
      frame={frame}
      onGo={(task) => shownPlace.go({ ...place, task })}
      onList={toList}
    />
  );
}

function useLesson(id: string): Reading {
  const [read, setRead] = useState<{ readonly id: string; readonly reading: Reading }>({ id, reading: null });
  useEffect(() => {
    let isGone = false;
    const tell = (reading: Reading) => {
      if (!isGone) setRead({ id, reading });
    };
    Promise.resolve(ownLesson(id) ?? lessonBeside(id)).then(
      (lesson) => tell(lesson ? { lesson } : { trouble: 'There is no lesson of this name beside the page.' }),
      (error: unknown) => tell({ trouble: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isGone = true;
    };
  }, [id]);
  return read.id === id ? read.reading : null;
}
