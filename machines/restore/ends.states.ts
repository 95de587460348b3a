import { end } from './restore.actions.ts';
import { restoreSetup } from './restore.setup.ts';

/** The five ends. Nothing leads out of them; the next attempt is another restore. */
export const completed = restoreSetup.createStateConfig({
  type: 'final',
  tags: 'shows-success',
  meta: { says: 'Finished; nothing in the backup was left out', screen: 'home-done', shows: ['A4', 'A5'] },
  entry: { type: 'reportEnd', params: { outcome: 'completed' } },
  output: end('completed'),
});

export const completedWithExclusions = restoreSetup.createStateConfig({
  type: 'final',
  tags: 'shows-success',
  meta: { says: 'Finished; by rule, some data did not return', screen: 'home-done', shows: ['A1', 'A4', 'A5'] },
  entry: { type: 'reportEnd', params: { outcome: 'completed-with-exclusions' } },
  output: end('completed-with-exclusions'),
});

export const stopped = restoreSetup.createStateConfig({
  type: 'final',
  tags: 'shows-success',
  meta: { says: 'Stop Restoring was tapped', screen: 'home-done', shows: ['A5', 'C6'] },
  entry: { type: 'reportEnd', params: { outcome: 'stopped' } },
  output: end('stopped'),
});

export const failed = restoreSetup.createStateConfig({
  type: 'final',
  meta: { says: 'The restore broke off with an error', screen: 'failed', shows: ['A5', 'A11'] },
  entry: 'closeFailed',
  output: end('failed'),
});

/** Refused or left while the device was in use: everything on it is as it was. */
export const untouched = restoreSetup.createStateConfig({
  type: 'final',
  meta: { says: 'No restore began, and the device is as it was', screen: 'home', shows: ['D1'] },
  entry: 'closeUnbegun',
  output: end('never-started'),
});

export const stillLocked = restoreSetup.createStateConfig({
  type: 'final',
  meta: { says: 'Nobody got into the device, and it is as it was', screen: 'locked-out', shows: ['D1'] },
  entry: 'closeUnbegun',
  output: end('never-started'),
});

export const setUpAsNew = restoreSetup.createStateConfig({
  type: 'final',
  meta: { says: 'Set up as new, with nothing restored', screen: 'home-new', shows: ['D1', 'A5'] },
  entry: 'closeUnbegun',
  output: end('never-started'),
});

/** It failed after the Home Screen: what had arrived stays, and what had not has been judged. */
export const brokenOff = restoreSetup.createStateConfig({
  type: 'final',
  meta: { says: 'The restore broke off at an item; what had arrived stays', screen: 'home-done', shows: ['A5', 'D7'] },
  entry: 'reportBroken',
  output: end('failed'),
});

export const neverStarted = restoreSetup.createStateConfig({
  type: 'final',
  meta: { says: 'No restore began', screen: 'hello', shows: ['A5', 'B9'] },
  entry: 'closeUnbegun',
  output: end('never-started'),
});
