import { accountSignInMachine } from '../../../machines/account-sign-in.machine.ts';
import { backupListingMachine } from '../../../machines/backup-listing.machine.ts';
import { contentDownloadMachine } from '../../../machines/content-download.machine.ts';
import { eligibilityMachine } from '../../../machines/eligibility.machine.ts';
import { icloudSyncMachine } from '../../../machines/icloud-sync.machine.ts';
import { restartMachine } from '../../../machines/restart.machine.ts';
import { restoreMachine } from '../../../machines/restore.machine.ts';
import { simulationMachine } from '../../../machines/simulation.machine.ts';
import type { AnyStateMachine } from 'xstate';
import type { Chart, ChartState, ChartView } from '../charts/chart.ts';
import { place, type Room, shrinkOf } from './place.ts';
import { type Model, type ModelState, readMachine } from './read-machine.ts';
import { type Fold, viewOf } from './view.ts';

/** Every machine of the house. */
export const MACHINES: readonly AnyStateMachine[] = [
  simulationMachine, restoreMachine, accountSignInMachine, backupListingMachine, eligibilityMachine, restartMachine, contentDownloadMachine, icloudSyncMachine,
];

/** The room that a picture has on the page: beside others, or unfolded. */
const CARD: Room = { w: 520, h: 320, gap: 11 };
const SHEET: Room = { w: 1500, h: 950, gap: 22 };
/** A whole machine is shown in a card when it has to shrink no further than this. */
const MOST_SHRINK = 1.35;

/** Lays a machine out: complete, and as it is shown in a card. */
export async function layOut(machine: AnyStateMachine): Promise<Chart> {
  const model = readMachine(machine);
  const whole = await best(model, CARD, [{ short: true }, { short: true, stacked: true }]);
  return {
    id: model.id,
    states: statesOf(model.root),
    transitions: model.transitions,
    all: await best(model, SHEET, [{}, { stacked: true }]),
    folded: shrinkOf(whole, CARD) <= MOST_SHRINK ? { '': whole } : await foldAround(model),
  };
}

async function foldAround(model: Model): Promise<Record<string, ChartView>> {
  const views: Record<string, ChartView> = {};
  for (const { path } of model.root.children) views[path] = await best(model, CARD, [{ focus: path, short: true }, { focus: path, short: true, stacked: true }]);
  return views;
}

/** The first way to draw it that fits, or the one that needs to shrink least. */
async function best(model: Model, room: Room, folds: readonly Fold[]): Promise<ChartView> {
  let found: ChartView | undefined;
  for (const fold of folds) {
    if (found && shrinkOf(found, room) <= 1) break;
    const view = await place(viewOf(model, fold), room);
    if (!found || shrinkOf(view, room) < shrinkOf(found, room)) found = view;
  }
  if (!found) throw new Error(`${model.id} was not laid out.`);
  return found;
}

const statesOf = ({ path, name, kind, says, gate, screen, shows, runs, children }: ModelState): ChartState[] => [
  { path, name, kind, says, gate, screen, shows, runs }, ...children.flatMap(statesOf),
];
