// Whoever plays a story with changed conditions needs their reader, also when this file's tests run alone.
import '../../src/scenario/change.ts';
import type { InputError } from '../../src/model/problem.ts';
import { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { RULES } from '../../src/rulebook/rules/rules.ts';
import { scenarioFrom } from '../../src/scenario/scenario-from.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

export type Plain = Record<string, unknown>;

/** `VITE_EVERY=8`: every eighth of a long list, where the same tests are run for each of a thousand broken cores. */
export const EVERY = Number(import.meta.env['VITE_EVERY'] ?? 1);
export const sample = <T>(list: readonly T[]): T[] => list.filter((_, index) => index % EVERY === 0);

/** A scenario from the few words in which a test differs from the starting world. */
export function story(world: Plain, rest: Plain = {}): Scenario {
  const stated = { title: 'A story', why: 'For a test.', expect: { outcome: 'completed' }, ...rest, world };
  return scenarioFrom(stated, 'a-test/story', (complaints) =>
    complaints.map(({ message }) => ({ file: 'story', message })),
  );
}

export const caseFile = (world: Plain, rest: Plain = {}): CaseFile =>
  new CaseFile(story(world, rest).world, RULES, 'a test');

/** The problems with which something is refused. */
export function problemsOf(attempt: () => unknown): InputError['problems'] {
  try {
    attempt();
  } catch (error) {
    if ((error as Error).name === 'InputError') return (error as InputError).problems;
    throw error;
  }
  return [];
}
