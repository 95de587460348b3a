import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LessonAttempt } from '../../../teach/attempt.ts';
import type { Lesson } from '../../../teach/lesson.ts';
import { scoreOf } from '../../../teach/score.ts';
import { roundsOfTask } from '../../../teach/task-marks.ts';
import { useFocusHandedOn } from '../focus-first.ts';
import { type MarkedTask, markedTasks } from '../marks-of-attempt.ts';
import type { TaskScreenProps } from '../task-screen.ts';
import { DebriefSums } from './DebriefSums.tsx';
import { DebriefTalk } from './DebriefTalk.tsx';
import './debrief.css';

/** The talk at the end: by kind of mistake and not by time, without a rank and without a clock. */
export function DebriefScreen({ desk, task, place, onNext }: TaskScreenProps<'debrief'>) {
  const { attempt } = useSyncExternalStore(desk.subscribe, desk.getSnapshot);
  const { lesson } = desk;
  const tasks = useMarked(lesson, attempt);
  useFocusHandedOn();
  const isDone = desk.log(place).locked;
  const finish = () => {
    desk.lock(place);
    onNext?.();
  };
  return (
    <>
      <main className="lesson-page debrief" aria-busy={tasks === null}>
        {tasks === null ? (
          <p role="status">Your answers are played again …</p>
        ) : (
          <div className="debrief-grid">
            <DebriefSums
              desk={desk}
              score={scoreOf(
                tasks.flatMap(({ marks }) => marks),
                lesson.pass,
              )}
            />
            <DebriefTalk by={task.debrief} tasks={tasks} rounds={tasks.flatMap((one) => roundsIn(one, attempt))} />
          </div>
        )}
      </main>
      <footer className="lesson-foot">
        <p className="foot-says">
          {isDone
            ? 'You have been through all of it. It stays here as it is.'
            : 'Talk about it with somebody: what you say aloud you keep.'}
        </p>
        <button
          type="button"
          className="button main"
          data-first
          aria-disabled={isDone && onNext === null}
          onClick={finish}
        >
          {onNext ? 'Next task' : 'Done'}
        </button>
      </footer>
    </>
  );
}

const roundsIn = ({ place, variant }: MarkedTask, attempt: LessonAttempt) =>
  'diagnose' in variant.task ? roundsOfTask(variant, attempt.tasks.get(place)) : [];

/** Everything that is locked, played again once the page is drawn. `null` until then. */
function useMarked(lesson: Lesson, attempt: LessonAttempt): readonly MarkedTask[] | null {
  const [marked, setMarked] = useState<readonly MarkedTask[] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setMarked(markedTasks(lesson, attempt)), 0);
    return () => clearTimeout(timer);
  }, [lesson, attempt]);
  return marked;
}
