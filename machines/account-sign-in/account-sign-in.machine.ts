import { momentOf } from '../events.ts';
import { signInSetup, type SignInOutput } from './account-sign-in.setup.ts';

/** Account and password, then the two-factor code. Back leads to the step before. */
export const accountSignInMachine = signInSetup.createMachine({
  id: 'accountSignIn',
  context: ({ input }) => ({ file: input.file, situation: input.situation, account: null }),
  initial: 'askingAccount',
  states: {
    askingAccount: {
      meta: {
        says: 'Asks for the Apple Account and its password',
        gate: 'sign-in',
        screen: 'sign-in',
        usual: ['account.entered', 'person.gaveUp'],
        shows: ['C5c'],
      },
      on: {
        'account.entered': [
          {
            guard: { type: 'passwordFitsAlone', params: ({ event }) => event },
            actions: { type: 'rememberAccount', params: ({ event }) => event },
            target: 'signedIn',
          },
          {
            guard: { type: 'passwordFits', params: ({ event }) => event },
            actions: { type: 'rememberAccount', params: ({ event }) => event },
            target: 'askingCode',
          },
          { guard: { type: 'notOnThisDevice', params: ({ event }) => event }, target: 'notAllowedHere' },
          { guard: { type: 'accountExists', params: ({ event }) => event }, target: 'passwordWrong' },
        ],
        back: 'wentBack',
        'person.gaveUp': 'gaveUp',
      },
    },
    passwordWrong: {
      meta: {
        says: 'The password did not fit; it can be entered again',
        gate: 'sign-in',
        screen: 'sign-in',
        usual: ['account.entered', 'person.gaveUp'],
      },
      entry: 'raiseWrongPassword',
      exit: 'clearWrongPassword',
      on: {
        'account.entered': [
          {
            guard: { type: 'passwordFitsAlone', params: ({ event }) => event },
            actions: { type: 'rememberAccount', params: ({ event }) => event },
            target: 'signedIn',
          },
          {
            guard: { type: 'passwordFits', params: ({ event }) => event },
            actions: { type: 'rememberAccount', params: ({ event }) => event },
            target: 'askingCode',
          },
          { guard: { type: 'notOnThisDevice', params: ({ event }) => event }, target: 'notAllowedHere' },
          { guard: { type: 'accountExists', params: ({ event }) => event }, target: 'passwordWrong', reenter: true },
        ],
        back: 'wentBack',
        'person.gaveUp': 'gaveUp',
      },
    },
    notAllowedHere: {
      meta: {
        says: 'The organisation lets this account sign in on other devices only; another account may be used',
        gate: 'sign-in',
        screen: 'sign-in',
        usual: ['person.gaveUp'],
        shows: ['D13'],
      },
      entry: 'raiseNotAllowedHere',
      exit: 'clearNotAllowedHere',
      on: {
        'account.entered': [
          {
            guard: { type: 'passwordFitsAlone', params: ({ event }) => event },
            actions: { type: 'rememberAccount', params: ({ event }) => event },
            target: 'signedIn',
          },
          {
            guard: { type: 'passwordFits', params: ({ event }) => event },
            actions: { type: 'rememberAccount', params: ({ event }) => event },
            target: 'askingCode',
          },
          { guard: { type: 'notOnThisDevice', params: ({ event }) => event }, target: 'notAllowedHere', reenter: true },
          { guard: { type: 'accountExists', params: ({ event }) => event }, target: 'passwordWrong' },
        ],
        back: 'wentBack',
        'person.gaveUp': 'gaveUp',
      },
    },
    askingCode: {
      meta: {
        says: 'Asks for the two-factor code',
        gate: 'sign-in',
        screen: 'two-factor',
        usual: ['code.entered', 'person.gaveUp'],
      },
      entry: ['askForCode', 'raiseNoCode'],
      exit: 'clearNoCode',
      on: {
        'code.entered': { guard: 'codeArrives', actions: 'codeGiven', target: 'signedIn' },
        back: { actions: 'codeSkipped', target: 'askingAccount' },
        'person.gaveUp': { actions: 'codeSkipped', target: 'gaveUp' },
      },
    },
    signedIn: {
      type: 'final',
      output: ({ context, event }) => ({ at: momentOf(event), account: context.account, left: 'signed-in' }),
    },
    wentBack: { type: 'final', output: ({ event }) => ({ at: momentOf(event), account: null, left: 'back' }) },
    gaveUp: { type: 'final', output: ({ event }) => ({ at: momentOf(event), account: null, left: 'gave-up' }) },
  },
  output: ({ event }) => event.output as SignInOutput,
});
