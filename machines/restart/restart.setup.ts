import { setup } from 'xstate';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import type { Emitted, RunEvent, SurroundingsEvent } from '../events.ts';
import { holdsOf } from '../guard.ts';
import { type Waits, WAITING_GUARDS, waitingActions } from '../waiting.ts';

export interface RestartOutput {
  readonly at: number;
  readonly left: 'done' | 'not-moved';
}

export const RESTART_GUARDS = WAITING_GUARDS;

type RestartEvent = RunEvent | SurroundingsEvent;

export const restartSetup = setup({
  types: {
    context: {} as Waits,
    events: {} as RestartEvent,
    emitted: {} as Emitted,
    input: {} as { at: number },
    output: {} as RestartOutput,
    meta: {} as ChartMeta,
    tags: {} as ChartTag,
  },
}).extend({ guards: holdsOf(RESTART_GUARDS), actions: waitingActions<{ dueAtMs: number | null }, RestartEvent>() });
