import { giveUpFor, quickStartLeft, type QuickStartOutput, quickStartSetup } from './quick-start.setup.ts';

/**
 * Two phones find each other: the old one shows a card, the new one a pattern and then a question for the old one's
 * passcode. It ends with the phones joined; what is taken from the old one is chosen later in setup.
 */
export const quickStartMachine = quickStartSetup.createMachine({
  id: 'quickStart',
  context: ({ input }) => ({ file: input.file, because: null }),
  initial: 'looking',
  states: {
    looking: {
      always: [
        { guard: 'oldPhoneMissing', target: 'noOldPhone' },
        { guard: 'quickStartForbidden', target: 'forbidden' },
        { guard: 'phonesNear', target: 'card' },
        { target: 'apart' },
      ],
    },
    noOldPhone: {
      meta: {
        says: 'There is no old phone that still holds the data',
        gate: 'sign-in',
        screen: 'quick-start',
        usual: ['person.gaveUp'],
        shows: ['D8'],
      },
      entry: 'raiseNoOldPhone',
      exit: 'clearNoOldPhone',
      on: { back: 'wentBack', 'person.gaveUp': giveUpFor('no-old-phone') },
    },
    forbidden: {
      meta: {
        says: 'The organisation keeps the old phone from showing its card',
        gate: 'sign-in',
        screen: 'quick-start',
        usual: ['person.gaveUp'],
        shows: ['D8'],
      },
      entry: 'raiseForbidden',
      exit: 'clearForbidden',
      on: { back: 'wentBack', 'person.gaveUp': giveUpFor('quick-start-forbidden') },
    },
    apart: {
      meta: {
        says: 'The two phones do not find each other',
        gate: 'sign-in',
        screen: 'quick-start',
        usual: ['person.gaveUp'],
        shows: ['D8'],
      },
      entry: 'raiseApart',
      exit: 'clearApart',
      on: { 'phones.together': 'card', back: 'wentBack', 'person.gaveUp': giveUpFor('phones-apart') },
    },
    card: {
      meta: {
        says: 'The old phone shows a card, and the new one a pattern that the old one reads',
        gate: 'sign-in',
        screen: 'quick-start',
        usual: ['pattern.scanned'],
        shows: ['D8'],
      },
      on: {
        'pattern.scanned': [{ guard: 'ownerAsked', target: 'askingOwner' }, { target: 'askingPasscode' }],
        'phones.parted': 'apart',
        back: 'wentBack',
        'person.gaveUp': giveUpFor('given-up'),
      },
    },
    askingOwner: {
      meta: {
        says: 'Away from known places the old phone asks for the face or finger of its owner',
        gate: 'sign-in',
        screen: 'owner-of-old-phone',
        usual: ['owner.shown', 'person.gaveUp'],
        shows: ['D8', 'D14'],
      },
      entry: 'askForOwner',
      on: {
        'owner.shown': { guard: 'ownerPresent', actions: 'ownerShown', target: 'askingPasscode' },
        'phones.parted': { actions: 'ownerNotShown', target: 'apart' },
        back: { actions: 'ownerNotShown', target: 'card' },
        'person.gaveUp': {
          actions: ['ownerNotShown', { type: 'giveUp', params: { because: 'owner-missing' } }],
          target: 'gaveUp',
        },
      },
    },
    askingPasscode: {
      meta: {
        says: 'The new phone asks for the passcode of the old one',
        gate: 'sign-in',
        screen: 'old-passcode',
        usual: ['oldPasscode.entered', 'person.gaveUp'],
        shows: ['D8'],
      },
      entry: 'askForOldPasscode',
      on: {
        'oldPasscode.entered': { guard: 'oldPasscodeKnown', actions: 'oldPasscodeGiven', target: 'joined' },
        'phones.parted': { actions: 'oldPasscodeSkipped', target: 'apart' },
        back: { actions: 'oldPasscodeSkipped', target: 'card' },
        'person.gaveUp': {
          actions: ['oldPasscodeSkipped', { type: 'giveUp', params: { because: 'old-passcode' } }],
          target: 'gaveUp',
        },
      },
    },
    joined: { type: 'final', output: quickStartLeft('joined') },
    wentBack: { type: 'final', output: quickStartLeft('back') },
    gaveUp: { type: 'final', output: quickStartLeft('gave-up') },
  },
  output: ({ event }) => event.output as QuickStartOutput,
});
