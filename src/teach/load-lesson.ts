import { InputError, type Problem } from '../model/problem.ts';
import { withChanges } from '../scenario/change.ts';
import { fieldsWithoutEffect } from '../scenario/item-fields.ts';
import { problemPlacer } from '../scenario/load.ts';
import { byPlace } from '../scenario/positions.ts';
import { readYaml } from '../scenario/read-yaml.ts';
import type { Complaint } from '../scenario/references-check.ts';
import type { Plain } from '../scenario/scenario.ts';
import type { Lesson, LessonCase } from './lesson.ts';
import { lessonFrom, type LessonSources } from './lesson-from.ts';
import { LESSON_FORM } from './lesson-schema.ts';
import { UNCHANGED } from './variant.ts';

const MAX_PROBLEMS = 20;

/** A lesson from the text of its file. Throws an InputError with every problem found and its place. */
export function loadLesson(text: string, file: string, id: string, sources: LessonSources): Lesson {
  const source = readYaml(text, file, LESSON_FORM);
  const placed = problemPlacer(source, text, file);
  const located = (complaints: readonly Complaint[]): Problem[] => complaints.map(placed).toSorted(byPlace);
  const lesson = lessonFrom(source.plain, id, sources, located);
  // Only a file is held to what follows: a lesson that was packed has been a file before.
  const faults = Object.values(lesson.cases).flatMap((one) => [
    ...silentFields(source.plain, one),
    ...valuesThatCannotBe(one),
  ]);
  if (faults.length > 0) throw new InputError(located(faults.slice(0, MAX_PROBLEMS)));
  return lesson;
}

function silentFields(stated: Plain, { name, vary }: LessonCase): Complaint[] {
  const plain = (stated['cases'] as Record<string, Plain>)[name] as Plain;
  // What a field means may depend on another that varies.
  const varied = new Set(vary.map(({ path }) => path.split('.').at(-1)));
  return [...fieldsWithoutEffect(plain)]
    .filter(({ path }) => !varied.has(String(path.at(-1))))
    .map((complaint) => ({ ...complaint, path: ['cases', name, ...complaint.path] }));
}

/** Each value by itself; that some of them do not go together is found when they are drawn. */
function valuesThatCannotBe({ name, scenario, vary }: LessonCase): Complaint[] {
  return vary.flatMap(({ path, values }) =>
    values.flatMap(({ value }): Complaint[] => {
      if (value === UNCHANGED) return [];
      try {
        withChanges(scenario, { [path]: value });
        return [];
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return error.problems.slice(0, 1).map(({ message, advice }) => ({
          path: ['cases', name, 'vary', path],
          at: 'key',
          message: message.startsWith('there is no condition') ? message : `“${value}” cannot be: ${message}`,
          ...(advice === undefined ? {} : { advice }),
        }));
      }
    }),
  );
}
