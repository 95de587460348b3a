import { assign, emit, enqueueActions, setup } from 'xstate';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { ChartMeta } from '../chart-meta.ts';
import { type Emitted, momentOf, type PersonEvent } from '../events.ts';

interface Context {
  readonly file: CaseFile;
  readonly account: string | null;
}
export interface SignInOutput {
  readonly at: number;
  readonly account: string | null;
  readonly left: 'signed-in' | 'back' | 'gave-up';
}

const passwordFits = (file: CaseFile, account: string, password: string): boolean =>
  password === 'right' && file.account(account)?.password === 'known';

const codeArrives = ({ file, account }: Context): boolean => file.account(account)?.twoFactor === 'code-arrives';

/** Account and password, then the two-factor code. Back leads to the step before. */
export const accountSignInMachine = setup({
  types: {
    context: {} as Context,
    events: {} as PersonEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; at: number },
    output: {} as SignInOutput,
    meta: {} as ChartMeta,
  },
  guards: {
    passwordFits: ({ context, event }) =>
      event.type === 'account.entered' && passwordFits(context.file, event.account, event.password),
    passwordFitsAlone: ({ context, event }) =>
      event.type === 'account.entered' &&
      passwordFits(context.file, event.account, event.password) &&
      context.file.account(event.account)?.twoFactor === 'off',
    accountExists: ({ context, event }) =>
      event.type === 'account.entered' && context.file.account(event.account) !== undefined,
    codeArrives: ({ context }) => codeArrives(context),
  },
  actions: {
    rememberAccount: assign({
      account: ({ context, event }) => (event.type === 'account.entered' ? event.account : context.account),
    }),
    raiseWrongPassword: emit({ type: 'alert.raised', alert: 'wrong-password' }),
    clearWrongPassword: emit({ type: 'alert.cleared', alert: 'wrong-password' }),
    askForCode: emit({ type: 'prompt.shown', prompt: 'two-factor-code' }),
    raiseNoCode: enqueueActions(({ context, enqueue }) => {
      if (!codeArrives(context)) enqueue.emit({ type: 'alert.raised', alert: 'code-not-received' });
    }),
    clearNoCode: enqueueActions(({ context, enqueue }) => {
      if (!codeArrives(context)) enqueue.emit({ type: 'alert.cleared', alert: 'code-not-received' });
    }),
    codeGiven: emit({ type: 'prompt.answered', prompt: 'two-factor-code', answer: 'given' }),
    codeSkipped: emit({ type: 'prompt.answered', prompt: 'two-factor-code', answer: 'skipped' }),
  },
}).createMachine({
  id: 'accountSignIn',
  context: ({ input }) => ({ file: input.file, account: null }),
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
          { guard: 'passwordFitsAlone', actions: 'rememberAccount', target: 'signedIn' },
          { guard: 'passwordFits', actions: 'rememberAccount', target: 'askingCode' },
          { guard: 'accountExists', target: 'passwordWrong' },
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
          { guard: 'passwordFitsAlone', actions: 'rememberAccount', target: 'signedIn' },
          { guard: 'passwordFits', actions: 'rememberAccount', target: 'askingCode' },
          { guard: 'accountExists', target: 'passwordWrong', reenter: true },
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
