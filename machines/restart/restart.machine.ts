import { momentOf } from '../events.ts';
import { TIMING } from '../timing.ts';
import { type RestartOutput, restartSetup } from './restart.setup.ts';

/** The restart in the middle of a restore: staged data are moved into place, then migrated. */
export const restartMachine = restartSetup.createMachine({
  id: 'restart',
  tags: 'behind-the-screen',
  context: ({ input }) => ({ file: input.file, dueAtMs: null, forced: false }),
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
      on: {
        'clock.moved': { guard: 'isDue', target: 'migrating' },
        'phone.froze': 'frozen',
        'restart.forced': { actions: 'noteForced', target: 'booting', reenter: true },
      },
    },
    migrating: {
      meta: { says: 'Settings, accounts and keychain are taken over', gate: 'placement', screen: 'restarting' },
      entry: { type: 'waitFor', params: { ms: TIMING.migrateMs } },
      on: {
        'clock.moved': { guard: 'isDue', target: 'done' },
        'phone.froze': 'frozen',
        'restart.forced': { actions: 'noteForced', target: 'booting' },
      },
    },
    // By a report a forced restart lets it go on from here; what it leaves of the data is told by nobody.
    frozen: {
      meta: {
        says: 'It stands still in the middle of the restart',
        gate: 'placement',
        screen: 'restoring-frozen',
        usual: ['restart.forced'],
        shows: ['D17'],
      },
      entry: 'stopWaiting',
      on: { 'restart.forced': { actions: 'noteForced', target: 'booting' } },
    },
    done: {
      type: 'final',
      entry: 'stopWaiting',
      output: ({ context, event }) => ({ at: momentOf(event), left: 'done', forced: context.forced }),
    },
    notMoved: {
      type: 'final',
      entry: ['stopWaiting', 'raiseNotMoved'],
      output: ({ event }) => ({ at: momentOf(event), left: 'not-moved', forced: false }),
    },
    stagingLeft: {
      type: 'final',
      entry: ['stopWaiting', 'raiseNotMoved'],
      output: ({ event }) => ({ at: momentOf(event), left: 'staging-left', forced: false }),
    },
  },
  output: ({ event }) => event.output as RestartOutput,
});
