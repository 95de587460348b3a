import { readFileSync } from 'node:fs';
import { loadScenario } from '../../../src/scenario/load.ts';
import { loadLesson } from '../../../src/teach/load-lesson.ts';
import type { Lesson } from '../../../src/teach/lesson.ts';

/** The lesson that has every kind of screen of the page. */
export const FOUR = '02-the-four';

export const lessonNamed = (id: string): Lesson =>
  loadLesson(readFileSync(`lessons/${id}.yaml`, 'utf8'), `${id}.yaml`, id, {
    scenario: (name) => loadScenario(readFileSync(`scenarios/${name}.yaml`, 'utf8'), `${name}.yaml`, name),
  });

/** The place of the first task of a kind, from 0. */
export const placeOf = (lesson: Lesson, kind: string, after = -1): number =>
  lesson.tasks.findIndex((task, place) => place > after && kind in task);

export const addressOf = (id: string, code: string, place: number): string => `#l=${id}&k=${code}&t=${place + 1}`;
