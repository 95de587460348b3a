import { listedOr } from '../../model/listed.ts';
import { must } from '../../model/must.ts';
import type { Lesson, LessonCase } from '../lesson.ts';
import type { LessonFault } from '../lesson-fault.ts';
import { inseparableCauses } from './cause-table.ts';
import { worldsFor } from './customers.ts';
import { tableOf } from './worlds.ts';

/** Pairs of causes that are told. */
const MOST_TOLD = 3;

/** A task in which causes are looked for, with its case and the item that is missed. */
export interface CauseTaskPlace {
  readonly place: number;
  readonly one: LessonCase;
  readonly item: string;
}

export const causeTasksOf = ({ tasks, cases }: Lesson): readonly CauseTaskPlace[] =>
  tasks.flatMap((task, place) =>
    'diagnose' in task
      ? [{ place, one: must(cases[task.diagnose], `the case ${task.diagnose}`), item: task.about }]
      : [],
  );

/** Why nobody could find the causes of a task; nothing where everybody can. Plays every world of its case. */
export function unsettled({ place, one, item }: CauseTaskPlace): readonly LessonFault[] {
  const worlds = worldsFor(one, item);
  const path = ['tasks', String(place), 'about'];
  const alike = inseparableCauses(tableOf(worlds)).slice(0, MOST_TOLD);
  return [
    ...alike.map(({ causes }) => ({
      path,
      expected: 'questions that tell every two causes apart',
      got: `${causes.join(' and ')} have the same answers to all of them`,
    })),
    ...(worlds.causes.length < 2
      ? [{ path, expected: 'two causes or more', got: `only ${listedOr('none', worlds.causes)}` }]
      : []),
  ];
}
