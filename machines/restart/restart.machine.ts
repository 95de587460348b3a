import { momentOf } from '../events.ts';
import { TIMING } from '../timing.ts';
import { type RestartOutput, restartSetup } from './restart.setup.ts';

/** The restart in the middle of a restore: staged data are moved into place, then migrated. */
export const restartMachine = restartSetup.createMachine({
  id: 'restart',
  tags: 'behind-the-screen',
  context: ({ input }) => ({ file: input.file, dueAtMs: null }),
  initial: 'staging',
  states: {
    staging: {
      tags: 'shows-restoring',
      meta: { says: 'The restored data lie ready beside the system', gate: 'placement', screen: 'restoring' },
      entry: { type: 'waitFor', params: { ms: TIMING.stageMs } },
      on: {
        'clock.moved': [
          { guard: 'stagingIsTaken', target: 'stagingLeft' },
          { guard: 'isDue', target: 'booting' },
        ],
        'move.failed': 'notMoved',
      },
    },
    booting: {
      meta: { says: 'The device restarts', gate: 'placement', screen: 'restarting', shows: ['C14'] },
      entry: { type: 'waitFor', params: { ms: TIMING.bootMs } },
      on: { 'clock.moved': { guard: 'isDue', target: 'migrating' } },
    },
    migrating: {
      meta: { says: 'Settings, accounts and keychain are taken over', gate: 'placement', screen: 'restarting' },
      entry: { type: 'waitFor', params: { ms: TIMING.migrateMs } },
      on: { 'clock.moved': { guard: 'isDue', target: 'done' } },
    },
    done: { type: 'final', entry: 'stopWaiting', output: ({ event }) => ({ at: momentOf(event), left: 'done' }) },
    notMoved: {
      type: 'final',
      entry: ['stopWaiting', 'raiseNotMoved'],
      output: ({ event }) => ({ at: momentOf(event), left: 'not-moved' }),
    },
    stagingLeft: {
      type: 'final',
      entry: ['stopWaiting', 'raiseNotMoved'],
      output: ({ event }) => ({ at: momentOf(event), left: 'staging-left' }),
    },
  },
  output: ({ event }) => event.output as RestartOutput,
});
