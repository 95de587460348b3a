import { momentOf } from '../events.ts';
import { simulationSetup, surroundingsOf } from './simulation.setup.ts';

/** The root: one restore and iCloud sync side by side, and what the person does with the phone afterwards. */
export const simulationMachine = simulationSetup.createMachine({
  id: 'simulation',
  context: ({ input }) => ({
    file: input.file,
    attempt: 1,
    ...surroundingsOf(input.file),
    situation: null,
    situationAtFreeze: null,
  }),
  initial: 'restoring',
  on: {
    'wifi.lost': { guard: 'wifiIsOn', actions: 'loseWifi' },
    'wifi.back': { guard: 'wifiIsOff', actions: 'regainWifi' },
    'power.lost': { guard: 'powerIsOn', actions: 'losePower' },
    'power.back': { guard: 'powerIsOff', actions: 'regainPower' },
    'screen.tapped': { actions: 'changeNothing' },
    'screen.locked': { actions: 'changeNothing' },
    'screen.unlocked': { actions: 'changeNothing' },
  },
  states: {
    restoring: {
      meta: { says: 'A restore, with iCloud sync beside it' },
      invoke: [
        {
          id: 'icloudSync',
          src: 'icloudSync',
          systemId: 'icloudSync',
          input: ({ context, event }) => ({ file: context.file, wifi: context.wifi, at: momentOf(event) }),
        },
        {
          id: 'restore',
          src: 'restore',
          systemId: 'restore',
          input: ({ context, event }) => ({
            file: context.file,
            wifi: context.wifi,
            power: context.power,
            at: momentOf(event),
          }),
          onDone: { actions: { type: 'rememberEnd', params: ({ event }) => event.output }, target: '.over' },
        },
      ],
      initial: 'running',
      on: {
        'homeScreen.reached': {},
        'attempt.began': {
          actions: { type: 'beginAttempt', params: ({ event }) => event },
          target: 'restoring',
          reenter: true,
        },
      },
      states: {
        running: { meta: { says: 'The restore runs' } },
        over: {
          tags: 'phase:over',
          meta: { says: 'The restore is over; no second phase follows', shows: ['A3', 'A6', 'A12c'] },
          on: {
            'store.passwordEntered': {
              guard: { type: 'accountWasSkipped', params: ({ event }) => event },
              actions: { type: 'acceptStorePassword', params: ({ event }) => event },
            },
            'app.loggedIn': { guard: 'restoreBroughtApps', actions: { type: 'logIn', params: ({ event }) => event } },
            'settings.signedIn': {
              guard: { type: 'passwordKnown', params: ({ event }) => event },
              actions: { type: 'tellSync', params: ({ event }) => event },
            },
          },
        },
      },
    },
  },
});
