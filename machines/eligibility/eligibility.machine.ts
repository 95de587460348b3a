import { momentOf } from '../events.ts';
import { TIMING } from '../timing.ts';
import { eligibilitySetup } from './eligibility.setup.ts';

/** Reads the backup, compares it with the device now, judges category by category, and freezes. */
export const eligibilityMachine = eligibilitySetup.createMachine({
  id: 'eligibility',
  tags: 'behind-the-screen',
  context: ({ input }) => ({ file: input.file, situation: input.situation, judged: 0, dueAtMs: null }),
  initial: 'reading',
  states: {
    reading: {
      tags: 'shows-restoring',
      meta: { says: 'Reads what there is to bring', gate: 'capture', screen: 'restoring', shows: ['A13', 'A17'] },
      entry: { type: 'waitFor', params: { ms: TIMING.readBackupMs } },
      on: { 'clock.moved': { guard: 'isDue', target: 'comparing' } },
    },
    comparing: {
      tags: 'shows-restoring',
      meta: {
        says: 'Compares what was recorded with the device now',
        gate: 'eligibility',
        screen: 'restoring',
        shows: ['A9c', 'A17'],
      },
      entry: [{ type: 'waitFor', params: { ms: TIMING.compareMs } }, 'reportDifferences'],
      on: { 'clock.moved': { guard: 'isDue', target: 'judging' } },
    },
    judging: {
      tags: 'shows-restoring',
      meta: {
        says: 'Judges one category of data after the other',
        gate: 'eligibility',
        screen: 'restoring',
        shows: ['A2', 'A8', 'A10'],
      },
      entry: { type: 'waitFor', params: { ms: TIMING.judgeCategoryMs } },
      on: {
        'clock.moved': [
          { guard: 'lastIsDue', actions: 'judgeCategory', target: 'frozen' },
          { guard: 'isDue', actions: ['judgeCategory', { type: 'waitFor', params: { ms: TIMING.judgeCategoryMs } }] },
        ],
      },
    },
    frozen: { type: 'final', entry: ['stopWaiting', 'reportFreeze'], output: ({ event }) => ({ at: momentOf(event) }) },
  },
  output: ({ event }) => event.output as { at: number },
});
