import { situationAtStart } from '../../src/rulebook/case/situation.ts';
import { choosing } from './choosing.states.ts';
import {
  brokenOff,
  completed,
  completedWithExclusions,
  failed,
  stillLocked,
  untouched,
  neverStarted,
  setUpAsNew,
  stopped,
} from './ends.states.ts';
import { inUse } from './in-use.states.ts';
import { moving, quickStart, quickStartLater } from './move.states.ts';
import { placing } from './placing.states.ts';
import { preconditions } from './preconditions.states.ts';
import { hasFindMy, type RestoreOutput } from './restore.context.ts';
import { restoreSetup } from './restore.setup.ts';
import { setUp } from './set-up.states.ts';
import {
  awaitingRestart,
  downloading,
  eligibility,
  enrolling,
  erasing,
  restarting,
  signingInAfterwards,
} from './stages.states.ts';

/**
 * The whole life of one restore, from a device in use or new to one of five ends, in the order in which it is lived.
 *
 * - A stage that has a life of its own is an actor; the restore waits for how it was left. So a stage can be drawn,
 *   explored and read alone, and what it knows is gone with it.
 * - Nothing here waits for a clock of its own. A state says in `dueAtMs` what it waits for, and `src/run` moves the
 *   time there: a story that is written down and read back goes on with the same journal.
 * - Verdicts are frozen once, after `eligibility`. Whatever is learnt later, about accounts or passwords, is in
 *   `situation`; `situationAtFreeze` stays what it was. That is why waiting brings back nothing that was excluded.
 * - iCloud sync is no stage of it: it is a sibling that is told of the Home Screen and goes its own way.
 * - The five ends are different on purpose. A restore that left things out by rule has not failed, and one that never
 *   began is neither; what a person is told, and who can help, hangs on which it is.
 */
export const restoreMachine = restoreSetup.createMachine({
  id: 'restore',
  context: ({ input }) => ({
    file: input.file,
    situation: situationAtStart(input.file),
    situationAtFreeze: null,
    connection: input.connection,
    findMy: hasFindMy(input.file),
    place: input.file.world.device.place,
    bound: false,
    joined: false,
    lacking: {},
    dueAtMs: null,
    remainingMs: null,
  }),
  initial: 'starting',
  on: {
    'connection.*': { actions: { type: 'noteConnection', params: ({ event }) => event } },
    'parts.changed': { actions: { type: 'noteParts', params: ({ event }) => event } },
    'story.ended': { actions: 'closeUnfinished' },
  },
  states: {
    starting: { always: [{ guard: 'isInUse', target: 'inUse' }, { target: 'setUp' }] },
    inUse,
    erasing,
    setUp,
    quickStart,
    quickStartLater,
    choosing,
    moving,
    preconditions,
    eligibility,
    placing,
    awaitingRestart,
    restarting,
    signingInAfterwards,
    enrolling,
    downloading,
    completed,
    completedWithExclusions,
    stopped,
    failed,
    untouched,
    stillLocked,
    setUpAsNew,
    brokenOff,
    neverStarted,
  },
  output: ({ event }) => event.output as RestoreOutput,
});
