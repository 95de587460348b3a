import { TIMING } from '../timing.ts';
import { giveUp, restoreSetup } from './restore.setup.ts';

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
    activated: { always: [{ guard: 'isActivationLocked', target: 'locked' }, { target: 'passcode' }] },
    locked: {
      meta: {
        says: 'The device belongs to an account whose password is asked',
        gate: 'sign-in',
        screen: 'activation-lock',
        usual: ['activation.unlocked', 'person.gaveUp'],
      },
      entry: 'raiseActivationLock',
      exit: 'clearActivationLock',
      on: {
        'activation.unlocked': { guard: 'activationPasswordKnown', target: 'passcode' },
        'person.gaveUp': giveUp('activation-lock'),
      },
    },
    passcode: {
      meta: {
        says: 'A passcode is chosen, or not',
        gate: 'sign-in',
        screen: 'passcode',
        usual: ['passcode.chosen', 'passcode.skipped'],
      },
      on: {
        'passcode.chosen': { actions: 'setPasscode', target: 'appsAndData' },
        'passcode.skipped': { actions: 'skipPasscode', target: 'appsAndData' },
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
        'setup.asNew': { actions: 'blockChoice', target: '#restore.setUpAsNew' },
        'person.gaveUp': { actions: 'blockChoice', target: '#restore.neverStarted' },
      },
    },
  },
});
