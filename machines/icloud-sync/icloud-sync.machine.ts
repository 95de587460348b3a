import { TIMING } from '../timing.ts';
import { nextService, syncSetup } from './icloud-sync.setup.ts';

/**
 * iCloud sync, a sibling of the restore with its own timeline: each service whose switch is on delivers its own
 * copy.
 */
export const icloudSyncMachine = syncSetup.createMachine({
  id: 'icloudSync',
  tags: 'behind-the-screen',
  context: ({ input }) => ({
    file: input.file,
    situation: null,
    restoreRan: false,
    keychainPasscode: 'not-asked',
    connection: input.connection,
    done: 0,
    dueAtMs: null,
    remainingMs: null,
  }),
  initial: 'off',
  on: {
    'connection.*': { actions: { type: 'noteConnection', params: ({ event }) => event } },
    'account.left': { actions: { type: 'forgetAccount', params: ({ event }) => event }, target: '.off' },
  },
  states: {
    off: {
      meta: { says: 'Nobody is signed in, or the Home Screen has not been reached', gate: 'sync', shows: ['A12a'] },
      on: {
        'homeScreen.reached': {
          guard: { type: 'signedIn', params: ({ event }) => event },
          actions: { type: 'rememberSituation', params: ({ event }) => event },
          target: 'waiting',
        },
      },
    },
    waiting: {
      tags: 'phase:sync',
      meta: { says: 'Signed in; the services wake up on their own', gate: 'sync', shows: ['A12a', 'A12c'] },
      entry: { type: 'waitFor', params: { ms: TIMING.syncWakesUpMs } },
      exit: 'stopWaiting',
      on: { 'clock.moved': { guard: 'isDue', target: 'syncing' } },
    },
    syncing: {
      type: 'parallel',
      entry: 'explainTheRest',
      states: {
        stores: {
          initial: 'choosing',
          states: {
            choosing: {
              always: [
                { guard: 'allDelivered', target: 'current' },
                { guard: 'connected', target: 'delivering' },
                { target: 'paused' },
              ],
            },
            delivering: {
              tags: 'phase:sync',
              meta: {
                says: 'One service after the other delivers its copy',
                gate: 'sync',
                shows: ['A12a', 'B4', 'B5b'],
              },
              entry: { type: 'waitForRest', params: nextService },
              always: { guard: 'disconnected', actions: 'holdUp', target: 'paused' },
              on: {
                'clock.moved': [
                  { guard: 'lastIsDue', actions: 'deliverService', target: 'current' },
                  { guard: 'isDue', actions: ['deliverService', { type: 'waitForRest', params: nextService }] },
                ],
              },
            },
            paused: {
              tags: 'phase:sync',
              meta: {
                says: 'Waits for Wi-Fi that lets something through',
                gate: 'sync',
                usual: ['vpn.switchedOff'],
              },
              always: { guard: 'connected', target: 'choosing' },
            },
            current: {
              meta: { says: 'Every service that is open has delivered what it holds', gate: 'sync', shows: ['A12b'] },
              always: { guard: 'somethingToDeliver', target: 'choosing' },
            },
          },
        },
        // One answer for all that is encrypted from end to end, whether or not passwords are kept in the keychain.
        chain: {
          initial: 'checking',
          states: {
            checking: { always: [{ guard: 'somethingSealed', target: 'asking' }, { target: 'settled' }] },
            asking: {
              tags: 'phase:sync',
              meta: {
                says: 'iCloud asks for the passcode of an older device, which opens what only own devices can read',
                gate: 'sync',
                screen: 'keychain-passcode',
                usual: ['keychain.passcodeEntered', 'keychain.passcodeSkipped'],
                shows: ['D11'],
              },
              entry: 'askForPasscode',
              on: {
                'keychain.passcodeEntered': { guard: 'passcodeKnown', actions: 'openChain', target: 'settled' },
                'keychain.passcodeSkipped': { actions: 'skipPasscode', target: 'skipped' },
                'endToEnd.recovered': { guard: 'recoveryAvailable', actions: 'openChain', target: 'settled' },
                'endToEnd.reset': { actions: 'resetSealed', target: 'settled' },
                'account.left': {
                  actions: ['skipPasscode', { type: 'forgetAccount', params: ({ event }) => event }],
                  target: '#icloudSync.off',
                },
              },
            },
            skipped: {
              tags: 'phase:sync',
              meta: { says: 'The passcode can still be given later', gate: 'sync' },
              on: {
                'keychain.passcodeEntered': { guard: 'passcodeKnown', actions: 'openChain', target: 'settled' },
                'endToEnd.recovered': { guard: 'recoveryAvailable', actions: 'openChain', target: 'settled' },
                'endToEnd.reset': { actions: 'resetSealed', target: 'settled' },
              },
            },
            settled: {},
          },
        },
      },
    },
  },
});
