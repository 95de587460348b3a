import type { ComponentType } from 'react';
import { part } from '../parts/part.ts';
import type { TaskKind } from '../../teach/lesson.ts';
import type { TaskOf, TaskScreenProps } from './task-screen.ts';

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
    title: () => KIND_TITLES.example,
    Screen: part(async () => (await import('./example/ExampleScreen.tsx')).ExampleScreen),
  },
  predict: {
    title: ({ ask }) => (ask.length > 1 ? 'Predict, and why' : KIND_TITLES.predict),
    Screen: part(async () => (await import('./predict/PredictScreen.tsx')).PredictScreen),
  },
  twin: {
    title: () => KIND_TITLES.twin,
    Screen: part(async () => (await import('./twin/TwinScreen.tsx')).TwinScreen),
  },
  say: {
    title: () => KIND_TITLES.say,
    Screen: part(async () => (await import('./say/SayScreen.tsx')).SayScreen),
  },
  diagnose: {
    title: () => KIND_TITLES.diagnose,
    Screen: part(async () => (await import('./diagnose/DiagnoseScreen.tsx')).DiagnoseScreen),
  },
  debrief: {
    title: () => KIND_TITLES.debrief,
    Screen: part(async () => (await import('./debrief/DebriefScreen.tsx')).DebriefScreen),
  },
};
