import { MISSING_PARTS } from '../connection/knows-connection.ts';
import { type DownloadOutput, downloadLeft, downloadSetup, nextBatch } from './content-download.setup.ts';

/** After the restart: content by kind, passwords by account, pauses without power or Wi-Fi, Stop Restoring. */
export const contentDownloadMachine = downloadSetup.createMachine({
  id: 'contentDownload',
  context: ({ input }) => ({
    file: input.file,
    situationAtFreeze: input.situationAtFreeze,
    situation: input.situation,
    connection: input.connection,
    done: 0,
    dueAtMs: null,
    remainingMs: null,
    lacking: input.lacking,
    asked: 0,
  }),
  initial: 'downloading',
  on: {
    'connection.*': { actions: { type: 'noteConnection', params: ({ event }) => event } },
    'parts.changed': { actions: { type: 'noteParts', params: ({ event }) => event } },
  },
  states: {
    downloading: {
      type: 'parallel',
      onDone: 'finished',
      on: {
        'stop.tapped': { guard: 'isCloudRestore', actions: 'closeAsStopped', target: 'stopped' },
        'app.loggedIn': {
          guard: { type: 'appOpens', params: ({ event }) => event },
          actions: { type: 'logIn', params: ({ event }) => event },
        },
        'app.signedOut': {
          guard: { type: 'appLetsSignOut', params: ({ event }) => event },
          actions: { type: 'signOut', params: ({ event }) => event },
        },
        'app.installed': {
          guard: { type: 'appCanBeInstalled', params: ({ event }) => event },
          actions: { type: 'installApp', params: ({ event }) => event },
        },
        'app.deleted': {
          guard: { type: 'appIsThere', params: ({ event }) => event },
          actions: { type: 'deleteApp', params: ({ event }) => event },
        },
        'app.offloaded': {
          guard: { type: 'appCanBeOffloaded', params: ({ event }) => event },
          actions: { type: 'offloadApp', params: ({ event }) => event },
        },
        'app.ownBackupRestored': {
          guard: { type: 'ownBackupOpens', params: ({ event }) => event },
          actions: { type: 'restoreOwnBackup', params: ({ event }) => event },
        },
        'app.transferred': {
          guard: { type: 'transferCanRun', params: ({ event }) => event },
          actions: { type: 'moveOwnData', params: ({ event }) => event },
        },
        'download.stuck': {
          guard: { type: 'appIsAhead', params: ({ event }) => event },
          actions: { type: 'standStill', params: ({ event }) => event },
        },
        'app.sentEmptyState': {
          guard: { type: 'appIsHalfRestored', params: ({ event }) => event },
          actions: { type: 'emptyServer', params: ({ event }) => event },
        },
        'room.ranOut': { guard: 'storeHasMore', actions: 'runOutOfRoom' },
        'room.freed': { guard: 'isFull', actions: 'makeRoom' },
        'story.ended': { actions: 'closeAsRunning' },
      },
      states: {
        content: {
          initial: 'choosing',
          states: {
            choosing: {
              always: [
                { guard: 'allFetched', target: 'allFetched' },
                { guard: 'networkCut', target: 'cutOff' },
                { guard: 'connected', target: 'fetching' },
                { target: 'paused' },
              ],
            },
            fetching: {
              tags: 'shows-restoring',
              meta: {
                says: 'Content comes down, kind by kind; the device can be used',
                gate: 'download',
                screen: 'home-restoring',
                shows: ['C14', 'C6', 'C16'],
              },
              entry: { type: 'waitForRest', params: nextBatch },
              always: { guard: 'disconnected', actions: 'holdUp', target: 'paused' },
              on: {
                'phone.froze': { actions: 'holdUp', target: 'frozen' },
                'restart.forced': { actions: 'holdUp', target: 'choosing' },
                'clock.moved': [
                  { guard: 'itemStopsIt', actions: 'closeAsBroken', target: '#contentDownload.broken' },
                  { guard: 'lastIsDue', actions: 'finishBatch', target: 'allFetched' },
                  { guard: 'isDue', actions: ['finishBatch', { type: 'waitForRest', params: nextBatch }] },
                ],
              },
            },
            paused: {
              tags: 'shows-restoring',
              meta: {
                says: 'Waits for power and Wi-Fi, and goes on where it stopped',
                gate: 'download',
                screen: 'home-paused',
                shows: ['C3', 'C15'],
              },
              type: 'parallel',
              always: { guard: 'connected', target: 'fetching' },
              on: { 'restart.forced': 'choosing' },
              states: MISSING_PARTS,
            },
            // A restored VPN is in the way. A restart leaves it so.
            cutOff: {
              tags: 'shows-restoring',
              meta: {
                says: 'Waits until the restored VPN that cuts the network is switched off',
                gate: 'download',
                screen: 'home-paused',
                usual: ['vpn.switchedOff'],
                shows: ['D4', 'D17'],
              },
              always: { guard: 'networkFree', target: 'choosing' },
              on: { 'restart.forced': 'choosing' },
            },
            // What has come stays; a restart or another network may help.
            frozen: {
              tags: 'shows-restoring',
              meta: {
                says: 'Icons wait and nothing comes, with power and Wi-Fi there',
                gate: 'download',
                screen: 'home-frozen',
                usual: ['restart.forced'],
                shows: ['D17'],
              },
              always: { guard: 'disconnected', target: 'paused' },
              on: { 'restart.forced': 'choosing' },
            },
            allFetched: { type: 'final' },
          },
        },
        accounts: {
          initial: 'checking',
          states: {
            checking: { always: [{ guard: 'someAccountLeft', target: 'asking' }, { target: 'allAsked' }] },
            asking: {
              meta: {
                says: 'Asks for the password of another store account',
                gate: 'download',
                screen: 'store-password',
                usual: ['store.passwordEntered', 'store.passwordSkipped'],
                shows: ['C13'],
              },
              entry: 'askForPassword',
              on: {
                'store.passwordEntered': {
                  guard: { type: 'passwordFits', params: ({ event }) => event },
                  actions: [{ type: 'acceptPassword', params: ({ event }) => event }, 'nextAccount'],
                  target: 'checking',
                },
                'store.passwordSkipped': {
                  guard: { type: 'asksThisAccount', params: ({ event }) => event },
                  actions: [{ type: 'skipPassword', params: ({ event }) => event }, 'nextAccount'],
                  target: 'checking',
                },
              },
            },
            allAsked: {
              type: 'final',
            },
          },
        },
      },
    },
    finished: { type: 'final', output: downloadLeft('finished') },
    stopped: { type: 'final', output: downloadLeft('stopped') },
    broken: { type: 'final', output: downloadLeft('broken') },
  },
  output: ({ event }) => event.output as DownloadOutput,
});
