import { type Route, ROUTES } from '../model/kinds.ts';
import { must } from '../model/must.ts';
import type { Scenario } from './scenario.ts';

/**
 * Changed conditions: a path into `world` (`device.passcode`, `backups.nightly.password`) and its new value.
 * `route` changes the route; `newBackup` has one made in time, in iCloud or with encryption on a computer, and
 * restores it;
 * a path below `script` changes what the person does.
 * They are a set: `inOrder` tells in which order they take effect, wherever they stand.
 */
export type Changes = Readonly<Record<string, string>>;

/** The way that a restore goes under changed conditions: another one that is chosen, or that of a new backup. */
export const routeUnder = ({ route, newBackup }: Changes, asGiven: Route): Route =>
  ROUTES.find((known) => known === (newBackup ?? route)) ?? asGiven;

/**
 * The stages of a change: a new backup restores itself, whatever route is set beside it; what the world says can
 * speak of that backup; and what the person does comes into a world that is finished.
 */
const STAGES: readonly ((path: string) => boolean)[] = [
  (path) => path === 'route',
  (path) => path === 'newBackup',
  (path) => !path.startsWith('script.'),
  () => true,
];
const stageOf = (path: string): number => STAGES.findIndex((holds) => holds(path));

/** The changes in the one order in which they take effect: by stage, then by path (a part before what is in it). */
export function inOrder(changes: Changes): Changes {
  const byPath = Object.keys(changes).toSorted();
  return Object.fromEntries(
    byPath.toSorted((a, b) => stageOf(a) - stageOf(b)).map((path) => [path, must(changes[path], path)]),
  );
}

type Reader = (scenario: Scenario, changes: Changes) => Scenario;
let reader: Reader | undefined;

/** Whoever can read scenarios says so here, once: `change.ts` does when it loads. */
export function readChangesWith(read: Reader): void {
  reader = read;
}

/**
 * The scenario with its conditions changed. To read them anew takes the whole schema of scenarios, a third of the
 * page's first script; and a story whose conditions never change is played without it. So what plays does not bring
 * the reader along: whoever loads scenarios (`load.ts`) or changes them does.
 */
export function changedBy(scenario: Scenario, changes: Changes): Scenario {
  if (Object.keys(changes).length === 0) return scenario;
  return must(reader, 'the reader of changed conditions')(scenario, changes);
}
