import { must } from '../../src/model/must.ts';
import { momentOf } from '../events.ts';
import { connectionAtFirst } from '../connection/connection.setup.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { simulationSetup } from './simulation.setup.ts';

/** Sync is told of Wi-Fi and of the network; what it is never told of power, it may not believe to know either. */
const syncConnectionAtFirst = (file: CaseFile) => {
  const { wifi, network } = connectionAtFirst(file);
  return { wifi, network };
};

/** What can be done with the phone once the restore is over, whether or not an organisation has a say on it. */
const over = simulationSetup.createStateConfig({
  tags: 'phase:over',
  meta: { says: 'The restore is over; no second phase follows', shows: ['A3', 'A6', 'A12c'] },
  initial: 'unmanaged',
  on: {
    'store.passwordEntered': {
      guard: { type: 'accountWasSkipped', params: ({ event }) => event },
      actions: { type: 'acceptStorePassword', params: ({ event }) => event },
    },
    'app.loggedIn': {
      guard: { type: 'appOpens', params: ({ event }) => event },
      actions: { type: 'logIn', params: ({ event }) => event },
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
    'app.signedOut': {
      guard: { type: 'appLetsSignOut', params: ({ event }) => event },
      actions: { type: 'signOut', params: ({ event }) => event },
    },
    'app.ownBackupRestored': {
      guard: { type: 'ownBackupOpens', params: ({ event }) => event },
      actions: { type: 'restoreOwnBackup', params: ({ event }) => event },
    },
    'app.transferred': {
      guard: { type: 'transferCanRun', params: ({ event }) => event },
      actions: { type: 'moveOwnData', params: ({ event }) => event },
    },
    'app.sentEmptyState': {
      guard: { type: 'appIsHalfRestored', params: ({ event }) => event },
      actions: { type: 'emptyServer', params: ({ event }) => event },
    },
    'room.freed': { guard: 'isFull', actions: 'makeRoom' },
    'connection.wifi': { actions: { type: 'passToSync', params: ({ event }) => event } },
    'connection.network': { actions: { type: 'passToSync', params: ({ event }) => event } },
    'settings.signedIn': {
      guard: { type: 'maySignInNow', params: ({ event }) => event },
      actions: { type: 'signIn', params: ({ event }) => event },
    },
    'settings.signedOut': {
      guard: { type: 'maySignOut', params: ({ event }) => event },
      actions: { type: 'signOutOfAccount', params: ({ event }) => event },
    },
  },
  states: {
    unmanaged: { meta: { says: 'The restore is over; no second phase follows' } },
    underManagement: {
      meta: { says: 'The restore is over; an organisation has a say on the phone', shows: ['D15'] },
      invoke: {
        id: 'enrolment',
        src: 'enrolment',
        input: ({ context }) => ({
          file: context.file,
          situation: must(context.situation, 'what the restore left'),
          part: 'afterwards',
        }),
      },
      on: { 'enrolment.changed': { actions: { type: 'changeEnrolment', params: ({ event }) => event } } },
    },
  },
});

/** The root: one restore and iCloud sync side by side, and what the person does with the phone afterwards. */
export const simulationMachine = simulationSetup.createMachine({
  id: 'simulation',
  context: ({ input }) => ({
    file: input.file,
    attempt: 1,
    situation: null,
    situationAtFreeze: null,
    lacking: {},
  }),
  initial: 'restoring',
  on: {
    'parts.changed': { actions: { type: 'judgeUse', params: ({ event }) => event } },
    'screen.tapped': { actions: 'changeNothing' },
    'screen.locked': { actions: 'changeNothing' },
    'screen.unlocked': { actions: 'changeNothing' },
  },
  states: {
    restoring: {
      meta: { says: 'A restore, with iCloud sync beside it' },
      invoke: [
        {
          id: 'connection',
          src: 'connection',
          input: ({ context, event }) => ({ file: context.file, at: momentOf(event) }),
        },
        {
          id: 'icloudSync',
          src: 'icloudSync',
          systemId: 'icloudSync',
          input: ({ context, event }) => ({
            file: context.file,
            connection: syncConnectionAtFirst(context.file),
            at: momentOf(event),
          }),
        },
        {
          id: 'restore',
          src: 'restore',
          systemId: 'restore',
          input: ({ context, event }) => ({
            file: context.file,
            connection: connectionAtFirst(context.file),
            at: momentOf(event),
          }),
          onDone: [
            {
              guard: { type: 'managementGoesOn', params: ({ event }) => event.output },
              actions: [{ type: 'rememberEnd', params: ({ event }) => event.output }, 'tellOwnWays'],
              target: '.over.underManagement',
            },
            { actions: [{ type: 'rememberEnd', params: ({ event }) => event.output }, 'tellOwnWays'], target: '.over' },
          ],
        },
      ],
      initial: 'running',
      on: {
        'homeScreen.reached': {},
        'network.cut': { actions: { type: 'tellConnection', params: ({ event }) => event } },
        'attempt.began': {
          actions: { type: 'beginAttempt', params: ({ event }) => event },
          target: 'restoring',
          reenter: true,
        },
      },
      states: {
        running: {
          meta: { says: 'The restore runs' },
          on: {
            'connection.wifi': {
              actions: [
                { type: 'passToSync', params: ({ event }) => event },
                { type: 'passToRestore', params: ({ event }) => event },
              ],
            },
            'connection.network': {
              actions: [
                { type: 'passToSync', params: ({ event }) => event },
                { type: 'passToRestore', params: ({ event }) => event },
              ],
            },
            'connection.power': { actions: { type: 'passToRestore', params: ({ event }) => event } },
            'parts.changed': {
              actions: [
                { type: 'judgeUse', params: ({ event }) => event },
                { type: 'tellRestoreOfParts', params: ({ event }) => event },
              ],
            },
          },
        },
        over,
      },
    },
  },
});
