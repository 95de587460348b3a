import type { Phase } from '../model/events.ts';
import { leavesOf } from './actors.ts';
import type { Simulation } from './simulation.ts';

/** The restore's own states, as parts of the story that a script can name. */
const PHASE_OF_STATE: Readonly<Record<string, Phase>> = {
  inUse: 'in-use',
  erasing: 'erasing',
  setUp: 'set-up',
  'choosing.accountSignIn': 'sign-in',
  'choosing.backupListing': 'listing',
  preconditions: 'preconditions',
  eligibility: 'eligibility',
  placing: 'placement',
  restarting: 'restart',
  signingInAfterwards: 'sign-in',
  downloading: 'download',
};

/** The parts of the story that are going on now; sync may run beside the restore. */
export function phasesOf(simulation: Pick<Simulation, 'actors'>): Phase[] {
  const phases: Phase[] = [];
  for (const { path, snapshot } of simulation.actors) {
    const leaves = leavesOf(snapshot.value);
    if (path === 'simulation' && leaves.includes('restoring.over')) phases.push('over');
    if (
      path === 'simulation/icloudSync' &&
      leaves.some(
        (leaf) =>
          leaf === 'waiting' ||
          leaf.startsWith('syncing.stores.delivering') ||
          leaf.startsWith('syncing.stores.paused'),
      )
    )
      phases.push('sync');
    if (path === 'simulation/restore') {
      for (const leaf of leaves) {
        const phase = PHASE_OF_STATE[leaf] ?? PHASE_OF_STATE[leaf.split('.')[0] ?? ''];
        if (phase) phases.push(phase);
      }
    }
  }
  return phases;
}
