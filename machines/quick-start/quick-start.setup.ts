import { assign, emit, setup } from 'xstate';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { Block } from '../../src/rulebook/case/blocks.ts';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import { type Emitted, momentOf, type PersonEvent, type SurroundingsEvent } from '../events.ts';
import { holdsOf } from '../guard.ts';
import { QUICK_START_GUARDS, type QuickStartContext } from './quick-start.guards.ts';

export interface QuickStartOutput {
  readonly at: number;
  readonly left: 'joined' | 'back' | 'gave-up';
  readonly because: Block | null;
}

export const quickStartLeft =
  (left: QuickStartOutput['left']) =>
  ({ context, event }: { readonly context: QuickStartContext; readonly event: unknown }): QuickStartOutput => ({
    at: momentOf(event),
    left,
    because: context.because,
  });

export const quickStartSetup = setup({
  types: {
    context: {} as QuickStartContext,
    events: {} as PersonEvent | SurroundingsEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; at: number },
    output: {} as QuickStartOutput,
    meta: {} as ChartMeta,
    tags: {} as ChartTag,
  },
  guards: holdsOf(QUICK_START_GUARDS),
  actions: {
    giveUp: assign((_, { because }: { because: Block }) => ({ because })),
    raiseNoOldPhone: emit({ type: 'alert.raised', alert: 'no-old-phone' }),
    clearNoOldPhone: emit({ type: 'alert.cleared', alert: 'no-old-phone' }),
    raiseForbidden: emit({ type: 'alert.raised', alert: 'quick-start-forbidden' }),
    clearForbidden: emit({ type: 'alert.cleared', alert: 'quick-start-forbidden' }),
    raiseApart: emit({ type: 'alert.raised', alert: 'phones-apart' }),
    clearApart: emit({ type: 'alert.cleared', alert: 'phones-apart' }),
    askForOwner: emit({ type: 'prompt.shown', prompt: 'owner-of-old-phone' }),
    ownerShown: emit({ type: 'prompt.answered', prompt: 'owner-of-old-phone', answer: 'given' }),
    ownerNotShown: emit({ type: 'prompt.answered', prompt: 'owner-of-old-phone', answer: 'skipped' }),
    askForOldPasscode: emit({ type: 'prompt.shown', prompt: 'old-passcode' }),
    oldPasscodeGiven: emit({ type: 'prompt.answered', prompt: 'old-passcode', answer: 'given' }),
    oldPasscodeSkipped: emit({ type: 'prompt.answered', prompt: 'old-passcode', answer: 'skipped' }),
  },
});

/** Nobody goes on here, and this is why the data do not come this way. */
export const giveUpFor = (because: Block) =>
  ({ actions: { type: 'giveUp', params: { because } }, target: '#quickStart.gaveUp' }) as const;
