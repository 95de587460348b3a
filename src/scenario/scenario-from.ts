import type * as z from 'zod';
import { InputError, type Problem } from '../model/problem.ts';
import { completeWorld, type Edition } from '../model/world.ts';
import { CATEGORIES, type CategoryId } from '../rulebook/categories/categories.ts';
import { describeIssue } from './issues.ts';
import { checkLimits } from './limits-check.ts';
import { checkReferences, type Complaint } from './references-check.ts';
import { type Plain, type Scenario, scenarioSchema } from './scenario.ts';
import { startingBackup, startingDevice, STARTING_WORLDS } from './starting-worlds.ts';

const MAX_PROBLEMS = 20;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const notReadHere = (name: string): Complaint => ({
  path: ['world', 'itemsFile'],
  message: `the items in “${name}” cannot be read here`,
  advice: 'Open the scenario with the command line, in the folder that holds both files.',
});

/**
 * A scenario from plain data, such as a scenario with changed conditions; needs no reader of YAML. `locate` turns
 * complaints into problems.
 */
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
  const start = isKnown ? (edition as Edition) : 'modern';
  const world = stated['world'] === undefined ? {} : stated['world'];
  if (!isPlain(world)) return stated;
  const device = world['device'] === undefined ? {} : world['device'];
  const backups = world['backups'];
  return {
    ...stated,
    world: {
      today: STARTING_WORLDS[start].today,
      ...world,
      device: isPlain(device) ? { ...startingDevice(start, device['kind']), ...device } : device,
      ...(Array.isArray(backups)
        ? {
            backups: backups.map((backup: unknown) =>
              isPlain(backup) ? { ...startingBackup(start, backup['deviceKind']), ...backup } : backup,
            ),
          }
        : {}),
    },
  };
}
