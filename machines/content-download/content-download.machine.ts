import { assign, emit, enqueueActions, setup } from 'xstate';
import type { Item } from '../../src/model/world.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { accountsToAsk, downloadQueue, lastsOf } from './download-queue.ts';
import { close, type ItemGroup, judge, judgeAnew } from '../../src/rulebook/judge/judgement.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import type { ChartMeta } from '../chart-meta.ts';
import { type Emitted, momentOf, type PersonEvent, type RunEvent, type SurroundingsEvent } from '../events.ts';

interface Context {
  readonly file: CaseFile;
  /** The situation at the freeze: it fixes what is in the queue. */
  readonly frozen: Situation;
  readonly situation: Situation;
  readonly wifi: boolean;
  readonly power: boolean;
  /** Batches that have arrived. */
  readonly done: number;
  readonly dueAt: number | null;
  readonly remaining: number | null;
  /** Accounts that have been asked for their password. */
  readonly asked: number;
}
export interface DownloadOutput {
  readonly at: number;
  readonly left: 'finished' | 'stopped';
  readonly situation: Situation;
}

const queueOf = ({ file, frozen }: Context) => downloadQueue(file, frozen);
const askedAccount = ({ file, frozen, situation, asked }: Context): string | undefined =>
  accountsToAsk(file, frozen, situation.account)[asked];
const arrivedItems = (context: Context): readonly Item[] =>
  queueOf(context)
    .slice(0, context.done)
    .flatMap((batch) => batch.items);
const openItems = (context: Context): readonly Item[] =>
  queueOf(context)
    .slice(context.done)
    .flatMap((batch) => batch.items);
const leave =
  (left: DownloadOutput['left']) =>
  ({ context, event }: { context: Context; event: unknown }): DownloadOutput => ({
    at: momentOf(event),
    left,
    situation: context.situation,
  });

/** One emitted event for each way in which items of a group go on from the download. */
export function outcomeOf(group: ItemGroup): Emitted {
  const { items, gate, rule, outcome } = group;
  if (rule === null) return { type: 'item.arrived', items, gate, from: 'backup', rule };
  if (outcome === 'downloaded-again') return { type: 'item.arrived', items, gate, from: 'store', rule };
  if (outcome === 'pending') return { type: 'item.waiting', items, gate, rule, also: group.also };
  return { type: 'item.judged', ...group };
}

