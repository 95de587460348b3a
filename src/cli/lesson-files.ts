import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '../model/near-word.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Lesson } from '../teach/lesson.ts';
import type { LessonSources } from '../teach/lesson-from.ts';
import { loadLesson, loadLessonToGive } from '../teach/load-lesson.ts';
import { atTop, defaultScenarios, programScenarios, findScenarios, readText, statsOf } from './files.ts';
import { openScenario } from './scenarios.ts';

const ENDING = '.yaml';

/** The lessons of the folder one stands in, or those that come with the program. */
export function defaultLessons(): string {
  if (statsOf('lessons')?.isDirectory()) return 'lessons';
  return fileURLToPath(new URL('../../lessons', import.meta.url));
}

/** Those beside the scenarios that a command takes by itself: lessons of the program name its scenarios. */
export function lessonsBesideScenarios(): readonly string[] {
  const isHere = statsOf('scenarios')?.isDirectory() === true;
  return isHere && !statsOf('lessons')?.isDirectory() ? [] : [defaultLessons()];
}

/** The scenarios that a lesson may name: those of the folder one stands in, then those of the program. */
export function lessonSources(): LessonSources {
  const folders = [...new Set([defaultScenarios(), programScenarios()])];
  const read = new Map<string, Scenario | undefined>();
  return {
    scenario: (id) => {
      const file = folders.map((folder) => join(folder, `${id}${ENDING}`)).find((one) => statsOf(one)?.isFile());
      if (!read.has(id)) read.set(id, file === undefined ? undefined : openScenario(file, id).scenario);
      return read.get(id);
    },
    names: () => findScenarios(folders).map(({ id }) => id),
  };
}

/** A lesson by its file, or by its name where the lessons lie. Throws an InputError with every problem. */
export function openLesson(named: string, sources: LessonSources = lessonSources()): Lesson {
  const file = fileOfLesson(named);
  return loadLesson(readText(file), file, basename(file).replace(/\.ya?ml$/, ''), sources);
}

/** The same for a command that gives it, packs it or grades it: refused where nobody could find a cause. */
export function openLessonToGive(named: string, sources: LessonSources = lessonSources()): Lesson {
  const file = fileOfLesson(named);
  return loadLessonToGive(readText(file), file, basename(file).replace(/\.ya?ml$/, ''), sources);
}

function fileOfLesson(named: string): string {
  if (/\.ya?ml$/.test(named) || statsOf(named)) return named;
  const folder = defaultLessons();
  const file = join(folder, `${named}${ENDING}`);
  if (statsOf(file)) return file;
  const near = didYouMean(
    named,
    readdirSync(folder).map((name) => name.replace(ENDING, '')),
  );
  throw atTop(
    named,
    'there is no such lesson',
    near === undefined ? `Name a file, or one of those in ${folder}.` : `Did you mean “${near}”?`,
  );
}
