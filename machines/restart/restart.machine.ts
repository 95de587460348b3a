import { assign, setup } from 'xstate';
import type { ChartMeta } from '../chart-meta.ts';
import { type Emitted, momentOf, type RunEvent, type SurroundingsEvent } from '../events.ts';
import { TIMING } from '../timing.ts';

interface Context {
  readonly dueAt: number | null;
}
export interface RestartOutput {
  readonly at: number;
  readonly left: 'done' | 'not-moved';
}

/** The restart in the middle of a restore: staged data are moved into place, then migrated. */
export const restartMachine = setup({
  types: {
    context: {} as Context,
    events: {} as RunEvent | SurroundingsEvent,
    emitted: {} as Emitted,
    input: {} as { at: number },
    output: {} as RestartOutput,
    meta: {} as ChartMeta,
  },
  guards: { isDue: ({ context, event }) => context.dueAt !== null && momentOf(event) >= context.dueAt },
  actions: {
    waitForStaging: assign({ dueAt: ({ event }) => momentOf(event) + TIMING.stage }),
    waitForBoot: assign({ dueAt: ({ event }) => momentOf(event) + TIMING.boot }),
    waitForMigration: assign({ dueAt: ({ event }) => momentOf(event) + TIMING.migrate }),
    stopWaiting: assign({ dueAt: null }),
  },
}).createMachine({
  id: 'restart',
  context: { dueAt: null },
  initial: 'staging',
  states: {
    staging: {
      meta: { says: 'The restored data lie ready beside the system', gate: 'placement', screen: 'restoring' },
      entry: 'waitForStaging',
      on: { 'clock.moved': { guard: 'isDue', target: 'booting' }, 'move.failed': 'notMoved' },
    },
    booting: {
      meta: { says: 'The device restarts', gate: 'placement', screen: 'restarting', shows: ['C14'] },
      entry: 'waitForBoot',
      on: { 'clock.moved': { guard: 'isDue', target: 'migrating' } },
    },
    migrating: {
      meta: { says: 'Settings, accounts and keychain are taken over', gate: 'placement', screen: 'restarting' },
      entry: 'waitForMigration',
      on: { 'clock.moved': { guard: 'isDue', target: 'done' } },
    },
    done: { type: 'final', entry: 'stopWaiting', output: ({ event }) => ({ at: momentOf(event), left: 'done' }) },
    notMoved: {
      type: 'final',
      entry: 'stopWaiting',
      output: ({ event }) => ({ at: momentOf(event), left: 'not-moved' }),
    },
  },
  output: ({ event }) => event.output as RestartOutput,
});
