import { situationAtStart } from '../../src/rulebook/case/situation.ts';
import { choosing } from './choosing.states.ts';
import { completed, completedWithExclusions, failed, neverStarted, stopped } from './ends.states.ts';
import { inUse } from './in-use.states.ts';
import { placing } from './placing.states.ts';
import { preconditions } from './preconditions.states.ts';
import type { RestoreOutput } from './restore.context.ts';
import { restoreSetup } from './restore.setup.ts';
import { setUp } from './set-up.states.ts';
import { downloading, eligibility, erasing, restarting, signingInAfterwards } from './stages.states.ts';

/** The whole life of one restore, from a device in use or new to one of five ends. */
export const restoreMachine = restoreSetup.createMachine({
  id: 'restore',
  context: ({ input }) => ({
    file: input.file,
    situation: situationAtStart(input.file),
    situationAtFreeze: null,
    wifi: input.wifi,
    power: input.power,
    findMy: input.file.world.device.findMy === 'on',
    dueAtMs: null,
    remainingMs: null,
  }),
  initial: 'starting',
  on: {
    'wifi.lost': { guard: 'wifiIsOn', actions: 'loseWifi' },
    'wifi.back': { guard: 'wifiIsOff', actions: 'regainWifi' },
    'power.lost': { guard: 'powerIsOn', actions: 'losePower' },
    'power.back': { guard: 'powerIsOff', actions: 'regainPower' },
    'story.ended': { actions: 'closeUnfinished' },
  },
  states: {
    starting: { always: [{ guard: 'isInUse', target: 'inUse' }, { target: 'setUp' }] },
    inUse,
    erasing,
    setUp,
    choosing,
    preconditions,
    eligibility,
    placing,
    restarting,
    signingInAfterwards,
    downloading,
    completed,
    completedWithExclusions,
    stopped,
    failed,
    neverStarted,
  },
  output: ({ event }) => event.output as RestoreOutput,
});
