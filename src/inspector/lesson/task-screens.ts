import { type ComponentType, lazy } from 'react';
import type { Task, TaskKind } from '../../teach/lesson.ts';
import type { LessonDesk } from './lesson-desk.ts';

/** The task of a kind, such as `{ predict: 'again', … }`. */
export type TaskOf<K extends TaskKind> = Extract<Task, Readonly<Record<K, string>>>;

export interface TaskScreenProps<K extends TaskKind> {
  readonly desk: LessonDesk;
  readonly task: TaskOf<K>;
  /** Its place in the lesson, from 0. */
  readonly place: number;
  /** To the next task; `null` in the last one. */
  readonly onNext: (() => void) | null;
}

/** The same of whichever kind. */
export type AnyTaskProps = Omit<TaskScreenProps<TaskKind>, 'task'> & { readonly task: Task };

/** What every kind of task has to answer. */
interface TaskScreenRow<K extends TaskKind> {
  /** In the bar of tasks. */
  readonly title: (task: TaskOf<K>) => string;
  /** The parts `.lesson-main` and `.lesson-foot` of the page. */
  readonly Screen: ComponentType<TaskScreenProps<K>>;
}

/** The kinds of task in a word each, as a list tells them. */
export const KIND_TITLES: Readonly<Record<TaskKind, string>> = {
  example: 'Watch',
  predict: 'Predict',
  twin: 'Twin cases',
  say: 'What to say',
  diagnose: 'Find the cause',
  debrief: 'Debrief',
};

/** How each kind of task is shown; every screen comes when it is needed. */
export const TASK_SCREENS: { readonly [K in TaskKind]: TaskScreenRow<K> } = {
  example: {
    title: () => 'Watch',
    Screen: lazy(async () => ({ default: (await import('./example/ExampleScreen.tsx')).ExampleScreen })),
  },
  predict: {
    title: ({ ask }) => (ask.length > 1 ? 'Predict, and why' : 'Predict'),
    Screen: lazy(async () => ({ default: (await import('./predict/PredictScreen.tsx')).PredictScreen })),
  },
  debrief: {
    title: () => 'Debrief',
    Screen: lazy(async () => ({ default: (await import('./debrief/DebriefScreen.tsx')).DebriefScreen })),
  },
};
