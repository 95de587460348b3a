import { momentOf } from '../events.ts';
import { TIMING } from '../timing.ts';
import { type EnrolmentOutput, enrolmentSetup } from './enrolment.setup.ts';

/**
 * The organisation as an actor: what Setup asks after the restore or without one, and what can be done about it later.
 *
 * It is asked for only where an organisation has a say. In Setup it decides once and ends; with the finished phone in
 * hand it stays as long as the attempt does, for a profile can be removed and a phone retired or enrolled on any day.
 */
export const enrolmentMachine = enrolmentSetup.createMachine({
  id: 'enrolment',
  context: ({ input }) => ({ file: input.file, situation: input.situation, part: input.part, dueAtMs: null }),
  initial: 'beginning',
  states: {
    beginning: {
      always: [
        { guard: 'isAfterwards', target: 'afterwards' },
        { guard: 'returnsByItself', target: 'enrolling' },
        { guard: 'returnsWithoutProfile', actions: { type: 'settle', params: { as: 'missing' } }, target: 'settled' },
        { guard: 'comesToThePage', target: 'remoteManagement' },
        { actions: 'settleAsRestored', target: 'settled' },
      ],
    },
    remoteManagement: {
      meta: {
        says: 'The organisation’s page: this device is to be enrolled',
        gate: 'download',
        screen: 'remote-management',
        usual: ['enrolment.accepted'],
        shows: ['D15'],
      },
      on: {
        'enrolment.accepted': { guard: 'loginKnown', target: 'enrolling' },
        'enrolment.declined': {
          guard: 'mayLeaveOut',
          actions: { type: 'settle', params: { as: 'declined' } },
          target: 'settled',
        },
      },
    },
    enrolling: {
      meta: { says: 'The service enrols the device and sets it up', gate: 'download', screen: 'enrolling' },
      entry: { type: 'waitFor', params: { ms: TIMING.enrolMs } },
      exit: 'stopWaiting',
      on: {
        'clock.moved': {
          guard: 'isDue',
          actions: { type: 'settle', params: { as: 'by-service' } },
          target: 'settled',
        },
      },
    },
    settled: {
      type: 'final',
      output: ({ context, event }): EnrolmentOutput => ({ at: momentOf(event), situation: context.situation }),
    },
    afterwards: {
      initial: 'looking',
      states: {
        looking: {
          always: [
            { guard: 'oldProfileThere', target: 'oldProfile' },
            { guard: 'isEnrolled', target: 'enrolled' },
            { target: 'notEnrolled' },
          ],
        },
        oldProfile: {
          meta: { says: 'The profile from the backup is on the phone', shows: ['D15'] },
          initial: 'quiet',
          states: {
            quiet: {},
            inTheWay: {
              meta: { says: 'It refuses a new enrolment' },
              entry: 'raiseRefused',
              exit: 'clearRefused',
            },
          },
          on: {
            'enrolment.accepted': '.inTheWay',
            'profile.removed': {
              guard: 'mayRemoveProfile',
              actions: { type: 'change', params: ({ event: { there, kept } }) => ({ to: 'removed', there, kept }) },
              target: 'notEnrolled',
            },
            'management.retired': {
              actions: { type: 'change', params: ({ event: { there, kept } }) => ({ to: 'retired', there, kept }) },
              target: 'notEnrolled',
            },
          },
        },
        enrolled: {
          meta: { says: 'The service manages the phone' },
          on: {
            'profile.removed': {
              guard: 'mayRemoveProfile',
              actions: { type: 'change', params: ({ event: { there, kept } }) => ({ to: 'removed', there, kept }) },
              target: 'notEnrolled',
            },
            'management.retired': {
              actions: { type: 'change', params: ({ event: { there, kept } }) => ({ to: 'retired', there, kept }) },
              target: 'notEnrolled',
            },
          },
        },
        notEnrolled: {
          meta: { says: 'No service manages the phone; it can be enrolled by hand' },
          on: { 'enrolment.accepted': { guard: 'loginKnown', target: 'byHand' } },
        },
        byHand: {
          meta: { says: 'The person enrols the phone by hand' },
          entry: { type: 'waitFor', params: { ms: TIMING.enrolMs } },
          exit: 'stopWaiting',
          on: {
            'clock.moved': {
              guard: 'isDue',
              actions: { type: 'change', params: { to: 'by-hand', there: [], kept: [] } },
              target: 'enrolled',
            },
          },
        },
      },
    },
  },
  output: ({ event }) => event.output as EnrolmentOutput,
});
