import { InputError } from '../model/problem.ts';
import type { CheckedFile } from '../report/check-report.ts';
import { brokenBy } from './faults.ts';
import type { ScenarioFile } from './files.ts';

/** What a check finds out about a file that can be read. */
export type CheckFound = Pick<CheckedFile, 'problems' | 'expects' | 'learners'>;

/**
 * One file with what its check found. What is wrong with the file itself is its result too, and so is a fault of ours
 * while it is played: the other files still have theirs.
 */
export function checked({ file, id }: ScenarioFile, check: () => CheckFound): CheckedFile {
  const began = performance.now();
  const result = (found: CheckFound & Pick<CheckedFile, 'broken' | 'fault'>): CheckedFile => ({
    scenario: id,
    file,
    ok: found.broken.length + found.problems.length === 0,
    ...found,
    seconds: (performance.now() - began) / 1000,
  });
  try {
    return result({ broken: [], ...check() });
  } catch (error) {
    if (error instanceof InputError) return result({ broken: error.problems, problems: [] });
    return result({ broken: [brokenBy(file, error)], problems: [], fault: true });
  }
}
