import { PHASES } from '../../model/event-row.ts';
import { SCRIPT_EVENTS, type ScriptEvent } from '../../model/events.ts';
import { must } from '../../model/must.ts';
import type { DoEntry, Plain, Scenario } from '../../scenario/scenario.ts';
import type { Axis } from '../lesson.ts';

/*
 * Many worlds in one play.
 *
 * A verdict is worked out from facts, and what a fact reads is one item, its app, and what is settled of the restore.
 * So worlds that differ only in an item and in its app can stand beside each other in one world: each combination of
 * values of the app is an app of its own, and in each of them lie the items of each combination of theirs. A restore of
 * four hundred items takes a tenth of a second; four hundred restores take three.
 *
 * That holds as long as no item can touch another. Room, what breaks off, what hangs, what needs another, copies, and
 * whatever happens at a moment in the middle could do that. Where any of it is in the world, its worlds are played one
 * by one; so is each combination that makes no world beside the others. Which axes and worlds these are stands here;
 * that nothing is missing from it is shown by a law that plays both.
 */

/** Values with which an item touches others, or which are asked of the person for many items at once. */
const TOUCHING: ReadonlySet<string> = new Set(['id', 'bytes', 'fails', 'start', 'onDemand', 'account', 'needs', 'app']);
/** What is done with one app and hangs on nothing but whether the app is there. */
const WITH_ONE_APP: ReadonlySet<ScriptEvent> = new Set(['app.loggedIn', 'app.deleted', 'app.installed']);

export interface Packing {
  readonly app: string | undefined;
  /** The items that are the app, and those that lie in it; where there is no app, the item alone. */
  readonly programs: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  /** Axes of the app and of what is done with it, of the items in it, and all the others. */
  readonly ofApp: readonly Axis[];
  readonly ofItems: readonly Axis[];
  readonly others: readonly Axis[];
}

const isOfItem = ({ path }: Axis, ids: ReadonlySet<string>): boolean => {
  const [list, id, field, ...deeper] = path.split('.');
  if (list !== 'items' || id === undefined || field === undefined || deeper.length > 0) return false;
  return ids.has(id) && field !== '' && !TOUCHING.has(field);
};

/** Which axes can stand beside each other in one play. */
export function packingOf({ world }: Scenario, item: string, axes: readonly Axis[]): Packing {
  const { app } = must(
    world.items.find(({ id }) => id === item),
    `the item ${item}`,
  );
  const cluster = world.items.filter((other) => other.id === item || (app !== undefined && other.app === app));
  const isProgram = ({ category }: { readonly category: string }): boolean => app !== undefined && category === 'app';
  const programs = new Set(cluster.filter(isProgram).map(({ id }) => id));
  const items = new Set(cluster.map(({ id }) => id).filter((id) => !programs.has(id)));
  const ofApp = axes.filter(
    (axis) => isOfItem(axis, programs) || (app !== undefined && axis.path === `script.login.${app}`),
  );
  const ofItems = axes.filter((axis) => isOfItem(axis, items));
  return {
    app,
    programs,
    items,
    ofApp,
    ofItems,
    others: axes.filter((axis) => !ofApp.includes(axis) && !ofItems.includes(axis)),
  };
}

/** Whether nothing in this world lets one item touch another. */
export function canPack({ world, script, route, attempts }: Scenario, { app, programs, items }: Packing): boolean {
  return (
    route !== 'direct' &&
    attempts.length === 0 &&
    world.copies.length === 0 &&
    world.device.free >= world.items.reduce((sum, { bytes }) => sum + bytes, 0) &&
    world.accounts.every(({ room }) => room === undefined) &&
    world.items.every(
      ({ id, fails, needs, start, onDemand, account }) =>
        fails === undefined &&
        needs.length === 0 &&
        start !== 'hangs' &&
        onDemand !== 'cuts-network' &&
        (account === undefined || (!programs.has(id) && !items.has(id))),
    ) &&
    script.every((entry) => 'do' in entry && isApart(entry, app))
  );
}

/** It is done before anything comes back, or when the restore is over. */
function isApart({ do: event, during, after, step, refused, app: of }: DoEntry, app: string | undefined): boolean {
  if (after !== undefined || step !== undefined || refused !== undefined) return false;
  if (of !== undefined && of === app && !WITH_ONE_APP.has(event)) return false;
  if (during === 'over') return true;
  const { phase } = SCRIPT_EVENTS[event];
  return during === undefined && phase !== null && PHASES.indexOf(phase) < PHASES.indexOf('eligibility');
}

export const statedItems = ({ stated }: Scenario): readonly Plain[] =>
  (stated['world'] as { readonly items: readonly Plain[] }).items;
