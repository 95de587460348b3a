import { InputError, type Problem } from '../model/problem.ts';
import { type Beside, readItemLines } from './item-lines.ts';
import { Locator } from './locator.ts';
import { type Position, problemAt } from './positions.ts';
import { readYaml } from './read-yaml.ts';
import type { Complaint } from './references-check.ts';
import type { Scenario } from './scenario.ts';
import { scenarioFrom } from './scenario-from.ts';

/**
 * A scenario from the text of its file. Throws an InputError with every problem found and its place. `beside` reads
 * the file that `world.itemsFile` names: below the doors nothing is read.
 */
export function loadScenario(text: string, file: string, id = file, beside?: Beside): Scenario {
  const source = readYaml(text, file);
  const locator = new Locator(source);
  const placed = ({ path, at, message, advice }: Complaint): Problem =>
    problemAt(file, text, locator.positionOf(path, at), message, advice);
  const lines = readItemLines(source.plain, beside, (complaint) => {
    throw new InputError([placed(complaint)]);
  });
  return scenarioFrom(lines?.stated ?? source.plain, id, (complaints) =>
    complaints
      .map((complaint) => lines?.problemOf(complaint) ?? placed(complaint))
      .toSorted(
        (a, b) =>
          Number(a.file !== file) - Number(b.file !== file) ||
          (a.line ?? 0) - (b.line ?? 0) ||
          (a.column ?? 0) - (b.column ?? 0),
      ),
  );
}

/** Tells the places of parts of a scenario file that has been loaded; the nearest part above one that is not there. */
export function placesIn(text: string, file: string): (path: readonly PropertyKey[]) => Position {
  const locator = new Locator(readYaml(text, file));
  return (path) => locator.positionOf(path);
}

/** A problem that came up while a loaded file was played, with its line. */
export const problemInFile = (
  text: string,
  file: string,
  path: readonly PropertyKey[],
  message: string,
  advice?: string,
): Problem => problemAt(file, text, placesIn(text, file)(path), message, advice);
