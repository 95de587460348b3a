import { assign, enqueueActions, setup } from 'xstate';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { compareConditions } from '../../src/rulebook/judge/compare-conditions.ts';
import { freeze } from '../../src/rulebook/judge/judgement.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import type { ChartMeta } from '../chart-meta.ts';
import { type Emitted, momentOf, type RunEvent } from '../events.ts';
import { TIMING } from '../timing.ts';

interface Context {
  readonly file: CaseFile;
  readonly situation: Situation;
  /** How many categories have been judged. */
  readonly judged: number;
  readonly dueAt: number | null;
}

const categoriesOf = ({ file, situation }: Context): readonly string[] => freeze(file, situation).categories;

/** Reads the backup, compares it with the device now, judges category by category, and freezes. */
export const eligibilityMachine = setup({
  types: {
    context: {} as Context,
    events: {} as RunEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; situation: Situation; at: number },
    output: {} as { at: number },
    meta: {} as ChartMeta,
  },
  guards: {
    isDue: ({ context, event }) => context.dueAt !== null && momentOf(event) >= context.dueAt,
    lastIsDue: ({ context, event }) =>
      context.dueAt !== null && momentOf(event) >= context.dueAt && context.judged + 1 >= categoriesOf(context).length,
  },
  actions: {
    waitForReading: assign({ dueAt: ({ event }) => momentOf(event) + TIMING.readBackup }),
    waitForComparing: assign({ dueAt: ({ event }) => momentOf(event) + TIMING.compare }),
    waitForJudging: assign({ dueAt: ({ event }) => momentOf(event) + TIMING.judgeCategory }),
    stopWaiting: assign({ dueAt: null }),
    reportDifferences: enqueueActions(({ context, enqueue }) => {
      enqueue.emit({
        type: 'conditions.compared',
        backup: context.situation.backup ?? '',
        differences: compareConditions(context.file, context.situation),
      });
    }),
    judgeCategory: enqueueActions(({ context, enqueue }) => {
      const { groups } = freeze(context.file, context.situation);
      for (const group of groups[categoriesOf(context)[context.judged] ?? ''] ?? [])
        enqueue.emit({ type: 'item.judged', ...group });
      enqueue.assign({ judged: context.judged + 1 });
    }),
    reportFreeze: enqueueActions(({ context, enqueue }) => {
      const frozen = freeze(context.file, context.situation);
      enqueue.emit({ type: 'verdicts.frozen', eligible: frozen.eligible.length, stopped: frozen.stopped });
    }),
  },
}).createMachine({
  id: 'eligibility',
  context: ({ input }) => ({ file: input.file, situation: input.situation, judged: 0, dueAt: null }),
  initial: 'reading',
  states: {
    reading: {
      meta: { says: 'Reads what the backup holds', gate: 'capture', screen: 'restoring', shows: ['A13', 'A17'] },
      entry: 'waitForReading',
      on: { 'clock.moved': { guard: 'isDue', target: 'comparing' } },
    },
    comparing: {
      meta: {
        says: 'Compares the backup’s metadata with the device now',
        gate: 'eligibility',
        screen: 'restoring',
        shows: ['A9c', 'A17'],
      },
      entry: ['waitForComparing', 'reportDifferences'],
      on: { 'clock.moved': { guard: 'isDue', target: 'judging' } },
    },
    judging: {
      meta: {
        says: 'Judges one category of data after the other',
        gate: 'eligibility',
        screen: 'restoring',
        shows: ['A2', 'A8', 'A10'],
      },
      entry: 'waitForJudging',
      on: {
        'clock.moved': [
          { guard: 'lastIsDue', actions: 'judgeCategory', target: 'frozen' },
          { guard: 'isDue', actions: ['judgeCategory', 'waitForJudging'] },
        ],
      },
    },
    frozen: { type: 'final', entry: ['stopWaiting', 'reportFreeze'], output: ({ event }) => ({ at: momentOf(event) }) },
  },
  output: ({ event }) => event.output as { at: number },
});
