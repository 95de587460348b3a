import { useState, useSyncExternalStore } from 'react';
import { asksAnything } from '../../teach/results/attempt-result.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { LessonDesk } from '../lesson/lesson-desk.ts';
import { saveResult } from './save-result.ts';
import type { LmsSession } from './lms-session.ts';
import type { NotTaken } from './port.ts';

interface BarProps {
  readonly desk: LessonDesk;
  readonly session: LmsSession;
  readonly onFinish: () => void;
}

const NOT_KEPT: Readonly<Record<NotTaken, string>> = {
  score: 'your score',
  answers: 'single answers',
  resume: 'where you stopped',
};

/** What the learning platform behind the lesson keeps, and how the lesson is ended. */
export function LmsBar({ desk, session, onFinish }: BarProps) {
  const { notTaken } = useSyncExternalStore(session.subscribe, session.getSnapshot);
  useSyncExternalStore(desk.subscribe, desk.getSnapshot);
  const [asks, setAsks] = useState(false);
  const open = openTasks(desk);
  return (
    <div className="lms-bar">
      <p role="status">
        {notTaken.length === 0
          ? 'Your learning platform keeps what you lock. You can stop at any time and go on later.'
          : `Your learning platform does not keep ${notTaken.map((what) => NOT_KEPT[what]).join(', ')}. ` +
            'Save your result and hand it in.'}
      </p>
      {notTaken.length > 0 && (
        <button type="button" className="button" onClick={() => saveResult(desk)}>
          <Icon name="save" /> Save my result
        </button>
      )}
      <button type="button" className="button main" onClick={() => (open === 0 ? onFinish() : setAsks(true))}>
        Finish
      </button>
      {asks && (
        <Dialog title="Finish now?" onClose={() => setAsks(false)}>
          <p>
            {open === 1 ? 'One task is' : `${open} tasks are`} not locked yet. What is not locked counts as not right.
            To go on later instead, close the window: everything is kept.
          </p>
          <p className="button-row">
            <button type="button" className="button" data-first onClick={() => setAsks(false)}>
              Go on
            </button>
            <button type="button" className="button main" onClick={onFinish}>
              Finish
            </button>
          </p>
        </Dialog>
      )}
    </div>
  );
}

/** Tasks in which something is answered, and that are not locked. */
const openTasks = (desk: LessonDesk): number =>
  desk.lesson.tasks.filter((task, place) => asksAnything(task) && !desk.log(place).locked).length;
