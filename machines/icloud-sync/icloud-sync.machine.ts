import { assign, emit, enqueueActions, setup } from 'xstate';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { judge } from '../../src/rulebook/judge/judgement.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import { type SyncTask, syncQueue } from './sync-queue.ts';
import type { ChartMeta } from '../chart-meta.ts';
import {
  type Emitted,
  momentOf,
  type NoticeEvent,
  type PersonEvent,
  type RunEvent,
  type SurroundingsEvent,
} from '../events.ts';
import { TIMING } from '../timing.ts';

interface Context {
  readonly file: CaseFile;
  /** As the restore reported it with the Home Screen; null before that. */
  readonly situation: Situation | null;
  readonly restoreRan: boolean;
  readonly keychainPasscode: Situation['keychainPasscode'];
  readonly wifi: boolean;
  /** Services that have had their turn. */
  readonly done: number;
  readonly dueAt: number | null;
  readonly remaining: number | null;
}

const queueOf = ({ file, situation, restoreRan }: Context): readonly SyncTask[] =>
  situation ? syncQueue(file, situation, restoreRan) : [];
const judgeTask = (context: Context, task: SyncTask | undefined, keychainPasscode: Situation['keychainPasscode']) =>
  context.situation && task ? judge(context.file, task.items, { ...context.situation, keychainPasscode }, 'sync') : [];
const keychainTask = (context: Context): SyncTask | undefined =>
  queueOf(context).find((task) => task.service === 'keychain');

/** A group of sync verdicts as what leaves the machine; a copy that cannot come only explains itself. */
function deliver(groups: ReturnType<typeof judge>): Emitted[] {
  return groups.flatMap((group): Emitted[] => {
    const { items, gate, rule, outcome } = group;
    if (rule === null) return [];
    if (outcome === 'synced') return [{ type: 'item.arrived', items, gate, from: 'sync', rule }];
    if (outcome === 'pending') return [{ type: 'item.waiting', items, gate, rule, also: group.also }];
    return outcome === 'unknown' ? [{ type: 'item.judged', ...group }] : [{ type: 'sync.withheld', items, rule }];
  });
}

/**
 * iCloud sync, a sibling of the restore with its own timeline: each service whose switch is on delivers its own
 * copy.
 */
