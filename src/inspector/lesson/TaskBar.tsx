import { taskKindOf, type Task, type TaskKind } from '../../teach/lesson.ts';
import { Icon } from '../parts/Icon.tsx';
import type { TaskOf } from './task-screen.ts';
import { TASK_SCREENS } from './task-screens.ts';

interface TaskBarProps {
  readonly tasks: readonly Task[];
  readonly now: number;
  readonly isDone: (place: number) => boolean;
  readonly onGo: (place: number) => void;
}

/** The title of a task by what is done in it; titles say nothing of its answer. */
export function titleOfTask(task: Task): string {
  const kind = taskKindOf(task);
  return titled(kind, task as TaskOf<typeof kind>);
}
const titled = <K extends TaskKind>(kind: K, task: TaskOf<K>): string => TASK_SCREENS[kind].title(task);

/** The tasks of the lesson in their order. */
export function TaskBar({ tasks, now, isDone, onGo }: TaskBarProps) {
  return (
    <nav aria-label="Tasks">
      <ol className="task-bar">
        {tasks.map((task, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a task is its place in the lesson
          <li key={place}>
            <button type="button" aria-current={place === now ? 'step' : undefined} onClick={() => onGo(place)}>
              <span>{`${place + 1} ${titleOfTask(task)}`}</span>
              {isDone(place) && (
                <>
                  <Icon name="check" size={12} />
                  <span className="hidden">, done</span>
                </>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
