import { didYouMean, InputError, type Problem } from '../model/problem.ts';
import { scenarioFrom } from './load.ts';
import type { Scenario } from './scenario.ts';
import { changeScript } from './script-change.ts';

/**
 * Changed conditions: a path into `world` (`device.passcode`, `backups.nightly.password`) and its new value.
 * `route` changes the route; `newBackup` has one made in time, in iCloud or with encryption on a computer, and
 * restores it;
 * a path below `script` changes what the person does.
 */
export type Changes = Readonly<Record<string, string>>;

type Plain = Record<string, unknown>;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /^\d+$/;

/**
 * The scenario with its world changed. Lists are addressed by the id of their part. Throws an InputError for a path
 * that leads nowhere.
 */
export function withChanges(scenario: Scenario, changes: Changes): Scenario {
  if (Object.keys(changes).length === 0) return scenario;
  const stated = structuredCopy(scenario.stated) as Plain;
  for (const [path, value] of Object.entries(changes)) {
    if (path === 'route') changeRoute(scenario, stated, value);
    else if (path === 'newBackup') addBackup(scenario, stated, value);
    else if (!path.startsWith('script.')) setAt(scenario, stated, path, value);
    else if (!changeScript(stated, path.slice('script.'.length), value)) throw nowhere(scenario, path);
  }
  return scenarioFrom(stated, scenario.id, (complaints): Problem[] =>
    complaints.map(({ path, message, advice }) => ({
      file: scenario.id,
      message: `changed condition ${path.slice(1).map(String).join('.')}: ${message}`,
      ...(advice === undefined ? {} : { advice }),
    })),
  );
}

/** The backups stay where they lie: those that say nothing lie where the route was. */
function changeRoute(scenario: Scenario, stated: Plain, route: string): void {
  const { backups } = (stated['world'] ??= {}) as Plain;
  if (Array.isArray(backups)) for (const backup of backups as Plain[]) backup['kind'] ??= scenario.route;
  stated['route'] = route;
}

/** One more backup beside those there are, as new as the newest of them. */
function addBackup(scenario: Scenario, stated: Plain, kind: string): void {
  changeRoute(scenario, stated, kind);
  const world = stated['world'] as Plain;
  const { backups, device, today } = scenario.world;
  const newest = backups.toSorted((a, b) => (a.made < b.made ? 1 : -1))[0];
  const {
    device: name,
    deviceKind,
    model,
    ios,
    account,
    made,
  } = newest ?? {
    device: device.name,
    deviceKind: device.kind,
    model: device.model,
    ios: device.ios,
    account: undefined,
    made: today,
  };
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
  world['backups'] = [...((world['backups'] as Plain[] | undefined) ?? []), backup];
}

function setAt(scenario: Scenario, stated: Plain, path: string, value: string): void {
  const steps = path.split('.');
  let at: Plain | Plain[] = (stated['world'] ??= {}) as Plain;
  for (const [depth, step] of steps.entries()) {
    if (FORBIDDEN.has(step)) throw nowhere(scenario, path);
    if (Array.isArray(at)) {
      const list: Plain[] = at;
      const part: Plain | undefined = list.find((candidate) => (candidate['id'] ?? candidate['category']) === step);
      if (!part || depth === steps.length - 1)
        throw nowhere(
          scenario,
          path,
          step,
          list.map((candidate) => String(candidate['id'] ?? candidate['category'])),
        );
      at = part;
    } else if (depth === steps.length - 1)
      at[step] = NUMBER.test(value) && step !== 'ios' && step !== 'latestIos' ? Number(value) : value;
    else {
      // An account that the scenario left to the starting world has to be written out before it can change.
      if (step === 'accounts' && at['accounts'] === undefined)
        at['accounts'] = [{ id: scenario.world.accounts[0]?.id }];
      if (depth === 1 && steps[0] === 'services' && typeof at[step] === 'string')
        at[step] = { atBackup: at[step], now: at[step] };
      at = (at[step] ??= {}) as Plain;
      if (typeof at !== 'object') throw nowhere(scenario, path);
    }
  }
}

function nowhere(scenario: Scenario, path: string, step = '', known: readonly string[] = []): InputError {
  const near = didYouMean(step, known);
  return new InputError([
    {
      file: scenario.id,
      message: `there is no condition “${path}” in this scenario`,
      ...(near === undefined ? {} : { advice: `Did you mean “${near}”?` }),
    },
  ]);
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structuredCopy(inner)]));
}