export const icloudSyncMachine = setup({
  types: {
    context: {} as Context,
    events: {} as PersonEvent | SurroundingsEvent | RunEvent | NoticeEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; wifi: boolean; at: number },
    meta: {} as ChartMeta,
  },
  guards: {
    isDue: ({ context, event }) => context.dueAt !== null && momentOf(event) >= context.dueAt,
    signedIn: ({ event }) => event.type === 'homeScreen.reached' && event.situation.account !== null,
    allDelivered: ({ context }) => context.done >= queueOf(context).length,
    lastIsDue: ({ context, event }) =>
      context.dueAt !== null && momentOf(event) >= context.dueAt && context.done + 1 >= queueOf(context).length,
    wifiIsOn: ({ context }) => context.wifi,
    wifiIsOff: ({ context }) => !context.wifi,
    keychainWaits: ({ context }) =>
      context.keychainPasscode === 'not-asked' &&
      judgeTask(context, keychainTask(context), 'given').some((group) => group.outcome === 'synced'),
    passcodeKnown: ({ context }) =>
      context.file.account(context.situation?.account ?? null)?.devicePasscode === 'known',
  },
  actions: {
    rememberSituation: assign(({ context, event }) =>
      event.type === 'homeScreen.reached'
        ? { situation: event.situation, restoreRan: event.restoreRan, done: 0 }
        : context,
    ),
    waitToWake: assign({ dueAt: ({ event }) => momentOf(event) + TIMING.syncWakesUp }),
    stopWaiting: assign({ dueAt: null }),
    startService: assign({
      dueAt: ({ context, event }) =>
        momentOf(event) + (context.remaining ?? queueOf(context)[context.done]?.durationMs ?? 0),
      remaining: null,
    }),
    holdService: assign({
      remaining: ({ context, event }) => (context.dueAt === null ? null : context.dueAt - momentOf(event)),
      dueAt: null,
    }),
    deliverService: enqueueActions(({ context, enqueue }) => {
      for (const emitted of deliver(judgeTask(context, queueOf(context)[context.done], context.keychainPasscode)))
        enqueue.emit(emitted);
      enqueue.assign({ done: context.done + 1, dueAt: null, remaining: null });
    }),
    loseWifi: assign({ wifi: false }),
    regainWifi: assign({ wifi: true }),
    askForPasscode: emit({ type: 'prompt.shown', prompt: 'keychain-passcode' }),
    acceptPasscode: enqueueActions(({ context, enqueue }) => {
      enqueue.assign({ keychainPasscode: 'given' });
      enqueue.emit({ type: 'prompt.answered', prompt: 'keychain-passcode', answer: 'given' });
      const turn = queueOf(context).findIndex((task) => task.service === 'keychain');
      if (turn < context.done)
        for (const emitted of deliver(judgeTask(context, queueOf(context)[turn], 'given'))) enqueue.emit(emitted);
    }),
    skipPasscode: enqueueActions(({ enqueue }) => {
      enqueue.assign({ keychainPasscode: 'skipped' });
      enqueue.emit({ type: 'prompt.answered', prompt: 'keychain-passcode', answer: 'skipped' });
    }),
  },
}).createMachine({
  id: 'icloudSync',
  context: ({ input }) => ({
    file: input.file,
    situation: null,
    restoreRan: false,
    keychainPasscode: 'not-asked',
    wifi: input.wifi,
    done: 0,
    dueAt: null,
    remaining: null,
  }),
  initial: 'off',
  on: {
    'wifi.lost': { guard: 'wifiIsOn', actions: 'loseWifi' },
    'wifi.back': { guard: 'wifiIsOff', actions: 'regainWifi' },
  },
  states: {
    off: {
      meta: { says: 'Nobody is signed in, or the Home Screen has not been reached', gate: 'sync', shows: ['A12a'] },
      on: { 'homeScreen.reached': { guard: 'signedIn', actions: 'rememberSituation', target: 'waiting' } },
    },
    waiting: {
      meta: { says: 'Signed in; the services wake up on their own', gate: 'sync', shows: ['A12a', 'A12c'] },
      entry: 'waitToWake',
      exit: 'stopWaiting',
      on: { 'clock.moved': { guard: 'isDue', target: 'syncing' } },
    },
    syncing: {
      type: 'parallel',
      states: {
        stores: {
          initial: 'choosing',
          states: {
            choosing: {
              always: [
                { guard: 'allDelivered', target: 'current' },
                { guard: 'wifiIsOn', target: 'delivering' },
                { target: 'paused' },
              ],
            },
            delivering: {
              meta: { says: 'One service delivers its copy', gate: 'sync', shows: ['A12a', 'B4', 'B5b'] },
              entry: 'startService',
              on: {
                'clock.moved': [
                  { guard: 'lastIsDue', actions: 'deliverService', target: 'current' },
                  { guard: 'isDue', actions: ['deliverService', 'startService'] },
                ],
                'wifi.lost': { actions: ['loseWifi', 'holdService'], target: 'paused' },
              },
            },
            paused: {
              meta: { says: 'Waits for Wi-Fi', gate: 'sync' },
              on: { 'wifi.back': { actions: 'regainWifi', target: 'choosing' } },
            },
            current: {
              type: 'final',
              meta: { says: 'Every service has delivered what it holds', gate: 'sync', shows: ['A12b'] },
            },
          },
        },
        keychain: {
          initial: 'checking',
          states: {
            checking: { always: [{ guard: 'keychainWaits', target: 'asking' }, { target: 'settled' }] },
            asking: {
              meta: {
                says: 'iCloud Keychain asks for the passcode of an older device',
                gate: 'sync',
                screen: 'keychain-passcode',
                usual: ['keychain.passcodeEntered', 'keychain.passcodeSkipped'],
              },
              entry: 'askForPasscode',
              on: {
                'keychain.passcodeEntered': { guard: 'passcodeKnown', actions: 'acceptPasscode', target: 'settled' },
                'keychain.passcodeSkipped': { actions: 'skipPasscode', target: 'skipped' },
              },
            },
            skipped: {
              meta: { says: 'The passcode can still be given later', gate: 'sync' },
              on: {
                'keychain.passcodeEntered': { guard: 'passcodeKnown', actions: 'acceptPasscode', target: 'settled' },
              },
            },
            settled: { type: 'final' },
          },
        },
      },
    },
  },
});
