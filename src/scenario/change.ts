import { isDraft, original, produce } from 'immer';
import { newestFirst } from '../model/newest-first.ts';
import { must } from '../model/must.ts';
import { didYouMean } from '../model/near-word.ts';
import { InputError, type Problem } from '../model/problem.ts';
import { type Changes, inOrder, readChangesWith } from './conditions.ts';
import { forgetWhatWasRead } from './made-otherwise.ts';
import { listIn } from './stated.ts';
import { renameBy } from './references-check.ts';
import { scenarioFrom } from './scenario-from.ts';
import type { Scenario, ScriptEntry } from './scenario.ts';
import { changeScript } from './script-change.ts';

type Plain = Record<string, unknown>;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /^\d+$/;

/**
 * The scenario with its world changed; whatever no change touches is shared with it. Lists are addressed by the id of
 * their part. Throws an InputError for a path that leads nowhere, and for one that would change an id.
 */
export function withChanges(scenario: Scenario, changes: Changes): Scenario {
  if (Object.keys(changes).length === 0) return scenario;
  const stated = produce(scenario.stated as Plain, (draft) => {
    for (const [path, value] of Object.entries(inOrder(changes))) {
      if (path === 'route') changeRoute(scenario, draft, value);
      else if (path === 'newBackup') addBackup(scenario, draft, value);
      else if (!path.startsWith('script.')) {
        setAt(scenario, draft, path, value);
        forgetWhatWasRead(scenario, draft, path);
      } else if (!changeScript(draft, path.slice('script.'.length), value)) throw nowhere(scenario, path);
    }
  });
  const changed = scenarioFrom(stated, scenario.id, (complaints): Problem[] =>
    complaints.map(({ path, message, advice }) => ({
      file: scenario.id,
      message: `changed condition ${path.slice(1).map(String).join('.')}: ${message}`,
      ...(advice === undefined ? {} : { advice }),
    })),
  );
  if (changes['newBackup'] === 'icloud' && changed.world.organisation.icloudBackup === 'forbidden')
    throw new InputError([
      {
        file: scenario.id,
        message: 'changed condition newBackup: the organisation forbids iCloud Backup, so none can be made',
        advice: 'Have the organisation allow it too (organisation.icloudBackup), or make a backup with a computer.',
      },
    ]);
  return {
    ...changed,
    script: perhapsRefused(changed.script),
    attempts: changed.attempts.map((attempt) =>
      attempt.script ? { ...attempt, script: perhapsRefused(attempt.script) } : attempt,
    ),
  };
}

readChangesWith(withChanges);

/** What the phone refused under the stated conditions it may well accept under others: then it is simply done. */
const perhapsRefused = (script: readonly ScriptEntry[]): readonly ScriptEntry[] =>
  script.map((entry) => ('do' in entry && entry.refused ? { ...entry, refused: 'perhaps' as const } : entry));

const partOf = (whole: Plain, key: string): Plain => (whole[key] ??= {}) as Plain;

/** The backups stay where they lie: those that say nothing lie where the route was. */
function changeRoute(scenario: Scenario, stated: Plain, route: string): void {
  const world = partOf(stated, 'world');
  const { backups } = world;
  // The old phone is there on every way, also where only the route said so.
  if (scenario.route === 'direct' && route !== 'direct') world['oldPhone'] ??= {};
  if (Array.isArray(backups))
    for (const backup of backups as Plain[]) backup['kind'] ??= scenario.route === 'direct' ? 'icloud' : scenario.route;
  stated['route'] = route;
  // Who goes another way chooses what there is on that one, whatever was chosen on the first.
  const isThere = new Set(scenario.world.backups.filter(({ kind }) => kind === route).map(({ id }) => id));
  if (stated['script'] !== undefined)
    stated['script'] = listIn(stated, 'script').filter(
      (entry) => entry['do'] !== 'backup.chosen' || isThere.has(String(entry['backup'])),
    );
}

/** One more backup: of today where the phone is still there to make it, else beside the newest, and as new as that. */
function addBackup(scenario: Scenario, stated: Plain, kind: string): void {
  changeRoute(scenario, stated, kind);
  const world = partOf(stated, 'world');
  const { backups, device, oldPhone, today } = scenario.world;
  // Where there is no backup to go by, it is made of the phone that holds the data.
  const source = oldPhone ?? device;
  const newest = backups.toSorted(newestFirst)[0];
  const ofTheSource = {
    device: source.name,
    deviceKind: source.kind,
    model: source.model,
    ios: source.ios,
    account: newest?.account,
    made: today,
  };
  const {
    device: name,
    deviceKind,
    model,
    ios,
    account,
    made,
  } = oldPhone?.state === 'at-hand' ? ofTheSource : (newest ?? ofTheSource);
  const backup = {
    id: `new-${kind}`,
    kind,
    device: name,
    deviceKind,
    model,
    ios,
    made,
    ...(account === undefined ? {} : { account }),
    ...(kind === 'computer' ? { encrypted: 'yes' } : {}),
  };
  world['backups'] = [...listIn(world, 'backups'), backup];
}

const nameOf = (part: Plain): unknown => part['id'] ?? part['category'] ?? part['kind'];

function setAt(scenario: Scenario, stated: Plain, path: string, value: string): void {
  const steps = path.split('.');
  if (steps.some((step) => FORBIDDEN.has(step))) throw nowhere(scenario, path);
  const rename = renameBy(path);
  if (rename) throw new InputError([{ file: scenario.id, ...rename }]);
  let at: Plain | Plain[] = partOf(stated, 'world');
  for (const [depth, step] of steps.entries()) {
    const isLast = depth === steps.length - 1;
    if (Array.isArray(at)) at = findPart(scenario, at, step, path, isLast);
    else if (!isLast) {
      const next = partBelow(scenario, at, step, depth, steps);
      if (typeof next !== 'object') throw nowhere(scenario, path);
      at = next;
    } else at[step] = NUMBER.test(value) && step !== 'ios' && step !== 'latestIos' ? Number(value) : value;
  }
}

/** Ids never change, so what a draft was made of still tells where a part is: to look through a draft copies it. */
function findPart(scenario: Scenario, list: Plain[], step: string, path: string, isLast: boolean): Plain {
  const known = isDraft(list) ? must(original(list), 'what a draft was made of') : list;
  const part = list[known.findIndex((candidate) => nameOf(candidate) === step)];
  if (!part || isLast)
    throw nowhere(
      scenario,
      path,
      didYouMean(
        step,
        known.map((candidate) => String(nameOf(candidate))),
      ),
    );
  return part;
}

function partBelow(scenario: Scenario, at: Plain, step: string, depth: number, steps: readonly string[]): Plain {
  // An account that the scenario left to the starting world has to be written out before it can change.
  if (step === 'accounts' && at['accounts'] === undefined)
    at['accounts'] = [{ id: must(scenario.world.accounts[0], 'the account of a starting world').id }];
  if (depth === 1 && steps[0] === 'services' && typeof at[step] === 'string')
    at[step] = { atBackup: at[step], now: at[step] };
  return partOf(at, step);
}

function nowhere(scenario: Scenario, path: string, near?: string): InputError {
  return new InputError([
    {
      file: scenario.id,
      message: `there is no condition “${path}” in this scenario`,
      ...(near === undefined ? {} : { advice: `Did you mean “${near}”?` }),
    },
  ]);
}
