import { assign, emit, enqueueActions, setup } from 'xstate';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import type { EventOf } from '../event-of.ts';
import type { Emitted, PersonEvent } from '../events.ts';
import { holdsOf } from '../guard.ts';
import { codeArrives, SIGN_IN_GUARDS, type SignInContext } from './account-sign-in.guards.ts';

export interface SignInOutput {
  readonly at: number;
  readonly account: string | null;
  readonly left: 'signed-in' | 'back' | 'gave-up';
}

export const signInSetup = setup({
  types: {
    context: {} as SignInContext,
    events: {} as PersonEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; situation: Situation; at: number },
    output: {} as SignInOutput,
    meta: {} as ChartMeta,
    tags: {} as ChartTag,
  },
  guards: holdsOf(SIGN_IN_GUARDS),
  actions: {
    rememberAccount: assign((_, { account }: EventOf<'account.entered'>) => ({ account })),
    raiseWrongPassword: emit({ type: 'alert.raised', alert: 'wrong-password' }),
    clearWrongPassword: emit({ type: 'alert.cleared', alert: 'wrong-password' }),
    raiseNotAllowedHere: emit({ type: 'alert.raised', alert: 'account-not-allowed' }),
    clearNotAllowedHere: emit({ type: 'alert.cleared', alert: 'account-not-allowed' }),
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
});
