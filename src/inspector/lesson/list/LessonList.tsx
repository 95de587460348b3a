import { Suspense, useEffect, useState } from 'react';
import { part } from '../../parts/part.ts';
import { messageOf } from '../../export/message-of.ts';
import type { BrowserShelf } from '../browser-shelf.ts';
import { LessonBar } from '../LessonBar.tsx';
import type { LessonFrame } from '../lesson-frame.ts';
import { listedAs, listedLessons, type ListedLesson } from '../lessons-beside.ts';
import { ownLessons } from '../own-lesson.ts';
import { CodeField } from './CodeField.tsx';
import { KeptHere } from './KeptHere.tsx';
import { LessonCard } from './LessonCard.tsx';
import { shownPlace } from '../lesson-place.ts';
import { lessonPrinting } from '../paper/lesson-printing.ts';
import { Icon } from '../../parts/Icon.tsx';
import { OpenLessonFile } from './OpenLessonFile.tsx';
import { PackForLms } from '../../lms/PackForLms.tsx';
import { PrintForClass } from './PrintForClass.tsx';
import './lesson-list.css';

const DueToday = part(async () => (await import('../practice/DueToday.tsx')).DueToday);

interface ListProps {
  readonly shelf: BrowserShelf;
  readonly frame: LessonFrame;
}

/** All lessons in their order, the learner’s code, and the ways to a class and to lessons of one’s own. */
export function LessonList({ shelf, frame }: ListProps) {
  const [listed, setListed] = useState<readonly ListedLesson[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [code, setCode] = useState(() => shelf.code);
  // What is kept was changed: the cards read it anew.
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    document.title = 'Lessons · restore-sim';
    listedLessons().then(setListed, (error: unknown) => setTrouble(messageOf(error)));
  }, []);
  useEffect(() => shelf.subscribe(() => setTurn((before) => before + 1)), [shelf]);
  const change = (typed: string) => {
    shelf.takeCode(typed);
    setCode(typed);
  };
  const cards = [...(listed ? listed : NONE), ...ownLessons().map(listedAs)];
  return (
    <div className="lesson-mode">
      <LessonBar
        frame={frame}
        tools={
          <button type="button" className="button" onClick={() => shownPlace.go({ screen: 'class' })}>
            <Icon name="same" /> Class results
          </button>
        }
      >
        <h1 className="bar-title">Lessons</h1>
      </LessonBar>
      <main className="lesson-page lesson-list">
        <header className="list-head">
          <div>
            <h2>Predict, lock, then see</h2>
            <p>
              Each lesson gives you a customer’s case of your own. You say where everything ends and how sure you are;
              then the simulator plays it, and turns every answer over where it is decided, with the rule and its
              source.
            </p>
          </div>
          <CodeField code={code} onChange={change} />
        </header>
        {listed && hasPractised(shelf) && (
          <Suspense fallback={null}>
            <DueToday key={turn} shelf={shelf} lessons={listed} />
          </Suspense>
        )}
        {trouble !== null && <p role="alert">The list of lessons could not be read. {trouble}</p>}
        <ol className="lesson-cards" aria-busy={listed === null && trouble === null}>
          {cards.map((lesson) => (
            <LessonCard key={`${lesson.id} ${code} ${turn}`} lesson={lesson} shelf={shelf} code={code} />
          ))}
        </ol>
        {listed?.length === 0 && cards.length === 0 && <p className="quiet">No lesson lies beside this page.</p>}
        <section className="for-trainers" aria-labelledby="for-trainers">
          <h2 id="for-trainers">For trainers</h2>
          <OpenLessonFile onOpened={() => setTurn((before) => before + 1)} />
          <div>
            <h3>For a learning platform, or to send</h3>
            <PackForLms lessons={cards} />
          </div>
          <div>
            <h3>On paper</h3>
            <PrintForClass lessons={cards} code={code} />
            <button type="button" className="button" onClick={() => lessonPrinting.print({ kind: 'cards' })}>
              <Icon name="print" /> Voting cards
            </button>
          </div>
        </section>
        <KeptHere
          shelf={shelf}
          onDeleted={() => {
            setCode(shelf.code);
            setTurn((before) => before + 1);
          }}
        />
      </main>
    </div>
  );
}

function hasPractised(shelf: BrowserShelf): boolean {
  const { deck, looks } = shelf.readPractice();
  return deck !== null || looks !== null;
}

const NONE: readonly ListedLesson[] = [];
