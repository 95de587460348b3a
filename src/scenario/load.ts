import type * as z from 'zod';
import { InputError, type Problem } from '../model/problem.ts';
import { completeWorld, type Edition } from '../model/world.ts';
import { CATEGORIES, type CategoryId } from '../rulebook/categories/categories.ts';
import { type Beside, notReadHere, readItemLines } from './item-lines.ts';
import { describeIssue } from './issues.ts';
import { checkLimits } from './limits-check.ts';
import { Locator } from './locator.ts';
import { type Position, problemAt } from './positions.ts';
import { type Plain, readYaml } from './read-yaml.ts';
import { checkReferences, type Complaint } from './references-check.ts';
import { type Scenario, scenarioSchema } from './scenario.ts';
import { STARTING_WORLDS } from './starting-worlds.ts';

const MAX_PROBLEMS = 20;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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

/** A scenario from plain data, such as a scenario with changed conditions. `locate` turns complaints into problems. */
export function scenarioFrom(
  stated: Plain,
  id: string,
  locate: (complaints: readonly Complaint[]) => Problem[],
): Scenario {
  const parsed = scenarioSchema.safeParse(withStartingWorld(stated));
  if (!parsed.success)
    throw new InputError(
      locate(
        parsed.error.issues.slice(0, MAX_PROBLEMS).flatMap((issue) => describeIssue(issue as z.core.$ZodIssue, stated)),
      ),
    );
  const { world: statedWorld, edition, route, case: report, ...rest } = parsed.data;
  const { itemsFile, ...world } = statedWorld;
  const scenario: Scenario = {
    ...rest,
    id,
    edition,
    route,
    ...(report === undefined ? {} : { case: report }),
    world: completeWorld(world, edition, route, (category) => CATEGORIES[category as CategoryId].title),
    stated,
  };
  const complaints = [
    ...(itemsFile === undefined ? [] : [notReadHere(itemsFile)]),
    ...checkReferences(scenario, MAX_PROBLEMS),
    ...checkLimits(scenario),
  ];
  if (complaints.length > 0) throw new InputError(locate(complaints.slice(0, MAX_PROBLEMS)));
  return scenario;
}

/** Fills in the edition's starting world under what the scenario states. */
function withStartingWorld(stated: Plain): Plain {
  const { edition } = stated;
  const isKnown = typeof edition === 'string' && Object.hasOwn(STARTING_WORLDS, edition);
  const start = STARTING_WORLDS[isKnown ? (edition as Edition) : 'modern'];
  const world = stated['world'] === undefined ? {} : stated['world'];
  if (!isPlain(world)) return stated;
  const device = world['device'] === undefined ? {} : world['device'];
  const backups = world['backups'];
  return {
    ...stated,
    world: {
      today: start.today,
      ...world,
      device: isPlain(device) ? { ...start.device, ...device } : device,
      ...(Array.isArray(backups)
        ? { backups: backups.map((backup: unknown) => (isPlain(backup) ? { ...start.backup, ...backup } : backup)) }
        : {}),
    },
  };
}
