import type { Plain } from '../../scenario/scenario.ts';
import { scenarioFrom } from '../../scenario/scenario-from.ts';
import { type Lesson, type TaskKind, taskKindOf } from '../../teach/lesson.ts';
import { lessonFrom } from '../../teach/lesson-from.ts';
import { readJson } from '../state/library.ts';

/** The file that lists the lessons beside the page. */
export const LESSONS_INDEX = 'lessons/index.json';
export const lessonFile = (id: string): string => `lessons/${id}.json`;

/** A lesson to choose, as the list tells it: nothing of what is in its cases. */
export interface ListedLesson {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly minutes: number;
  readonly tasks: readonly TaskKind[];
}

/** What the file of one lesson holds: what it states, and the scenarios that it names. */
export interface LessonFile {
  readonly stated: Plain;
  readonly scenarios: Readonly<Record<string, Plain>>;
}

let list: Promise<readonly ListedLesson[]> | undefined;
const files = new Map<string, Promise<Lesson>>();

/** The lessons that lie beside the page, in their order. Throws an Error in plain words when they cannot be read. */
export const listedLessons = (): Promise<readonly ListedLesson[]> =>
  (list ??= readJson(LESSONS_INDEX) as Promise<readonly ListedLesson[]>);

/** `undefined`: there is none of this name. Ids come from addresses: only one that is listed is asked for. */
export async function lessonBeside(id: string): Promise<Lesson | undefined> {
  if (!(await listedLessons()).some((known) => known.id === id)) return undefined;
  let file = files.get(id);
  if (!file) files.set(id, (file = readJson(lessonFile(id)).then((held) => lessonOfFile(id, held as LessonFile))));
  return file;
}

export const lessonOfFile = (id: string, { stated, scenarios }: LessonFile): Lesson =>
  lessonFrom(stated, id, {
    scenario: (name) => {
      const named = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
      return named && scenarioFrom(named, name, (found) => found.map(({ message }) => ({ file: name, message })));
    },
  });

export const listedAs = ({ id, title, why, minutes, tasks }: Lesson): ListedLesson => ({
  id,
  title,
  why,
  minutes,
  tasks: tasks.map(taskKindOf),
});
