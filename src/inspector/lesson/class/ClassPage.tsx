import { useEffect, useRef, useState } from 'react';
import { addToGroup } from '../../../model/groups.ts';
import type { GradedResult } from '../../../teach/results/grade.ts';
import { messageOf } from '../../export/message-of.ts';
import { Icon } from '../../parts/Icon.tsx';
import { LessonBar } from '../LessonBar.tsx';
import type { LessonFrame } from '../lesson-frame.ts';
import { shownPlace } from '../lesson-place.ts';
import { type ClassResults, gradeFiles } from './class-results.ts';
import { ClassOfLesson } from './ClassOfLesson.tsx';
import './class-page.css';

type Grading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'playing'; readonly played: number }
  | { readonly kind: 'failed'; readonly says: string }
  | ({ readonly kind: 'graded' } & ClassResults);

/** What a class has handed in: what was mixed up, what was known least, and what to talk about first. */
export function ClassPage({ frame }: { readonly frame: LessonFrame }) {
  const [grading, setGrading] = useState<Grading>({ kind: 'nothing' });
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = 'Class results · restore-sim';
  }, []);
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setGrading({ kind: 'playing', played: 0 });
    try {
      const results = await gradeFiles(files, (played) => setGrading({ kind: 'playing', played }));
      setGrading({ kind: 'graded', ...results });
    } catch (error) {
      setGrading({ kind: 'failed', says: messageOf(error) });
    }
  };
  useDropped((files) => void take(files));
  return (
    <div className="lesson-mode">
      <LessonBar frame={frame}>
        <button type="button" className="button bare" onClick={() => shownPlace.go({ screen: 'list' })}>
          <Icon name="back" /> Lessons
        </button>
        <h1 className="bar-title">Class results</h1>
      </LessonBar>
      <main className="lesson-page class-page">
        <section className="hand-in-place" aria-label="Results">
          <p>
            <b>Drop the results here</b> that your class has saved: the files of “Save my result”, or one table with all
            of them.
          </p>
          <button type="button" className="button main" onClick={() => input.current?.click()}>
            <Icon name="file" /> Choose files
          </button>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            accept=".csv,.txt,text/csv,text/plain"
            onChange={({ currentTarget }) => {
              void take([...(currentTarget.files ? currentTarget.files : NOTHING)]);
              currentTarget.value = '';
            }}
          />
          <p className="quiet">
            Every learner’s cases are played again here, and what is right is worked out anew. Nothing is sent or kept.
          </p>
        </section>
        <p role="status" className={grading.kind === 'playing' ? undefined : 'hidden'}>
          {grading.kind === 'playing' && `${grading.played} results played again …`}
          {grading.kind === 'graded' && `${grading.graded.length} results are there.`}
        </p>
        {grading.kind === 'failed' && <p role="alert">This could not be worked out. {grading.says}</p>}
        {grading.kind === 'graded' && <Graded results={grading} />}
      </main>
    </div>
  );
}

const NOTHING: readonly File[] = [];

/** Results can be dropped anywhere on the page. */
function useDropped(onFiles: (files: readonly File[]) => void): void {
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      latest.current([...(event.dataTransfer ? event.dataTransfer.files : NOTHING)]);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
}

function Graded({ results: { graded, refused } }: { readonly results: ClassResults }) {
  const lessons = new Map<string, GradedResult[]>();
  for (const one of graded) addToGroup(lessons, one.handedIn.lesson, [one]);
  return (
    <>
      {refused.length > 0 && (
        <div role="alert" className="trouble">
          <b>Not read:</b>
          <ul>
            {refused.map(({ file, says }) => (
              <li key={file}>
                <bdi>{file}</bdi>: {says}
              </li>
            ))}
          </ul>
        </div>
      )}
      {[...lessons].map(([id, results]) => (
        <ClassOfLesson key={id} id={id} graded={results} />
      ))}
    </>
  );
}
