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
