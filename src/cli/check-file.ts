import { InputError } from '../model/problem.ts';
import type { CheckedFile } from '../report/check-report.ts';
import { checkWithAnswers } from '../insight/what-if/expected-answers.ts';
import type { CheckResult } from '../run/check.ts';
import { placesIn } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ScenarioFile } from './files.ts';
import { nodeDigest } from './digest.ts';
import { brokenBy } from './faults.ts';
import { locating, openScenario } from './scenarios.ts';

/**
 * Checks one scenario file. What is wrong with the file itself is its result too, and so is a fault of ours while it
 * is played: the other files still have theirs.
 */
export function checkFile(
  { file, id }: ScenarioFile,
  check: (scenario: Scenario) => CheckResult = (scenario) => checkWithAnswers(scenario, { digest: nodeDigest }),
): CheckedFile {
  const began = performance.now();
  const result = (found: Pick<CheckedFile, 'broken' | 'problems' | 'fault' | 'expects'>): CheckedFile => ({
    scenario: id,
    file,
    ok: found.broken.length + found.problems.length === 0,
    ...found,
    seconds: (performance.now() - began) / 1000,
  });
  try {
    const opened = openScenario(file, id);
    const { problems, expects } = locating(opened, () => check(opened.scenario));
    if (problems.length === 0) return result({ broken: [], problems: [], ...(expects ? {} : { expects: false }) });
    const placeOf = placesIn(opened.text, file);
    return result({
      broken: [],
      problems: problems.map((miss) => ({ ...miss, ...placeOf(['expect', ...miss.about.split('.')]) })),
    });
  } catch (error) {
    if (error instanceof InputError) return result({ broken: error.problems, problems: [] });
    return result({ broken: [brokenBy(file, error)], problems: [], fault: true });
  }
}
