import { assign, enqueueActions, sendTo, setup } from 'xstate';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { downloadQueue } from '../content-download/download-queue.ts';
import { judgeAnew } from '../../src/rulebook/judge/judgement.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import type { ChartMeta } from '../chart-meta.ts';
import { outcomeOf } from '../content-download/content-download.machine.ts';
import { type Emitted, momentOf, type SimulationEvent } from '../events.ts';
import { icloudSyncMachine } from '../icloud-sync/icloud-sync.machine.ts';
import { restoreMachine, type RestoreOutput } from '../restore/restore.machine.ts';

interface Context {
  readonly file: CaseFile;
  readonly attempt: number;
  readonly wifi: boolean;
  readonly power: boolean;
  /** What the last restore left behind; null while it runs. */
  readonly situation: Situation | null;
  readonly frozen: Situation | null;
}

const surroundingsOf = (file: CaseFile) => ({
  wifi: file.world.surroundings.wifi === 'on',
  power: file.world.surroundings.power === 'on',
});

/** What waits after the restore for this account or app, judged anew. */
function judgeWaiting(
  { file, frozen, situation: before }: Context,
  situation: Situation,
  concerns: (account: string | null, app: string | undefined) => boolean,
) {
  if (!frozen || !before) return [];
  const backup = file.backup(frozen.backup);
  const items = downloadQueue(file, frozen)
    .flatMap((batch) => batch.items)
    .filter((item) => concerns(file.buyerOf(item, backup), item.category === 'app' ? undefined : item.app));
  return judgeAnew(file, items, before, situation, 'download').filter(
    (group) => group.outcome === 'downloaded-again' || group.rule === null,
  );
}

/** The root: one restore and iCloud sync side by side, and what the person does with the phone afterwards. */
export const simulationMachine = setup({
  types: {
    context: {} as Context,
    events: {} as SimulationEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; at: number },
    meta: {} as ChartMeta,
  },
  actors: { restore: restoreMachine, icloudSync: icloudSyncMachine },
  guards: {
    wifiIsOn: ({ context }) => context.wifi,
    wifiIsOff: ({ context }) => !context.wifi,
    powerIsOn: ({ context }) => context.power,
    powerIsOff: ({ context }) => !context.power,
    accountWasSkipped: ({ context, event }) =>
      event.type === 'store.passwordEntered' &&
      (context.situation?.passwordsSkipped.includes(event.account) ?? false) &&
      context.file.account(event.account)?.password !== 'forgotten',
    passwordKnown: ({ context, event }) =>
      event.type === 'settings.signedIn' && context.file.account(event.account)?.password === 'known',
    restoreBroughtApps: ({ context }) => context.frozen !== null,
  },
  actions: {
    rememberEnd: assign(({ event }) => {
      const { situation, frozen } = (event as unknown as { output: RestoreOutput }).output;
      return { situation, frozen };
    }),
    beginAttempt: assign(({ context, event }) =>
      event.type === 'attempt.began'
        ? {
            file: event.file,
            attempt: context.attempt + 1,
            ...surroundingsOf(event.file),
            situation: null,
            frozen: null,
          }
        : context,
    ),
    /** An event without target and action would count as refused. */
    changeNothing: () => {},
    loseWifi: assign({ wifi: false }),
    regainWifi: assign({ wifi: true }),
    losePower: assign({ power: false }),
    regainPower: assign({ power: true }),
    acceptStorePassword: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'store.passwordEntered' || !context.situation) return;
      const { account } = event;
      const situation: Situation = {
        ...context.situation,
        passwordsGiven: [...context.situation.passwordsGiven, account],
        passwordsSkipped: context.situation.passwordsSkipped.filter((skipped) => skipped !== account),
      };
      enqueue.assign({ situation });
      enqueue.emit({ type: 'prompt.answered', prompt: 'account-password', account, answer: 'given' });
      for (const group of judgeWaiting(context, situation, (buyer) => buyer === account))
        enqueue.emit(outcomeOf(group));
    }),
    logIn: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'app.loggedIn' || !context.situation) return;
      const situation: Situation = {
        ...context.situation,
        loggedIn: [...new Set([...context.situation.loggedIn, event.app])],
      };
      enqueue.assign({ situation });
      enqueue.emit({ type: 'prompt.shown', prompt: 'app-login' });
      enqueue.emit({ type: 'prompt.answered', prompt: 'app-login', answer: 'given' });
      for (const group of judgeWaiting(context, situation, (_buyer, app) => app === event.app))
        enqueue.emit(outcomeOf(group));
    }),
    tellSync: sendTo('icloudSync', ({ context, event }) => ({
      type: 'homeScreen.reached',
      at: momentOf(event),
      situation: {
        ...(context.situation as Situation),
        account: event.type === 'settings.signedIn' ? event.account : null,
      },
      restoreRan: context.frozen !== null,
    })),
  },
}).createMachine({
  id: 'simulation',
  context: ({ input }) => ({
    file: input.file,
    attempt: 1,
    ...surroundingsOf(input.file),
    situation: null,
    frozen: null,
  }),
  initial: 'restoring',
  on: {
    'wifi.lost': { guard: 'wifiIsOn', actions: 'loseWifi' },
    'wifi.back': { guard: 'wifiIsOff', actions: 'regainWifi' },
    'power.lost': { guard: 'powerIsOn', actions: 'losePower' },
    'power.back': { guard: 'powerIsOff', actions: 'regainPower' },
    'screen.tapped': { actions: 'changeNothing' },
    'screen.locked': { actions: 'changeNothing' },
    'screen.unlocked': { actions: 'changeNothing' },
  },
  states: {
    restoring: {
      meta: { says: 'A restore, with iCloud sync beside it' },
      invoke: [
        {
          id: 'icloudSync',
          src: 'icloudSync',
          systemId: 'icloudSync',
          input: ({ context, event }) => ({ file: context.file, wifi: context.wifi, at: momentOf(event) }),
        },
        {
          id: 'restore',
          src: 'restore',
          systemId: 'restore',
          input: ({ context, event }) => ({
            file: context.file,
            wifi: context.wifi,
            power: context.power,
            at: momentOf(event),
          }),
          onDone: { actions: 'rememberEnd', target: '.over' },
        },
      ],
      initial: 'running',
      on: {
        'homeScreen.reached': {},
        'attempt.began': { actions: 'beginAttempt', target: 'restoring', reenter: true },
      },
      states: {
        running: { meta: { says: 'The restore runs' } },
        over: {
          meta: { says: 'The restore is over; no second phase follows', shows: ['A3', 'A6', 'A12c'] },
          on: {
            'store.passwordEntered': { guard: 'accountWasSkipped', actions: 'acceptStorePassword' },
            'app.loggedIn': { guard: 'restoreBroughtApps', actions: 'logIn' },
            'settings.signedIn': { guard: 'passwordKnown', actions: 'tellSync' },
          },
        },
      },
    },
  },
});
