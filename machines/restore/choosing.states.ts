import { routeOf } from '../../src/rulebook/case/situation.ts';
import { momentOf } from '../events.ts';
import { restoreSetup } from './restore.setup.ts';

/** Whose backup, and which: the sign-in, then the list. Back leads to the stage before. */
export const choosing = restoreSetup.createStateConfig({
  initial: 'accountSignIn',
  states: {
    accountSignIn: {
      tags: 'phase:sign-in',
      meta: { says: 'Sign-in with an Apple Account', gate: 'sign-in', shows: ['C5c'] },
      invoke: {
        id: 'accountSignIn',
        src: 'accountSignIn',
        input: ({ context: { file, situation }, event }) => ({ file, situation, at: momentOf(event) }),
        onDone: [
          {
            guard: { type: 'signedIn', params: ({ event }) => event.output },
            actions: { type: 'rememberAccount', params: ({ event }) => event.output },
            target: 'backupListing',
          },
          {
            guard: { type: 'signInLeftBack', params: ({ event }) => event.output },
            actions: 'forgetWay',
            target: '#restore.setUp.appsAndData',
          },
          { actions: { type: 'block', params: { because: 'sign-in' } }, target: '#restore.neverStarted' },
        ],
      },
    },
    backupListing: {
      tags: 'phase:listing',
      meta: { says: 'The backups that can be seen here', gate: 'listing', shows: ['C4', 'C7'] },
      invoke: {
        id: 'backupListing',
        src: 'backupListing',
        input: ({ context, event }) => ({
          file: context.file,
          account: context.situation.account,
          ios: context.situation.ios,
          route: routeOf(context.file, context.situation),
          at: momentOf(event),
        }),
        onDone: [
          {
            guard: { type: 'backupChosen', params: ({ event }) => event.output },
            actions: { type: 'rememberBackup', params: ({ event }) => event.output },
            target: '#restore.preconditions',
          },
          {
            guard: { type: 'listingLeftBack', params: ({ event }) => event.output },
            actions: { type: 'leaveListing', params: ({ event }) => event.output },
            target: 'accountSignIn',
          },
          {
            guard: { type: 'computerListingLeftBack', params: ({ event }) => event.output },
            actions: { type: 'leaveListing', params: ({ event }) => event.output },
            target: '#restore.starting',
          },
          {
            guard: { type: 'setUpAsNewInstead', params: ({ event }) => event.output },
            actions: { type: 'rememberReason', params: ({ event }) => event.output },
            target: '#restore.enrolling',
          },
          {
            guard: { type: 'listingLeftAsNew', params: ({ event }) => event.output },
            actions: { type: 'rememberReason', params: ({ event }) => event.output },
            target: '#restore.setUpAsNew',
          },
          { actions: { type: 'rememberReason', params: ({ event }) => event.output }, target: '#restore.neverStarted' },
        ],
      },
    },
  },
});
