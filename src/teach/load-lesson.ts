import { InputError, type Problem } from '../model/problem.ts';
import type { Item } from '../model/world.ts';
import type { CategoryId } from '../rulebook/categories/categories.ts';
import { withChanges } from '../scenario/change.ts';
import { fieldsWithoutEffect, hasEffect } from '../scenario/item-fields.ts';
import { problemPlacer } from '../scenario/load.ts';
import { byPlace } from '../scenario/positions.ts';
import { readYaml } from '../scenario/read-yaml.ts';
import type { Complaint } from '../scenario/complaint.ts';
import type { Plain, Scenario } from '../scenario/scenario.ts';
import { causeTasksOf, unsettled } from './diagnose/settled.ts';
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

/**
 * The same for whoever is about to give it: where causes are looked for, every world is played, and a lesson in which
 * nobody could find them is refused. What was played stays at hand.
 */
export function loadLessonToGive(text: string, file: string, id: string, sources: LessonSources): Lesson {
  const lesson = loadLesson(text, file, id, sources);
  refuseUnsettled(lesson, text, file);
  return lesson;
}

export function refuseUnsettled(lesson: Lesson, text: string, file: string): void {
  const faults = causeTasksOf(lesson).flatMap(unsettled);
  if (faults.length === 0) return;
  const placed = problemPlacer(readYaml(text, file, LESSON_FORM), text, file);
  const complaints = faults.map(({ path, got }): Complaint => ({
    path: path.map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
    message: `nobody can find the cause by asking: ${got}`,
    advice: 'Let something vary that a question asks about and that differs between them, or leave one of them out.',
  }));
  throw new InputError(complaints.map(placed).toSorted(byPlace));
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
  return vary.flatMap(({ path, values }) => {
    const at = { path: ['cases', name, 'vary', path], at: 'key' } as const;
    const silent = withoutEffect(path, scenario);
    if (silent !== undefined) return [{ ...at, ...silent }];
    const told = new Map<string, Complaint>();
    for (const { value } of values) {
      const problem = value === UNCHANGED ? undefined : problemWith(scenario, path, value);
      if (!problem) continue;
      const { message, advice } = problem;
      // Of a path that leads nowhere it is said once.
      const isOfPath = /unknown key|^there is no condition/.test(message);
      const words = isOfPath ? message : `“${value}” cannot be: ${message}`;
      told.set(words, { ...at, message: words, ...(advice === undefined ? {} : { advice }) });
    }
    return [...told.values()];
  });
}

function problemWith(scenario: Scenario, path: string, value: string): Problem | undefined {
  try {
    withChanges(scenario, { [path]: value });
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.problems[0];
    throw error;
  }
}

/** What no rule reads of such an item makes no difference, however it varies. */
function withoutEffect(path: string, { world }: Scenario): Pick<Complaint, 'message' | 'advice'> | undefined {
  const [list, id, field] = path.split('.');
  const item = list === 'items' ? world.items.find((one) => one.id === id) : undefined;
  if (!item || field === undefined || !(field in item)) return undefined;
  return hasEffect(field as keyof Item, item.category as CategoryId)
    ? undefined
    : {
        message: `“${field}” has no effect on items of the category “${item.category}”`,
        advice: 'Leave it out: whatever its value, nothing else becomes of the item.',
      };
}
