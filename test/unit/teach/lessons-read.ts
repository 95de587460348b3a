import { must } from '../../../src/model/must.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import type { Lesson } from '../../../src/teach/lesson.ts';
import { loadLesson } from '../../../src/teach/load-lesson.ts';

const LESSONS = import.meta.glob<string>('/lessons/*.yaml', { query: '?raw', import: 'default', eager: true });
const SCENARIOS = import.meta.glob<string>('/scenarios/**/*.yaml', { query: '?raw', import: 'default', eager: true });

const scenario = (id: string) => {
  const file = `/scenarios/${id}.yaml`;
  const text = SCENARIOS[file];
  return text === undefined ? undefined : loadScenario(text, file, id);
};

const known = new Map<string, Lesson>();

/** A lesson of the folder by its name. */
export function lessonNamed(id: string): Lesson {
  const file = `/lessons/${id}.yaml`;
  const lesson = known.get(id) ?? loadLesson(must(LESSONS[file], file), file, id, { scenario });
  known.set(id, lesson);
  return lesson;
}

export const LESSON_IDS: readonly string[] = Object.keys(LESSONS).map((file) =>
  file.slice('/lessons/'.length, -'.yaml'.length),
);
