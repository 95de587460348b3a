import { type ComponentType, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { must } from '../../model/must.ts';
import { taskKindOf } from '../../teach/lesson.ts';
import { Icon } from '../parts/Icon.tsx';
import { PrintDialog } from './paper/PrintDialog.tsx';
import { handOnFocus } from './focus-first.ts';
import { LessonBar } from './LessonBar.tsx';
import type { LessonDesk } from './lesson-desk.ts';
import type { LessonFrame } from './lesson-frame.ts';
import type { AnyTaskProps } from './task-screen.ts';
import { TASK_SCREENS } from './task-screens.ts';
import { TaskBar } from './TaskBar.tsx';

interface PlayerProps {
  readonly desk: LessonDesk;
  readonly place: number;
  readonly frame: LessonFrame;
  readonly onGo: (place: number) => void;
  /** To the list of lessons; `null` where this one stands alone. */
  readonly onList: (() => void) | null;
}

/** A lesson that is being done: its tasks in their order, and the screen of one of them. */
export function LessonPlayer({ desk, place, frame, onGo, onList }: PlayerProps) {
  useSyncExternalStore(desk.subscribe, desk.getSnapshot);
  useEffect(() => desk.watch(), [desk]);
  const [prints, setPrints] = useState(false);
  const { lesson, learner } = desk;
  const now = Math.min(place, lesson.tasks.length - 1);
  const task = must(lesson.tasks[now], 'a task');
  const goOn = (to: number) => {
    handOnFocus();
    onGo(to);
  };
  // The kind of a task and its screen come out of the same row.
  const Screen = TASK_SCREENS[taskKindOf(task)].Screen as ComponentType<AnyTaskProps>;
  return (
    <div className="lesson-mode">
      <LessonBar
        frame={frame}
        tools={
          <button type="button" className="button" onClick={() => setPrints(true)}>
            <Icon name="print" /> <span className="bar-word">Print</span>
          </button>
        }
      >
        {onList && (
          <button type="button" className="button bare" onClick={onList}>
            <Icon name="back" /> Lessons
          </button>
        )}
        <h1 className="bar-title">
          <bdi>{lesson.title}</bdi>
        </h1>
        <span className="bar-code">
          code <b>{learner}</b>
        </span>
        <TaskBar tasks={lesson.tasks} now={now} isDone={(other) => desk.log(other).locked} onGo={onGo} />
      </LessonBar>
      <Suspense
        fallback={
          <>
            <main className="lesson-main" aria-busy="true" />
            <footer className="lesson-foot" />
          </>
        }
      >
        <Screen
          key={now}
          desk={desk}
          task={task}
          place={now}
          onNext={now + 1 < lesson.tasks.length ? () => goOn(now + 1) : null}
        />
      </Suspense>
      {prints && <PrintDialog desk={desk} task={now} hasCase={'predict' in task} onClose={() => setPrints(false)} />}
    </div>
  );
}
