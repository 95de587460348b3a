import type * as z from 'zod/mini';
import type { ScriptEvent } from '../model/events.ts';
import { InputError, type Problem } from '../model/problem.ts';
import { completeWorld, type ItemDefaults } from '../model/world.ts';
import { UNNAMED_ACCOUNT } from '../model/account-names.ts';
import type { Edition } from '../model/kinds.ts';
import { idSchema } from '../model/fields.ts';
import { CATEGORIES, type CategoryId } from '../rulebook/categories/categories.ts';
import type { Category } from '../rulebook/categories/category.ts';
import { describeIssue } from './issues.ts';
import { checkLimits } from './limits-check.ts';
import type { Complaint } from './complaint.ts';
import { checkReferences } from './references-check.ts';
import { isPlainData, type Plain, type Scenario, scenarioSchema } from './scenario.ts';
import { listIn } from './stated.ts';
import { ofItsOwnDevice, startOfBackup, startOfDevice, STARTING_WORLDS } from './starting-worlds.ts';

const MAX_PROBLEMS = 20;

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
  written: Plain,
  id: string,
  locate: (complaints: readonly Complaint[]) => Problem[],
): Scenario {
  const stated = withSignedIn(written);
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
    world: completeWorld(world, edition, route, defaultsOf),
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

const defaultsOf = (id: string): ItemDefaults => {
  const { title, syncs }: Category = CATEGORIES[id as CategoryId];
  return { title, syncs: syncs === 'off' ? 'off' : 'on' };
};

/** The events that say which account the phone's owner has. */
const SIGN_INS: ReadonlySet<unknown> = new Set<ScriptEvent>(['account.entered', 'settings.signedIn']);

/**
 * Where no account is stated, the one that the script signs in with first is the customer's. It is written down, so
 * that a change of the script does not change whose phone it is.
 */
function withSignedIn(stated: Plain): Plain {
  const world = saidIn(stated, 'world');
  if (!isPlainData(world) || world['accounts'] !== undefined) return stated;
  const signIn = [stated, ...listIn(stated, 'attempts')]
    .flatMap((part) => listIn(part, 'script'))
    .find((entry) => isPlainData(entry) && SIGN_INS.has(entry['do']) && typeof entry['account'] === 'string');
  if (!isPlainData(signIn) || signIn['account'] === UNNAMED_ACCOUNT) return stated;
  if (!idSchema.safeParse(signIn['account']).success) return stated;
  return { ...stated, world: { ...world, accounts: [{ id: signIn['account'] }] } };
}

/** What a group says under a key; who leaves the key out says nothing of it. */
const saidIn = (group: Plain, key: string): unknown => (group[key] === undefined ? {} : group[key]);

/** Fills in the edition's starting world under what the scenario states. */
function withStartingWorld(stated: Plain): Plain {
  const { edition } = stated;
  const isKnown = Object.hasOwn(STARTING_WORLDS, String(edition));
  const start = STARTING_WORLDS[isKnown ? (edition as Edition) : 'modern'];
  const world = saidIn(stated, 'world');
  if (!isPlainData(world)) return stated;
  const named = saidIn(world, 'device');
  const device = isPlainData(named) ? { ...startOfDevice(start, named), ...named } : named;
  const backups = world['backups'];
  return {
    ...stated,
    world: {
      today: start.today,
      ...world,
      device,
      ...(Array.isArray(backups)
        ? {
            backups: backups.map((backup: unknown) => {
              if (!isPlainData(backup)) return backup;
              const own = isPlainData(device) ? ofItsOwnDevice(backup, device) : {};
              return { ...startOfBackup(start, backup['deviceKind'] ?? own['deviceKind']), ...own, ...backup };
            }),
          }
        : {}),
    },
  };
}
