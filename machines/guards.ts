import { SIGN_IN_GUARDS } from './account-sign-in/account-sign-in.guards.ts';
import { LISTING_GUARDS } from './backup-listing/backup-listing.guards.ts';
import { CONNECTION_GUARDS } from './connection/connection.setup.ts';
import { DOWNLOAD_GUARDS } from './content-download/content-download.guards.ts';
import { ELIGIBILITY_GUARDS } from './eligibility/eligibility.setup.ts';
import { ENROLMENT_GUARDS } from './enrolment/enrolment.guards.ts';
import type { Guard } from './guard.ts';
import { SYNC_GUARDS } from './icloud-sync/icloud-sync.guards.ts';
import type { MachineId } from './machines.ts';
import { QUICK_START_GUARDS } from './quick-start/quick-start.guards.ts';
import { RESTART_GUARDS } from './restart/restart.setup.ts';
import { RESTORE_GUARDS } from './restore/restore.guards.ts';
import { SIMULATION_GUARDS } from './simulation/simulation.guards.ts';

/** A guard for whoever has its params from the transition it stands on. */
export type AnyGuard = Guard<never, never>;

/** Every guard of every machine; the same name may ask for something else in another machine. */
export const GUARDS: Readonly<Record<MachineId, Readonly<Record<string, AnyGuard>>>> = {
  simulation: SIMULATION_GUARDS,
  connection: CONNECTION_GUARDS,
  restore: RESTORE_GUARDS,
  quickStart: QUICK_START_GUARDS,
  accountSignIn: SIGN_IN_GUARDS,
  backupListing: LISTING_GUARDS,
  eligibility: ELIGIBILITY_GUARDS,
  restart: RESTART_GUARDS,
  enrolment: ENROLMENT_GUARDS,
  contentDownload: DOWNLOAD_GUARDS,
  icloudSync: SYNC_GUARDS,
};

/** A guard by the names that a journal gives it; `undefined` for a journal that knows other machines. */
export const guardNamed = (machine: string, name: string): AnyGuard | undefined =>
  (GUARDS as Readonly<Record<string, Readonly<Record<string, AnyGuard>>>>)[machine]?.[name];
