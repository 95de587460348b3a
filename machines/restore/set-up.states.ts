import { TIMING } from '../timing.ts';
import { giveUp, restoreSetup } from './restore.setup.ts';

/** Nothing is restored. Where an organisation has a say, Setup still comes to it. */
const SET_UP_AS_NEW = [
  { guard: 'managementMatters', actions: 'blockChoice', target: '#restore.enrolling' },
  { actions: 'blockChoice', target: '#restore.setUpAsNew' },
] as const;

/** Setup Assistant, from the first greeting to the question where the data shall come from. */
export const setUp = restoreSetup.createStateConfig({
  tags: 'phase:set-up',
  initial: 'hello',
  states: {
    hello: {
      meta: {
        says: 'Hello, language and region',
        gate: 'sign-in',
        screen: 'hello',
        usual: ['quickStart.begun', 'setup.started'],
      },
      on: {
        'quickStart.begun': { guard: 'quickStartPageShown', target: '#restore.quickStart' },
        'setup.started': 'wifi',
        'person.gaveUp': giveUp('given-up'),
      },
    },
    wifi: {
      meta: { says: 'A Wi-Fi network is chosen', gate: 'sign-in', screen: 'wifi', usual: ['wifi.joined'] },
      on: {
        'wifi.joined': { guard: 'wifiIsOn', target: 'activating' },
        'person.gaveUp': giveUp('given-up'),
      },
    },
    activating: {
      meta: { says: 'The device is activated', gate: 'sign-in', screen: 'activating' },
      entry: { type: 'waitFor', params: { ms: TIMING.activateMs } },
      exit: 'stopWaiting',
      on: { 'clock.moved': { guard: 'isDue', target: 'activated' } },
    },
    activated: {
      always: [
        { guard: 'isActivationLocked', target: 'locked' },
        { guard: 'passcodePageHidden', target: 'withoutPasscodePage' },
        { target: 'passcode' },
      ],
    },
    locked: {
      meta: {
        says: 'The device belongs to an account whose password is asked',
        gate: 'sign-in',
        screen: 'activation-lock',
        usual: ['activation.unlocked', 'activation.codeEntered', 'person.gaveUp'],
      },
      entry: 'raiseActivationLock',
      exit: 'clearActivationLock',
      on: {
        'activation.unlocked': [
          { guard: 'opensWithoutPasscodePage', target: 'withoutPasscodePage' },
          { guard: 'activationPasswordKnown', target: 'passcode' },
        ],
        'activation.codeEntered': [
          { guard: 'codeCountsWithoutPasscodePage', target: 'withoutPasscodePage' },
          { guard: 'codeCounts', target: 'passcode' },
        ],
        'person.gaveUp': giveUp('activation-lock'),
      },
    },
    // OG-20: a hidden page is not on the screen, which is not the same as being declined.
    withoutPasscodePage: {
      entry: 'skipPasscode',
      always: [{ guard: 'restorePageHidden', target: 'goingOn' }, { target: 'appsAndData' }],
    },
    passcode: {
      meta: {
        says: 'A passcode is chosen, or not',
        gate: 'sign-in',
        screen: 'passcode',
        usual: ['passcode.chosen', 'passcode.skipped'],
      },
      on: {
        'passcode.chosen': [
          { guard: 'restorePageHidden', actions: 'setPasscode', target: 'goingOn' },
          { actions: 'setPasscode', target: 'appsAndData' },
        ],
        'passcode.skipped': [
          { guard: 'restorePageHidden', actions: 'skipPasscode', target: 'goingOn' },
          { actions: 'skipPasscode', target: 'appsAndData' },
        ],
      },
    },
    goingOn: {
      meta: {
        says: 'The page on which a backup could be chosen is hidden by the organisation; Setup goes on without it',
        gate: 'sign-in',
        screen: 'setup-goes-on',
        usual: ['setup.asNew'],
        shows: ['D15'],
      },
      on: {
        'setup.asNew': SET_UP_AS_NEW,
        'person.gaveUp': { actions: 'blockChoice', target: '#restore.neverStarted' },
      },
    },
    appsAndData: {
      meta: {
        says: 'Where the data shall come from',
        gate: 'sign-in',
        screen: 'apps-and-data',
        usual: ['route.chosen', 'setup.asNew'],
      },
      on: {
        'route.chosen': [
          { guard: 'cloudChoiceShown', target: '#restore.choosing.accountSignIn' },
          { guard: 'computerChoiceShown', target: '#restore.choosing.backupListing' },
          { guard: 'directChoiceOfJoined', target: '#restore.moving' },
          { guard: 'directChoiceShown', target: '#restore.quickStartLater' },
        ],
        'cloud.chosen': { guard: 'cloudInstead', actions: 'takeCloud', target: '#restore.choosing.accountSignIn' },
        'setup.asNew': SET_UP_AS_NEW,
        'person.gaveUp': { actions: 'blockChoice', target: '#restore.neverStarted' },
      },
    },
  },
});
