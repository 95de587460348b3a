import { InputError, type Problem } from '../model/problem.ts';
import './change.ts';
import { fieldsWithoutEffect } from './item-fields.ts';
import { type Beside, readItemLines } from './item-lines.ts';
import { Locator } from './locator.ts';
import { byPlace, type Position, problemAt } from './positions.ts';
import { readYaml, type YamlSource } from './read-yaml.ts';
import type { Complaint } from './complaint.ts';
import type { Scenario } from './scenario.ts';
import { scenarioFrom } from './scenario-from.ts';

/**
 * A scenario from the text of its file. Throws an InputError with every problem found and its place. `beside` reads
 * the file that `world.itemsFile` names: below the doors nothing is read.
 */
export function loadScenario(text: string, file: string, id = file, beside?: Beside): Scenario {
  const source = readYaml(text, file);
  const placed = problemPlacer(source, text, file);
  const lines = readItemLines(source.plain, beside, (complaint) => {
    throw new InputError([placed(complaint)]);
  });
  const located = (complaints: readonly Complaint[]): Problem[] =>
    complaints
      .map((complaint) => lines?.problemOf(complaint) ?? placed(complaint))
      .toSorted((a, b) => Number(a.file !== file) - Number(b.file !== file) || byPlace(a, b));
  const stated = lines?.stated ?? source.plain;
  const scenario = scenarioFrom(stated, id, located);
  // Only a file is held to it: a condition that is turned may well make no difference.
  const silent = [...firstOf(fieldsWithoutEffect(stated), MOST_SILENT)];
  if (silent.length > 0) throw new InputError(located(silent));
  return scenario;
}

/** Turns complaints about a file into problems with their places. */
export function problemPlacer(source: YamlSource, text: string, file: string): (complaint: Complaint) => Problem {
  const locator = new Locator(source);
  return ({ path, at, message, advice, quotes }) => {
    // YAML reads 18.10 as 18.1: only the file still knows what was written.
    const written = quotes ? locator.sourceOf(path) : undefined;
    const last = path.at(-1);
    const key = typeof last === 'string' ? `${last}: ` : '';
    const inQuotes = written === undefined ? advice : `Put it in quotes: ${key}"${written}".`;
    return problemAt(file, text, locator.positionOf(path, at), message, inQuotes);
  };
}

/** Fields without effect that are told. */
const MOST_SILENT = 20;
function* firstOf<T>(all: Iterable<T>, most: number): Generator<T> {
  let told = 0;
  for (const one of all) {
    if (told >= most) return;
    told += 1;
    yield one;
  }
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
