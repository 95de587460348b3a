import { MISSING_PARTS } from '../connection/knows-connection.ts';
import { TIMING } from '../timing.ts';
import { restoreSetup } from './restore.setup.ts';

const MOVE_BROKEN_OFF = {
  guard: 'isDirectRoute',
  actions: ['raiseMoveBrokenOff', { type: 'block', params: { because: 'move-broken-off' } }],
  target: '#restore.failed',
} as const;

/** Settings and accounts come first. It stands still without a connection and goes on where it stopped. */
export const placing = restoreSetup.createStateConfig({
  tags: 'phase:placement',
  initial: 'choosing',
  states: {
    choosing: { always: [{ guard: 'connected', target: 'copying' }, { target: 'paused' }] },
    copying: {
      tags: 'shows-restoring',
      meta: {
        says: 'Settings and accounts are put in place first',
        gate: 'placement',
        screen: 'restoring',
        shows: ['C14'],
      },
      entry: { type: 'waitForRest', params: { ms: TIMING.placeMs } },
      always: { guard: 'disconnected', actions: 'holdUp', target: 'paused' },
      on: {
        'clock.moved': [
          {
            guard: 'itemStopsPlacement',
            actions: ['stopWaiting', 'raiseItemStopped', { type: 'block', params: { because: 'bad-item' } }],
            target: '#restore.failed',
          },
          { guard: 'personHasToRestart', actions: 'stopWaiting', target: '#restore.awaitingRestart' },
          { guard: 'isDue', actions: 'stopWaiting', target: '#restore.restarting' },
        ],
        'phone.froze': { guard: 'isCloudRoute', actions: 'holdUp', target: 'frozen' },
        'restart.forced': { guard: 'isCloudRoute', actions: 'forgetRest', target: 'choosing' },
        'computer.disconnected': {
          guard: 'isComputerRoute',
          actions: ['raiseDisconnected', { type: 'block', params: { because: 'disconnected' } }],
          target: '#restore.failed',
        },
        'computer.stopped': {
          guard: 'isComputerRoute',
          actions: ['raiseComputerError', { type: 'block', params: { because: 'computer-error' } }],
          target: '#restore.failed',
        },
        'phones.parted': MOVE_BROKEN_OFF,
        'transfer.cancelled': MOVE_BROKEN_OFF,
      },
    },
    paused: {
      tags: 'shows-restoring',
      meta: {
        says: 'Waits for power and Wi-Fi, and goes on where it stopped',
        gate: 'placement',
        screen: 'restoring-paused',
        shows: ['C3', 'C15'],
      },
      type: 'parallel',
      always: { guard: 'connected', target: 'copying' },
      on: { 'restart.forced': { guard: 'isCloudRoute', actions: 'forgetRest', target: 'choosing' } },
      states: MISSING_PARTS,
    },
    // A restart or another network may help. How much is done again after a restart is told by nobody: all of it.
    frozen: {
      tags: 'shows-restoring',
      meta: {
        says: 'It stands still, with power and Wi-Fi there',
        gate: 'placement',
        screen: 'restoring-frozen',
        usual: ['restart.forced'],
        shows: ['D17'],
      },
      always: { guard: 'disconnected', target: 'paused' },
      on: { 'restart.forced': { actions: 'forgetRest', target: 'choosing' } },
    },
  },
});
