import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { accountSignInMachine } from '../../machines/account-sign-in.machine.ts';
import { backupListingMachine } from '../../machines/backup-listing.machine.ts';
import type { ChartMeta } from '../../machines/chart-meta.ts';
import { contentDownloadMachine } from '../../machines/content-download.machine.ts';
import { eligibilityMachine } from '../../machines/eligibility.machine.ts';
import { icloudSyncMachine } from '../../machines/icloud-sync.machine.ts';
import { restartMachine } from '../../machines/restart.machine.ts';
import { restoreMachine } from '../../machines/restore.machine.ts';
import { simulationMachine } from '../../machines/simulation.machine.ts';

/** Every machine under the last part of its actors' paths. */
export const MACHINES: Readonly<Record<string, AnyStateMachine>> = {
  simulation: simulationMachine,
  restore: restoreMachine,
  accountSignIn: accountSignInMachine,
  backupListing: backupListingMachine,
  eligibility: eligibilityMachine,
  restart: restartMachine,
  contentDownload: contentDownloadMachine,
  icloudSync: icloudSyncMachine,
};

export const machineIdOf = (actorPath: string): string => actorPath.slice(actorPath.lastIndexOf('/') + 1);

/** The meanings of a state that a journal names by its dotted path, outermost first; empty for an unknown one. */
export function metasOfState(actorPath: string, state: string): readonly ChartMeta[] {
  let node = MACHINES[machineIdOf(actorPath)]?.root as AnyStateNode | undefined;
  const metas: ChartMeta[] = [];
  for (const name of state.split('.')) {
    node = node?.states[name];
    if (!node) break;
    metas.push((node.meta ?? {}) as ChartMeta);
  }
  return metas;
}
