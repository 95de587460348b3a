import { InputError } from '../model/problem.ts';
import type { CheckedFile } from '../report/check-report.ts';
import { checkScenario, type Miss } from '../run/check.ts';
import { placeInFile } from '../scenario/load.ts';
import type { ScenarioFile } from './files.ts';
import { locating, type Opened, openScenario } from './scenarios.ts';

/** Checks one scenario file; what is wrong with the file itself is its result too. */
export function checkFile({ file, id }: ScenarioFile): CheckedFile {
  const began = performance.now();
  const result = (found: Pick<CheckedFile, 'broken' | 'problems'>): CheckedFile => ({
    scenario: id,
    file,
    ok: found.broken.length + found.problems.length === 0,
    ...found,
    seconds: (performance.now() - began) / 1000,
  });
  try {
    const opened = openScenario(file, id);
    const { problems } = locating(opened, () => checkScenario(opened.scenario));
    return result({ broken: [], problems: problems.map((miss) => ({ ...miss, ...placeOf(opened, miss) })) });
  } catch (error) {
    if (error instanceof InputError) return result({ broken: error.problems, problems: [] });
    throw error;
  }
}

const placeOf = ({ text }: Opened, { about }: Miss) => placeInFile(text, ['expect', ...about.split('.')]);
