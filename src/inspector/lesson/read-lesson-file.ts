import { slugOfText } from '../../model/slug.ts';
import { InputError } from '../../model/problem.ts';
import { MAX_FILE_LENGTH } from '../../scenario/file-limits.ts';
import { readYaml } from '../../scenario/read-yaml.ts';
import { scenarioFrom } from '../../scenario/scenario-from.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Lesson } from '../../teach/lesson.ts';
import { scenariosNamedIn } from '../../teach/lesson-from.ts';
import { LESSON_FORM } from '../../teach/lesson-schema.ts';
import { rememberWorlds } from '../../teach/diagnose/customers.ts';
import { causeTasksOf } from '../../teach/diagnose/settled.ts';
import { loadLesson, refuseUnsettled } from '../../teach/load-lesson.ts';
import { Library } from '../state/library.ts';
import { workBeside } from './work-beside.ts';

/** Reads a lesson that somebody gave, with the scenarios that it names. Throws an InputError with what is wrong. */
export async function readLessonFile(file: File): Promise<Lesson> {
  if (file.size > MAX_FILE_LENGTH * 4)
    throw new InputError([{ file: file.name, message: 'this file is too large for a lesson' }]);
  const text = await file.text();
  const lesson = await lessonOfText(file.name, text);
  await playCauses(lesson);
  refuseUnsettled(lesson, text, file.name);
  return lesson;
}

/** Beside the page, which would stand still for it. */
async function playCauses(lesson: Lesson): Promise<void> {
  const never = new AbortController();
  for (const { place, one, item } of causeTasksOf(lesson)) {
    const done = await workBeside({ kind: 'worlds', lesson, place }, never.signal);
    if (done.kind === 'worlds') rememberWorlds(one, item, done.worlds);
  }
}

export async function lessonOfText(name: string, text: string): Promise<Lesson> {
  const library = new Library();
  const named = scenariosNamedIn(readYaml(text, name, LESSON_FORM).plain);
  const scenarios = new Map<string, Scenario>();
  for (const id of named) {
    const stated = await library.stated(id);
    if (stated)
      scenarios.set(
        id,
        scenarioFrom(stated, id, (found) => found.map(({ message }) => ({ file: id, message }))),
      );
  }
  const listed = (await library.list()).map(({ id }) => id);
  return loadLesson(text, name, idOfFile(name), {
    scenario: (id) => scenarios.get(id),
    names: () => listed,
  });
}

/** What is part of every seed: the name of the file without its ending, in the letters that ids have. */
const idOfFile = (name: string): string => slugOfText('lesson', name.replace(/\.ya?ml$/i, ''), 60);
