import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Lesson } from '../../teach/lesson.ts';
import type { Score } from '../../teach/score.ts';
import type { PackedLessons } from '../../teach/pack/player-page.ts';
import { BrowserShelf } from '../lesson/browser-shelf.ts';
import { LessonDesk } from '../lesson/lesson-desk.ts';
import { LessonHelp } from '../lesson/LessonHelp.tsx';
import { PaperInPage } from '../lesson/paper/PaperInPage.tsx';
import { LessonPlayer } from '../lesson/LessonPlayer.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useLessonKeys } from '../lesson/use-lesson-keys.ts';
import { LmsBar } from './LmsBar.tsx';
import '../lesson/lesson.css';
import './lms-bar.css';
import type { LmsSession } from './lms-session.ts';
import { LmsShelf } from './lms-shelf.ts';
import { SheetsPage } from './SheetsPage.tsx';
import { codeFor, packedLessonNamed } from './packed-data.ts';
import type { FoundInLms } from './port.ts';
import { saveResult } from './save-result.ts';

/** An LMS that opened the page, and what it had kept. */
export interface OpenedVisit {
  readonly session: LmsSession;
  readonly found: FoundInLms;
}

interface PackedProps {
  readonly packed: PackedLessons;
  readonly lesson: Lesson | null;
  /** `null`: a person opened the page. */
  readonly visit: OpenedVisit | null;
}

/** The lesson of a package, alone: no scenarios, no other lessons, nothing to look ahead in. */
export function PackedPlayer({ packed, lesson, visit }: PackedProps) {
  const [chosen, setChosen] = useState(lesson);
  if (packed.sheets) return <SheetsPage packed={packed} />;
  if (chosen === null)
    return <ChooseLesson packed={packed} onChoose={(id) => setChosen(packedLessonNamed(packed, id))} />;
  return (
    <Playing
      key={chosen.id}
      packed={packed}
      lesson={chosen}
      visit={visit}
      onList={lesson === null ? () => setChosen(null) : null}
    />
  );
}

function ChooseLesson({
  packed,
  onChoose,
}: {
  readonly packed: PackedLessons;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <main className="packed-page">
      <h1>Lessons</h1>
      {Object.entries(packed.lessons).map(([id, { stated }]) => (
        <button key={id} type="button" className="button" onClick={() => onChoose(id)}>
          {String(stated['title'])}
        </button>
      ))}
    </main>
  );
}

interface PlayingProps extends Omit<PackedProps, 'lesson'> {
  readonly lesson: Lesson;
  readonly onList: (() => void) | null;
}

function Playing({ packed, lesson, visit, onList }: PlayingProps) {
  const [place, setPlace] = useState(0);
  const [help, setHelp] = useState(false);
  const { desk, shelf } = useMemo(() => openDesk(packed, lesson, visit), [packed, lesson, visit]);
  useEffect(() => {
    document.title = lesson.title.slice(0, 120);
  }, [lesson]);
  const frame = { onHelp: () => setHelp(true), onLeave: null };
  useLessonKeys(frame.onHelp);
  const player = <LessonPlayer desk={desk} place={place} frame={frame} onGo={setPlace} onList={onList} />;
  return (
    <>
      {visit && shelf ? <InLms visit={visit} desk={desk} shelf={shelf} player={player} /> : player}
      <PaperInPage />
      {help && <LessonHelp onClose={() => setHelp(false)} />}
    </>
  );
}

function openDesk(packed: PackedLessons, lesson: Lesson, visit: OpenedVisit | null) {
  if (visit) {
    const code = codeFor(packed, visit.found);
    const shelf = new LmsShelf(lesson, code, visit.session, visit.found.resume);
    return { desk: new LessonDesk(lesson, code, shelf), shelf };
  }
  const shelf = new BrowserShelf();
  const code = packed.codes?.[0];
  return { desk: new LessonDesk(lesson, code === undefined ? shelf.code : code, shelf), shelf: null };
}

interface InLmsProps {
  readonly visit: OpenedVisit;
  readonly desk: LessonDesk;
  readonly shelf: LmsShelf;
  readonly player: React.ReactNode;
}

function InLms({ visit: { session, found }, desk, shelf, player }: InLmsProps) {
  const { isElsewhere, isOver } = useSyncExternalStore(session.subscribe, session.getSnapshot);
  if (isElsewhere)
    return (
      <main className="packed-page">
        <h1>This lesson goes on in another window</h1>
        <p>You opened it there a moment later. Go on there; this window can be closed.</p>
      </main>
    );
  if (isOver) return <Finished session={session} desk={desk} shelf={shelf} />;
  if (found.mode === 'over') return <Over desk={desk} />;
  return (
    <div className="packed-lesson">
      <LmsBar desk={desk} session={session} onFinish={() => void shelf.finish()} />
      {player}
    </div>
  );
}

/** Where a cause was looked for, a part of a point can be earned. */
const pointsInWords = ({ points }: Score): string => String(Math.round(points * 10) / 10);

function Over({ desk }: { readonly desk: LessonDesk }) {
  return (
    <main className="packed-page">
      <h1>
        <bdi>{desk.lesson.title}</bdi>
      </h1>
      <p>
        Your learning platform has closed this visit, as it does when a page is loaded anew. Close this window and open
        the lesson again where you started it: what you locked is kept.
      </p>
    </main>
  );
}

function Finished({ session, desk, shelf }: { session: LmsSession; desk: LessonDesk; shelf: LmsShelf }) {
  const { notTaken } = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const score = useMemo(() => shelf.scoreNow(), [shelf]);
  return (
    <main className="packed-page">
      <h1>
        <bdi>{desk.lesson.title}</bdi>
      </h1>
      <p>
        <b>
          {pointsInWords(score)} of {score.of} right.
        </b>{' '}
        {score.passed ? 'Passed.' : 'Not passed yet.'}
      </p>
      <p>
        {notTaken.length === 0
          ? 'Your learning platform has your result.'
          : 'Your learning platform did not take all of it. Save your result and hand it in.'}
      </p>
      <p className="button-row">
        {session.returnAddress !== undefined && (
          <button type="button" className="button main" onClick={() => void session.goBack()}>
            Back to the learning platform
          </button>
        )}
        <button type="button" className="button" onClick={() => saveResult(desk)}>
          <Icon name="save" /> Save my result
        </button>
      </p>
    </main>
  );
}
