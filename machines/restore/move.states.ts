import { momentOf } from '../events.ts';
import { TIMING } from '../timing.ts';
import { giveUp, restoreSetup } from './restore.setup.ts';

/*
 * Phone to phone. The phones are joined before the network is chosen, where the page for it is shown, or else when the
 * direct choice is taken; what is taken from the old phone is asked once, at the page of that choice.
 */

export const quickStart = restoreSetup.createStateConfig({
  tags: 'phase:quick-start',
  meta: { says: 'The old phone is held beside the new one', gate: 'sign-in', shows: ['D8'] },
  invoke: {
    id: 'quickStart',
    src: 'quickStart',
    input: ({ context, event }) => ({ file: context.file, at: momentOf(event) }),
    onDone: [
      {
        guard: { type: 'phonesJoined', params: ({ event }) => event.output },
        actions: 'rememberJoined',
        target: '#restore.setUp.wifi',
      },
      { guard: { type: 'quickStartLeftBack', params: ({ event }) => event.output }, target: '#restore.setUp.hello' },
      {
        actions: { type: 'rememberUnjoined', params: ({ event }) => event.output },
        target: '#restore.neverStarted',
      },
    ],
  },
});

export const quickStartLater = restoreSetup.createStateConfig({
  tags: 'phase:quick-start',
  meta: { says: 'The direct choice was taken; now the old phone is held beside the new one', gate: 'sign-in' },
  invoke: {
    id: 'quickStart',
    src: 'quickStart',
    input: ({ context, event }) => ({ file: context.file, at: momentOf(event) }),
    onDone: [
      {
        guard: { type: 'phonesJoined', params: ({ event }) => event.output },
        actions: 'rememberJoined',
        target: '#restore.moving',
      },
      {
        guard: { type: 'quickStartLeftBack', params: ({ event }) => event.output },
        target: '#restore.setUp.appsAndData',
      },
      {
        actions: { type: 'rememberUnjoined', params: ({ event }) => event.output },
        target: '#restore.neverStarted',
      },
    ],
  },
});

/** The phones are joined and the direct choice is taken: an update that comes first, then what moves beside it. */
export const moving = restoreSetup.createStateConfig({
  tags: 'phase:quick-start',
  initial: 'checking',
  states: {
    checking: {
      always: [
        { guard: 'olderThanOldPhone', target: 'needsUpdate' },
        { guard: 'lineWaits', target: 'askingLine' },
        { guard: 'watchWaits', target: 'askingWatch' },
        { actions: 'takeOldPhone', target: '#restore.preconditions' },
      ],
    },
    needsUpdate: {
      meta: {
        says: 'The old phone runs a newer iOS: the new one has to be updated first',
        gate: 'sign-in',
        screen: 'needs-update',
        usual: ['update.requested', 'person.gaveUp'],
        shows: ['D8', 'C9'],
      },
      entry: 'raiseMoveNeedsUpdate',
      exit: 'clearMoveNeedsUpdate',
      on: {
        'update.requested': { guard: 'updateWouldHelp', target: 'updating' },
        back: '#restore.setUp.appsAndData',
        'person.gaveUp': { actions: 'blockOlder', target: '#restore.neverStarted' },
      },
    },
    updating: {
      meta: { says: 'The new phone is brought to its newest iOS', gate: 'sign-in', screen: 'updating', shows: ['C9'] },
      entry: { type: 'waitFor', params: { ms: TIMING.updateMs } },
      exit: 'stopWaiting',
      on: { 'clock.moved': { guard: 'isDue', actions: 'finishUpdate', target: 'checking' } },
    },
    askingLine: {
      meta: {
        says: 'The eSIM line can move from the old phone, in a step of its own',
        gate: 'sign-in',
        screen: 'esim-transfer',
        usual: ['line.moved'],
        shows: ['D8'],
      },
      on: {
        'line.moved': { actions: 'moveLine', target: 'checking' },
        'line.left': { actions: 'leaveLine', target: 'checking' },
        'person.gaveUp': giveUp('given-up'),
      },
    },
    askingWatch: {
      meta: {
        says: 'The watch is offered for use with the new phone',
        gate: 'sign-in',
        screen: 'watch-question',
        usual: ['watch.taken', 'watch.left'],
        shows: ['D8'],
      },
      on: {
        'watch.taken': { guard: 'watchIsWorn', actions: 'takeWatch', target: 'checking' },
        'watch.left': { actions: 'leaveWatch', target: 'checking' },
        'person.gaveUp': giveUp('given-up'),
      },
    },
  },
});
