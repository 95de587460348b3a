import type { AnyStateMachine } from 'xstate';
import { accountSignInMachine } from './account-sign-in/account-sign-in.machine.ts';
import { backupListingMachine } from './backup-listing/backup-listing.machine.ts';
import { connectionMachine } from './connection/connection.machine.ts';
import { contentDownloadMachine } from './content-download/content-download.machine.ts';
import { eligibilityMachine } from './eligibility/eligibility.machine.ts';
import { enrolmentMachine } from './enrolment/enrolment.machine.ts';
import { icloudSyncMachine } from './icloud-sync/icloud-sync.machine.ts';
import { quickStartMachine } from './quick-start/quick-start.machine.ts';
import { restartMachine } from './restart/restart.machine.ts';
import { restoreMachine } from './restore/restore.machine.ts';
import { simulationMachine } from './simulation/simulation.machine.ts';

const BY_ID = {
  simulation: simulationMachine,
  connection: connectionMachine,
  restore: restoreMachine,
  quickStart: quickStartMachine,
  accountSignIn: accountSignInMachine,
  backupListing: backupListingMachine,
  eligibility: eligibilityMachine,
  restart: restartMachine,
  enrolment: enrolmentMachine,
  contentDownload: contentDownloadMachine,
  icloudSync: icloudSyncMachine,
};
export type MachineId = keyof typeof BY_ID;

/** Every machine of the house, under the last part of its actors' paths. */
export const MACHINES: Readonly<Record<string, AnyStateMachine>> = BY_ID;