/** After the restart: content by kind, passwords by account, pauses without power or Wi-Fi, Stop Restoring. */
export const contentDownloadMachine = setup({
  types: {
    context: {} as Context,
    events: {} as PersonEvent | SurroundingsEvent | RunEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; frozen: Situation; situation: Situation; wifi: boolean; power: boolean; at: number },
    output: {} as DownloadOutput,
    meta: {} as ChartMeta,
  },
  guards: {
    isDue: ({ context, event }) => context.dueAt !== null && momentOf(event) >= context.dueAt,
    allFetched: ({ context }) => context.done >= queueOf(context).length,
    lastIsDue: ({ context, event }) =>
      context.dueAt !== null && momentOf(event) >= context.dueAt && context.done + 1 >= queueOf(context).length,
    connected: ({ context }) => context.wifi && context.power,
    wifiIsOn: ({ context }) => context.wifi,
    wifiIsOff: ({ context }) => !context.wifi,
    powerIsOn: ({ context }) => context.power,
    powerIsOff: ({ context }) => !context.power,
    onlyWifiMissing: ({ context }) => !context.wifi && context.power,
    onlyPowerMissing: ({ context }) => !context.power && context.wifi,
    someAccountLeft: ({ context }) => askedAccount(context) !== undefined,
    passwordFits: ({ context, event }) =>
      event.type === 'store.passwordEntered' &&
      event.account === askedAccount(context) &&
      context.file.account(event.account)?.password !== 'forgotten',
    asksThisAccount: ({ context, event }) =>
      event.type === 'store.passwordSkipped' && event.account === askedAccount(context),
    skippedBefore: ({ context, event }) =>
      event.type === 'store.passwordEntered' &&
      context.situation.passwordsSkipped.includes(event.account) &&
      context.file.account(event.account)?.password !== 'forgotten',
    isCloudRestore: ({ context }) => context.file.world.route === 'icloud',
  },
  actions: {
    startBatch: assign({
      dueAt: ({ context, event }) =>
        momentOf(event) +
        (context.remaining ?? lastsOf(context.file, queueOf(context)[context.done], context.situation)),
      remaining: null,
    }),
    holdBatch: assign({
      remaining: ({ context, event }) => (context.dueAt === null ? null : context.dueAt - momentOf(event)),
      dueAt: null,
    }),
    finishBatch: enqueueActions(({ context, enqueue }) => {
      const batch = queueOf(context)[context.done];
      for (const group of judge(context.file, batch?.items ?? [], context.situation, 'download'))
        enqueue.emit(outcomeOf(group));
      enqueue.assign({ done: context.done + 1, dueAt: null, remaining: null });
    }),
    loseWifi: assign({ wifi: false }),
    losePower: assign({ power: false }),
    regainWifi: assign({ wifi: true }),
    regainPower: assign({ power: true }),
    raiseConnectionAlerts: enqueueActions(({ context, enqueue }) => {
      if (!context.wifi) enqueue.emit({ type: 'alert.raised', alert: 'wifi-lost' });
      if (!context.power) enqueue.emit({ type: 'alert.raised', alert: 'power-lost' });
    }),
    raiseWifiLost: emit({ type: 'alert.raised', alert: 'wifi-lost' }),
    raisePowerLost: emit({ type: 'alert.raised', alert: 'power-lost' }),
    clearWifiLost: emit({ type: 'alert.cleared', alert: 'wifi-lost' }),
    clearPowerLost: emit({ type: 'alert.cleared', alert: 'power-lost' }),
    clearConnectionAlerts: enqueueActions(({ context, enqueue }) => {
      if (!context.wifi) enqueue.emit({ type: 'alert.cleared', alert: 'wifi-lost' });
      if (!context.power) enqueue.emit({ type: 'alert.cleared', alert: 'power-lost' });
    }),
    askForPassword: emit(({ context }) => ({
      type: 'prompt.shown',
      prompt: 'account-password',
      account: askedAccount(context) ?? '',
    })),
    acceptPassword: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'store.passwordEntered') return;
      const { account } = event;
      const situation: Situation = {
        ...context.situation,
        passwordsGiven: [...context.situation.passwordsGiven, account],
        passwordsSkipped: context.situation.passwordsSkipped.filter((skipped) => skipped !== account),
      };
      enqueue.assign({ situation });
      enqueue.emit({ type: 'prompt.answered', prompt: 'account-password', account, answer: 'given' });
      const waiting = arrivedItems(context).filter(
        (item) => context.file.buyerOf(item, context.file.backup(context.frozen.backup)) === account,
      );
      for (const group of judgeAnew(context.file, waiting, context.situation, situation, 'download'))
        enqueue.emit(outcomeOf(group));
    }),
    skipPassword: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'store.passwordSkipped') return;
      enqueue.assign({
        situation: { ...context.situation, passwordsSkipped: [...context.situation.passwordsSkipped, event.account] },
      });
      enqueue.emit({ type: 'prompt.answered', prompt: 'account-password', account: event.account, answer: 'skipped' });
    }),
    nextAccount: assign({ asked: ({ context }) => context.asked + 1 }),
    logIn: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'app.loggedIn') return;
      const situation: Situation = {
        ...context.situation,
        loggedIn: [...new Set([...context.situation.loggedIn, event.app])],
      };
      enqueue.assign({ situation });
      enqueue.emit({ type: 'prompt.shown', prompt: 'app-login' });
      enqueue.emit({ type: 'prompt.answered', prompt: 'app-login', answer: 'given' });
      const waiting = arrivedItems(context).filter((item) => item.app === event.app && item.category !== 'app');
      for (const group of judgeAnew(context.file, waiting, context.situation, situation, 'download'))
        enqueue.emit(outcomeOf(group));
    }),
    closeAsStopped: enqueueActions(({ context, enqueue }) => {
      for (const group of close(
        context.file,
        openItems(context),
        { ...context.situation, ended: 'stopped' },
        'download',
      ))
        enqueue.emit({ type: 'item.judged', ...group });
    }),
    closeAsRunning: enqueueActions(({ context, enqueue }) => {
      for (const group of close(
        context.file,
        openItems(context),
        { ...context.situation, ended: 'story-ended' },
        'download',
      )) {
        enqueue.emit(group.rule === null ? { type: 'item.judged', ...group } : outcomeOf(group));
      }
    }),
  },
}).createMachine({
  id: 'contentDownload',
  context: ({ input }) => ({
    file: input.file,
    frozen: input.frozen,
    situation: input.situation,
    wifi: input.wifi,
    power: input.power,
    done: 0,
    dueAt: null,
    remaining: null,
    asked: 0,
  }),
  initial: 'downloading',
  states: {
    downloading: {
      type: 'parallel',
      onDone: 'finished',
      on: {
        'stop.tapped': { guard: 'isCloudRestore', actions: 'closeAsStopped', target: 'stopped' },
        'app.loggedIn': { actions: 'logIn' },
        'story.ended': { actions: 'closeAsRunning' },
      },
      states: {
        content: {
          initial: 'choosing',
          states: {
            choosing: {
              always: [
                { guard: 'allFetched', target: 'allFetched' },
                { guard: 'connected', target: 'fetching' },
                { target: 'paused' },
              ],
            },
            fetching: {
              meta: {
                says: 'Content comes down, kind by kind; the device can be used',
                gate: 'download',
                screen: 'home-restoring',
                shows: ['C14', 'C6', 'C16'],
              },
              entry: 'startBatch',
              on: {
                'clock.moved': [
                  { guard: 'lastIsDue', actions: 'finishBatch', target: 'allFetched' },
                  { guard: 'isDue', actions: ['finishBatch', 'startBatch'] },
                ],
                'wifi.lost': { actions: ['loseWifi', 'holdBatch'], target: 'paused' },
                'power.lost': { actions: ['losePower', 'holdBatch'], target: 'paused' },
              },
            },
            paused: {
              meta: {
                says: 'Waits for power and Wi-Fi, and goes on where it stopped',
                gate: 'download',
                screen: 'home-paused',
                shows: ['C3', 'C15'],
              },
              entry: 'raiseConnectionAlerts',
              on: {
                'wifi.lost': { guard: 'wifiIsOn', actions: ['loseWifi', 'raiseWifiLost'] },
                'power.lost': { guard: 'powerIsOn', actions: ['losePower', 'raisePowerLost'] },
                'wifi.back': [
                  { guard: 'onlyWifiMissing', actions: ['clearWifiLost', 'regainWifi'], target: 'choosing' },
                  { guard: 'wifiIsOff', actions: ['clearWifiLost', 'regainWifi'] },
                ],
                'power.back': [
                  { guard: 'onlyPowerMissing', actions: ['clearPowerLost', 'regainPower'], target: 'choosing' },
                  { guard: 'powerIsOff', actions: ['clearPowerLost', 'regainPower'] },
                ],
              },
            },
            allFetched: { type: 'final' },
          },
        },
        accounts: {
          initial: 'checking',
          states: {
            checking: { always: [{ guard: 'someAccountLeft', target: 'asking' }, { target: 'allAsked' }] },
            asking: {
              meta: {
                says: 'Asks for the password of another store account',
                gate: 'download',
                screen: 'store-password',
                usual: ['store.passwordEntered', 'store.passwordSkipped'],
                shows: ['C13'],
              },
              entry: 'askForPassword',
              on: {
                'store.passwordEntered': {
                  guard: 'passwordFits',
                  actions: ['acceptPassword', 'nextAccount'],
                  target: 'checking',
                },
                'store.passwordSkipped': {
                  guard: 'asksThisAccount',
                  actions: ['skipPassword', 'nextAccount'],
                  target: 'checking',
                },
              },
            },
            allAsked: {
              type: 'final',
            },
          },
        },
      },
    },
    finished: { type: 'final', output: leave('finished') },
    stopped: { type: 'final', entry: 'clearConnectionAlerts', output: leave('stopped') },
  },
  output: ({ event }) => event.output as DownloadOutput,
});
