import { assign, emit, enqueueActions, sendParent, setup } from 'xstate';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { enrolmentAfterSetup } from '../../src/rulebook/case/enrolment.ts';
import { enrolledAs } from '../../src/rulebook/case/situation-changes.ts';
import type { Enrolment, Situation } from '../../src/rulebook/case/situation.ts';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import { type Emitted, momentOf, type PersonEvent, type RunEvent, type SurroundingsEvent } from '../events.ts';
import { holdsOf } from '../guard.ts';
import { waitingActions } from '../waiting.ts';
import { ENROLMENT_GUARDS, type EnrolmentContext, type EnrolmentPart } from './enrolment.guards.ts';

export interface EnrolmentOutput {
  readonly at: number;
  readonly situation: Situation;
}
export interface EnrolmentInput {
  readonly file: CaseFile;
  readonly situation: Situation;
  readonly part: EnrolmentPart;
  /** In Setup, where something may have to be waited for at once. */
  readonly at?: number;
}

interface Change {
  readonly to: Enrolment;
  /** What is on the phone and leaves it with its management. */
  readonly there: readonly string[];
  /** What is on the phone and may lie in iCloud too. */
  readonly kept: readonly string[];
}

type EnrolmentEvent = PersonEvent | SurroundingsEvent | RunEvent;

export const enrolmentSetup = setup({
  types: {
    context: {} as EnrolmentContext,
    events: {} as EnrolmentEvent,
    emitted: {} as Emitted,
    input: {} as EnrolmentInput,
    output: {} as EnrolmentOutput,
    meta: {} as ChartMeta,
    tags: {} as ChartTag,
  },
})
  .extend({ guards: holdsOf(ENROLMENT_GUARDS), actions: waitingActions<EnrolmentContext, EnrolmentEvent>() })
  .extend({
    actions: {
      settle: assign(({ context }, { as }: { as: Enrolment }) => ({ situation: enrolledAs(context.situation, as) })),
      settleAsRestored: assign({
        situation: ({ context: { file, situation } }) => {
          const after = enrolmentAfterSetup(file, situation);
          return after === 'page' ? situation : enrolledAs(situation, after);
        },
      }),
      raiseRefused: emit({ type: 'alert.raised', alert: 'enrolment-refused' }),
      clearRefused: emit({ type: 'alert.cleared', alert: 'enrolment-refused' }),
      /** With the finished phone in hand the simulation keeps what is settled. */
      change: enqueueActions(({ context, event, enqueue }, { to, there, kept }: Change) => {
        enqueue.assign({ situation: enrolledAs(context.situation, to) });
        enqueue(sendParent({ type: 'enrolment.changed', at: momentOf(event), enrolment: to, there, kept }));
      }),
    },
  });
