import { MINUTE } from '../src/model/time.ts';

/** Simulated durations. No source gives them; they only order the steps and never decide anything. */
export const TIMING = {
  /** Sourced: the security delay of Stolen Device Protection. */
  securityDelayMs: 60 * MINUTE,
  secondLookMs: MINUTE,
  eraseMs: 3 * MINUTE,
  activateMs: 20_000,
  loadListMs: 4_000,
  updateMs: 25 * MINUTE,
  readBackupMs: 30_000,
  compareMs: 10_000,
  judgeCategoryMs: 2_000,
  placeMs: 12 * MINUTE,
  stageMs: 15_000,
  bootMs: 90_000,
  migrateMs: MINUTE,
  enrolMs: 2 * MINUTE,
  syncWakesUpMs: 2 * MINUTE,
} as const;
