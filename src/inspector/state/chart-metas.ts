import type { AnyStateMachine } from 'xstate';
import { accountSignInMachine } from '../../../machines/account-sign-in.machine.ts';
import { backupListingMachine } from '../../../machines/backup-listing.machine.ts';
import type { ChartMeta } from '../../../machines/chart-meta.ts';
import { contentDownloadMachine } from '../../../machines/content-download.machine.ts';
import { eligibilityMachine } from '../../../machines/eligibility.machine.ts';
import { icloudSyncMachine } from '../../../machines/icloud-sync.machine.ts';
import { restartMachine } from '../../../machines/restart.machine.ts';
import { restoreMachine } from '../../../machines/restore.machine.ts';
import { simulationMachine } from '../../../machines/simulation.machine.ts';

/** Every machine by the last name of its actors' paths. */
export const MACHINES: Readonly<Record<string, AnyStateMachine>> = {
  simulation: simulationMachine,
  restore: restoreMachine,
  icloudSync: icloudSyncMachine,
  accountSignIn: accountSignInMachine,
  backupListing: backupListingMachine,
  eligibility: eligibilityMachine,
  restart: restartMachine,
  contentDownload: contentDownloadMachine,
};

export const nameOfActor = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const known = new Map<string, readonly ChartMeta[]>();

/** The meanings of a state and of those around it, outermost first. `leaf` is a dotted name such as `setUp.hello`. */
export function metasOf(actor: string, leaf: string): readonly ChartMeta[] {
  const name = nameOfActor(actor);
  const key = `${name} ${leaf}`;
  let metas = known.get(key);
  if (!metas) known.set(key, (metas = walk(name, leaf)));
  return metas;
}

function walk(name: string, leaf: string): ChartMeta[] {
  let node = MACHINES[name]?.root;
  const metas: ChartMeta[] = [];
  for (const step of leaf.split('.')) {
    node = node?.states[step];
    if (node) metas.push((node.meta ?? {}) as ChartMeta);
  }
  return metas;
}

/** The innermost value of one part of the meaning, or `undefined` when no state around says it. */
export function saidBy<K extends keyof ChartMeta>(actor: string, leaf: string, part: K): ChartMeta[K] | undefined {
  return metasOf(actor, leaf).findLast((meta) => meta[part] !== undefined)?.[part];
}
