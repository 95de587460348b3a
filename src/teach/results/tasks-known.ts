import { type TaskKind, taskKindOf } from '../lesson.ts';
import type { RightOf } from '../score.ts';
import type { AttemptResult } from './attempt-result.ts';

/** What became of one task of a lesson, or of one kind of task. */
export interface TaskTally extends RightOf {
  /** Right answers, and parts of one where a cause was looked for. */
  readonly points: number;
  /** Where causes were found: the questions that it took, and those of the best questioner; else `null`. */
  readonly asked: { readonly spent: number; readonly best: number } | null;
}

export interface TaskKnown extends TaskTally {
  /** The place of the task in the lesson, from 0. */
  readonly place: number;
  readonly kind: TaskKind;
}

/** Of everybody together, task by task, in the order of the lesson. Of what is not locked yet nothing counts. */
export function tasksKnown(results: readonly AttemptResult[]): readonly TaskKnown[] {
  const tallies = new Map<number, TaskKnown>();
  for (const { tasks } of results)
    for (const { variant, marks, log } of tasks) {
      if (!log.locked) continue;
      const { taskIndex: place, task } = variant;
      tallies.set(place, { place, kind: taskKindOf(task), ...added(orNothing(tallies.get(place)), tallyOf(marks)) });
    }
  return [...tallies.values()].toSorted((a, b) => a.place - b.place);
}

/** Of everybody together, by the kind of task. */
export function kindsKnown(results: readonly AttemptResult[]): Readonly<Partial<Record<TaskKind, TaskTally>>> {
  const tallies: Partial<Record<TaskKind, TaskTally>> = {};
  for (const { kind, place: _place, ...tally } of tasksKnown(results))
    tallies[kind] = added(orNothing(tallies[kind]), tally);
  return tallies;
}

const NOTHING: TaskTally = { right: 0, of: 0, points: 0, asked: null };
const orNothing = (tally: TaskTally | undefined): TaskTally => (tally === undefined ? NOTHING : tally);

const tallyOf = (marks: AttemptResult['tasks'][number]['marks']): TaskTally =>
  marks.reduce<TaskTally>(
    (sum, { right, points, asked = null }) => added(sum, { right: Number(right), of: 1, points, asked }),
    NOTHING,
  );

const added = (a: TaskTally, b: TaskTally): TaskTally => ({
  right: a.right + b.right,
  of: a.of + b.of,
  points: a.points + b.points,
  asked:
    a.asked && b.asked
      ? { spent: a.asked.spent + b.asked.spent, best: a.asked.best + b.asked.best }
      : a.asked === null
        ? b.asked
        : a.asked,
});
