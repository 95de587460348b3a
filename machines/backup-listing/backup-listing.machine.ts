import { TIMING } from '../timing.ts';
import { listingLeft, leaveWithBackup, type ListingOutput, listingSetup } from './backup-listing.setup.ts';

/**
 * The list of backups: newest first, dimmed rows, a password for an encrypted one, an update for one that is too
 * new.
 */
export const backupListingMachine = listingSetup.createMachine({
  id: 'backupListing',
  context: ({ input }) => ({
    file: input.file,
    account: input.account,
    ios: input.ios,
    route: input.route,
    backup: null,
    dueAtMs: null,
  }),
  initial: 'loading',
  states: {
    loading: {
      meta: { says: 'The list is being fetched', gate: 'listing', screen: 'backup-list-loading', shows: ['C4'] },
      entry: { type: 'waitFor', params: { ms: TIMING.loadListMs } },
      exit: 'stopWaiting',
      on: { 'clock.moved': { guard: 'isDue', target: 'loaded' } },
    },
    loaded: { always: [{ guard: 'somethingUsable', target: 'showing' }, { target: 'nothingUsable' }] },
    showing: {
      meta: {
        says: 'At least one backup can be chosen',
        gate: 'listing',
        screen: 'backup-list',
        usual: ['backup.chosen'],
        shows: ['C4', 'C7'],
      },
      on: {
        'backup.chosen': [
          {
            guard: { type: 'isUsableAndLocked', params: ({ event }) => event },
            actions: { type: 'rememberBackup', params: ({ event }) => event },
            target: 'askingPassword',
          },
          {
            guard: { type: 'isUsable', params: ({ event }) => event },
            actions: { type: 'rememberBackup', params: ({ event }) => event },
            target: 'chosen',
          },
        ],
        'update.requested': { guard: 'updateWouldHelp', target: 'updating' },
        back: 'wentBack',
        'setup.asNew': 'setUpAsNew',
        'person.gaveUp': 'gaveUp',
      },
    },
    nothingUsable: {
      meta: {
        says: 'The list is empty or dimmed',
        gate: 'listing',
        screen: 'backup-list',
        usual: ['update.requested', 'person.gaveUp'],
        shows: ['C5a', 'C5b', 'C5c', 'C5d'],
      },
      entry: 'raiseNothing',
      exit: 'clearNothing',
      on: {
        'update.requested': { guard: 'updateWouldHelp', target: 'updating' },
        back: 'wentBack',
        'setup.asNew': 'setUpAsNew',
        'person.gaveUp': 'gaveUp',
      },
    },
    updating: {
      meta: {
        says: 'The device is brought to its newest iOS',
        gate: 'listing',
        screen: 'updating',
        shows: ['C5b', 'C9'],
      },
      entry: [{ type: 'waitFor', params: { ms: TIMING.updateMs } }, 'raiseUpdateNeeded'],
      exit: 'clearUpdateNeeded',
      on: { 'clock.moved': { guard: 'isDue', actions: 'finishUpdate', target: 'loading' } },
    },
    askingPassword: {
      meta: {
        says: 'Asks for the password of the encrypted backup',
        gate: 'listing',
        screen: 'backup-password',
        usual: ['backup.passwordEntered', 'person.gaveUp'],
      },
      entry: 'askForPassword',
      initial: 'waiting',
      states: { waiting: {}, wrong: { entry: 'raiseWrongPassword', exit: 'clearWrongPassword' } },
      on: {
        'backup.passwordEntered': [
          {
            guard: { type: 'backupPasswordFits', params: ({ event }) => event },
            actions: 'passwordGiven',
            target: 'chosen',
          },
          { actions: 'passwordWrong', target: '.wrong', reenter: false },
        ],
        back: { actions: 'passwordSkipped', target: 'showing' },
        'person.gaveUp': { actions: 'passwordSkipped', target: 'gaveUp' },
      },
    },
    chosen: { type: 'final', output: leaveWithBackup },
    wentBack: { type: 'final', output: listingLeft('back') },
    setUpAsNew: { type: 'final', output: listingLeft('set-up-as-new') },
    gaveUp: { type: 'final', output: listingLeft('gave-up') },
  },
  output: ({ event }) => event.output as ListingOutput,
});
