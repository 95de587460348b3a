import { MINUTE } from '../src/model/time.ts';

/** Simulated durations in milliseconds. No source gives them; they only order the steps and never decide anything. */
export const TIMING = {
  erase: 3 * MINUTE,
  activate: 20_000,
  loadList: 4_000,
  update: 25 * MINUTE,
  readBackup: 30_000,
  compare: 10_000,
  judgeCategory: 2_000,
  place: 12 * MINUTE,
  stage: 15_000,
  boot: 90_000,
  migrate: MINUTE,
  syncWakesUp: 2 * MINUTE,
} as const;
