import { assign, emit, setup } from 'xstate';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import type { Emitted, PersonEvent, RunEvent, SurroundingsEvent } from '../events.ts';
import { guardOn, holdsOf } from '../guard.ts';
import { type Waits, WAITING_GUARDS, waitingActions, hasCome } from '../waiting.ts';

export interface RestartOutput {
  readonly at: number;
  readonly left: 'done' | 'not-moved' | 'staging-left';
  /** Somebody forced a restart while the data were moved into place. */
  readonly forced: boolean;
}
export interface RestartContext extends Waits {
  readonly file: CaseFile;
  readonly forced: boolean;
}

const guard = guardOn<RestartContext>();
const byComputer = ({ file }: RestartContext): boolean => file.world.route === 'computer';

export const RESTART_GUARDS = {
  ...WAITING_GUARDS,
  stagingIsTaken: guard({
    holds: ({ context, event }) =>
      hasCome(context, event) && byComputer(context) && context.file.world.computer.staging === 'left-over',
    saw: ({ file }) => ({ staging: file.world.computer.staging }),
    words: 'Nothing of an earlier restore is in the way.',
  }),
};

type RestartEvent = RunEvent | SurroundingsEvent | PersonEvent;

export const restartSetup = setup({
  types: {
    context: {} as RestartContext,
    events: {} as RestartEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; at: number },
    output: {} as RestartOutput,
    meta: {} as ChartMeta,
    tags: {} as ChartTag,
  },
})
  .extend({ guards: holdsOf(RESTART_GUARDS), actions: waitingActions<RestartContext, RestartEvent>() })
  .extend({
    actions: {
      noteForced: assign({ forced: true }),
      raiseNotMoved: emit({ type: 'alert.raised', alert: 'not-moved' }),
    },
  });
