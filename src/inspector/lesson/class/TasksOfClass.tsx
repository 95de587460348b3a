import type { CSSProperties } from 'react';
import { must } from '../../../model/must.ts';
import type { AttemptResult } from '../../../teach/results/attempt-result.ts';
import { tasksKnown } from '../../../teach/results/tasks-known.ts';
import { titleOfTask } from '../TaskBar.tsx';

/** Task by task, whatever is done in it: what was right of it, and where causes were found, with how many questions. */
export function TasksOfClass({ results }: { readonly results: readonly AttemptResult[] }) {
  const known = tasksKnown(results);
  const [first] = results;
  if (first === undefined || known.length === 0) return null;
  const { tasks } = first.lesson;
  return (
    <section className="card panel" aria-label="Task by task">
      <h3>Task by task</h3>
      <ul className="rule-heat">
        {known.map(({ place, right, of, asked }) => (
          <li key={place}>
            <span className="share" aria-hidden="true">
              <i style={{ '--part': `${(100 * right) / of}%` } as CSSProperties} />
            </span>
            <span className="rule-share">{`${right} of ${of}`}</span>
            <span>
              {`${place + 1} ${titleOfTask(must(tasks[place], `task ${place}`))}`}
              {asked && (
                <span className="quiet">
                  {`. ${asked.spent} questions where the cause was found; the best questioner asks ${asked.best}.`}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
