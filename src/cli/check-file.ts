import type { CheckedFile } from '../report/check-report.ts';
import { checkWithAnswers } from '../insight/what-if/expected-answers.ts';
import type { CheckResult } from '../run/check.ts';
import { placesIn } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { checked } from './checked.ts';
import type { ScenarioFile } from './files.ts';
import { nodeDigest } from './digest.ts';
import { locating, openScenario } from './scenarios.ts';

/** Checks one scenario file. */
export const checkFile = (
  named: ScenarioFile,
  check: (scenario: Scenario) => CheckResult = (scenario) => checkWithAnswers(scenario, { digest: nodeDigest }),
): CheckedFile =>
  checked(named, () => {
    const { file, id } = named;
    const opened = openScenario(file, id);
    const { problems, expects } = locating(opened, () => check(opened.scenario));
    if (problems.length === 0) return { problems: [], ...(expects ? {} : { expects: false }) };
    const placeOf = placesIn(opened.text, file);
    return { problems: problems.map((miss) => ({ ...miss, ...placeOf(['expect', ...miss.about.split('.')]) })) };
  });
