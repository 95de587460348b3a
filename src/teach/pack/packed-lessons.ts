import { isPlainData, type Plain, type Scenario } from '../../scenario/scenario.ts';
import type { Lesson } from '../lesson.ts';
import { lessonFrom, scenariosNamedIn } from '../lesson-from.ts';
import { scenarioFrom } from '../../scenario/scenario-from.ts';

/** A lesson as a package carries it: what its file states, and the scenarios that its cases name. */
export interface PackedLesson {
  readonly stated: Plain;
  readonly scenarios: Readonly<Record<string, Plain>>;
}

/**
 * What a page is given to play. Nothing in it says what is right: what a scenario is checked against stays at home, and
 * so do its title and its lesson, which name the cause.
 */
export const packedLesson = ({ stated }: Lesson, scenario: (id: string) => Scenario | undefined): PackedLesson => ({
  stated: stated as Plain,
  scenarios: Object.fromEntries(
    scenariosNamedIn(stated as Plain).flatMap((id) => {
      const found = scenario(id);
      return found ? [[id, withoutAnswers(found.stated)]] : [];
    }),
  ),
});

/** For a scenario as for one that is packed already: packing once more changes nothing. */
export function withoutAnswers(stated: Plain): Plain {
  const { expect: _, attempts, ...rest } = stated;
  return {
    ...rest,
    title: 'A case',
    why: 'What comes back, what does not, and why.',
    ...(Array.isArray(attempts)
      ? { attempts: attempts.map((attempt) => (isPlainData(attempt) ? withoutExpect(attempt) : attempt)) }
      : attempts === undefined
        ? {}
        : { attempts }),
  };
}

function withoutExpect(attempt: Plain): Plain {
  const { expect: _, ...rest } = attempt;
  return rest;
}

/** The lesson that a package carries, checked as its file was. */
export const lessonOfPacked = (id: string, { stated, scenarios }: PackedLesson): Lesson =>
  lessonFrom(stated, id, {
    scenario: (name) => {
      const named = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
      return named && scenarioFrom(named, name, (found) => found.map(({ message }) => ({ file: name, message })));
    },
  });
