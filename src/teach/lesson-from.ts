import { eachOf } from '../model/optional.ts';
import type * as z from 'zod/mini';
import { must } from '../model/must.ts';
import { didYouMean } from '../model/near-word.ts';
import { InputError, type Problem } from '../model/problem.ts';
import { describeIssue } from '../scenario/issues.ts';
import type { Complaint } from '../scenario/complaint.ts';
import { isPlainData, type Plain, type Scenario } from '../scenario/scenario.ts';
import { scenarioFrom } from '../scenario/scenario-from.ts';
import { type Axis, type Lesson, type LessonCase, lessonSchema, type StatedLesson } from './lesson.ts';
import { LESSON_FORM } from './lesson-schema.ts';
import { checkLesson } from './lesson-references.ts';

const MAX_PROBLEMS = 20;

/** What a lesson needs from outside of its file: the scenarios that it names. */
export interface LessonSources {
  /** `undefined`: there is none of this name. */
  readonly scenario: (id: string) => Scenario | undefined;
  /** The names there are, for advice. */
  readonly names?: () => readonly string[];
}

/** The scenarios that a lesson names, to be fetched before it is read. */
export function scenariosNamedIn(stated: Plain): readonly string[] {
  const cases = isPlainData(stated['cases']) ? Object.values(stated['cases']) : [];
  return [
    ...new Set(
      cases.flatMap((one) => (isPlainData(one) && typeof one['scenario'] === 'string' ? [one['scenario']] : [])),
    ),
  ];
}

/** A lesson from plain data; needs no reader of YAML. `locate` turns complaints into problems. */
export function lessonFrom(
  stated: Plain,
  id: string,
  sources: LessonSources,
  locate: (complaints: readonly Complaint[]) => Problem[] = (complaints) =>
    complaints.map(({ message, advice }) => ({ file: id, message, ...(advice === undefined ? {} : { advice }) })),
): Lesson {
  const parsed = lessonSchema.safeParse(stated);
  if (!parsed.success)
    throw new InputError(
      locate(
        parsed.error.issues
          .slice(0, MAX_PROBLEMS)
          .flatMap((issue) => describeIssue(issue as z.core.$ZodIssue, stated, LESSON_FORM)),
      ),
    );
  const complaints: Complaint[] = [];
  const cases: Record<string, LessonCase> = {};
  for (const name of Object.keys(parsed.data.cases)) {
    const found = caseFrom(name, parsed.data, stated, id, sources);
    if ('complaints' in found) complaints.push(...found.complaints);
    else cases[name] = found;
  }
  if (complaints.length > 0) throw new InputError(locate(complaints.slice(0, MAX_PROBLEMS)));
  const { title, why, minutes, pass, teaches, tasks } = parsed.data;
  const lesson: Lesson = { id, title, why, minutes, pass, teaches, cases, tasks, stated };
  const faults = [...checkLesson(lesson)];
  if (faults.length > 0) throw new InputError(locate(faults.slice(0, MAX_PROBLEMS)));
  return lesson;
}

/** The keys of a case that make a scenario of its own. */
const OF_A_SCENARIO = ['edition', 'route', 'world', 'script'] as const;

type Refused = { readonly complaints: readonly Complaint[] };

function caseFrom(
  name: string,
  lesson: StatedLesson,
  stated: Plain,
  id: string,
  sources: LessonSources,
): LessonCase | Refused {
  const read = must(lesson.cases[name], `the case ${name}`);
  const path = ['cases', name];
  const plain = (stated['cases'] as Record<string, Plain>)[name] as Plain;
  const found = scenarioOf(read.scenario, plain, path, { id: `${id}/${name}`, title: lesson.title, why: lesson.why });
  if ('complaints' in found) return found;
  const { vary, asked, draw, want, customer } = read;
  return {
    name,
    ...(customer === undefined ? {} : { customer: customer.trim() }),
    scenario: found,
    vary: vary === undefined ? [] : Object.entries(vary).map(axisOf),
    asked: found.world.items.map((item) => item.id).filter((item) => asked === undefined || asked.includes(item)),
    ...(draw === undefined ? {} : { draw }),
    want: { ...want },
  };

  function scenarioOf(
    named: string | undefined,
    from: Plain,
    at: readonly string[],
    about: { readonly id: string; readonly title: string; readonly why: string },
  ): Scenario | Refused {
    const own = OF_A_SCENARIO.filter((key) => from[key] !== undefined);
    if (named === undefined && from['world'] === undefined)
      return refused(at, 'a case has a “world” of its own or names a “scenario”', 'Write “world: …” below it.', 'key');
    if (named === undefined) return ownScenario(from, at, about);
    const [first] = own;
    if (first !== undefined)
      return refused(
        [...at, first],
        `“${first}” cannot stand beside “scenario”: the scenario says it`,
        'Leave one of them out; what is to differ goes below “vary”.',
        'key',
      );
    const scenario = sources.scenario(named);
    if (scenario) return scenario;
    const near = didYouMean(named, eachOf(sources.names?.()));
    return refused(
      [...at, 'scenario'],
      `there is no scenario “${named}”`,
      near === undefined ? 'All of them: restore-sim list' : `Did you mean “${near}”?`,
    );
  }
}

const refused = (
  path: readonly PropertyKey[],
  message: string,
  advice: string,
  at: 'key' | 'value' = 'value',
): Refused => ({ complaints: [{ path, at, message, advice }] });

/** What the file says of the world is read and checked as that of a scenario is. */
function ownScenario(
  plain: Plain,
  path: readonly string[],
  { id, title, why }: { readonly id: string; readonly title: string; readonly why: string },
): Scenario | Refused {
  const parts = Object.fromEntries(OF_A_SCENARIO.flatMap((key) => (key in plain ? [[key, plain[key]]] : [])));
  const complaints: Complaint[] = [];
  try {
    return scenarioFrom({ title, why, ...parts }, id, (found) => {
      complaints.push(...found.map((complaint) => ({ ...complaint, path: [...path, ...complaint.path] })));
      return [];
    });
  } catch (error) {
    if (error instanceof InputError && complaints.length > 0) return { complaints };
    throw error;
  }
}

type ReadAxis = NonNullable<StatedLesson['cases'][string]['vary']>[string];

/** Values that are listed more than once are as much more likely. */
function axisOf([path, read]: [string, ReadAxis]): Axis {
  const weights = new Map<string, number>();
  const entries = Array.isArray(read) ? read.map((value) => [value, 1] as const) : Object.entries(read);
  for (const [value, weight] of entries) {
    const before = weights.get(value);
    weights.set(value, before === undefined ? weight : before + weight);
  }
  return { path, values: [...weights].map(([value, weight]) => ({ value, weight })) };
}
