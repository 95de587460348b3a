import { must } from '../../src/model/must.ts';
import { assign, emit, enqueueActions, setup } from 'xstate';
import type { Item } from '../../src/model/world.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import {
  appStuck,
  blockedBy,
  endedAs,
  passwordSkipped,
  roomRanOut,
} from '../../src/rulebook/case/situation-changes.ts';
import type { Lacking, Situation } from '../../src/rulebook/case/situation.ts';
import { judge, judgeAtClose } from '../../src/rulebook/judge/judgement.ts';
import { appActions } from '../app-actions.ts';
import { isToldAlready } from '../app-acts.ts';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import type { Connection, ConnectionNotice } from '../connection/connection.setup.ts';
import { CONNECTION_ALERTS, knowingActions } from '../connection/knows-connection.ts';
import type { EventOf } from '../event-of.ts';
import type { Emitted, PersonEvent, RunEvent, SurroundingsEvent } from '../events.ts';
import { holdsOf } from '../guard.ts';
import { eventOfGroup, eventOfOpenGroup } from '../item-events.ts';
import { holdingActions } from '../waiting.ts';
import { askedAccount, DOWNLOAD_GUARDS, type DownloadContext, batchesAhead } from './content-download.guards.ts';
import { batchDurationOf } from './download-queue.ts';
import { passwordAnswered } from './late-answers.ts';

export interface DownloadOutput {
  readonly left: 'finished' | 'stopped' | 'broken';
  readonly situation: Situation;
}
interface Input {
  readonly file: CaseFile;
  readonly situationAtFreeze: Situation;
  readonly situation: Situation;
  readonly connection: Connection;
  readonly lacking: Lacking;
  readonly at: number;
}
type DownloadEvent = PersonEvent | SurroundingsEvent | RunEvent | ConnectionNotice;

export const downloadLeft =
  (left: DownloadOutput['left']) =>
  ({ context }: { context: DownloadContext }): DownloadOutput => ({ left, situation: context.situation });

/** What the person has done with an app was told at once, whenever its turn comes. */
const untold =
  ({ situation }: DownloadContext) =>
  (item: Item): boolean =>
    !isToldAlready(situation, item);

const arrivedItems = (context: DownloadContext): readonly Item[] =>
  batchesAhead(context)
    .slice(0, context.done)
    .flatMap((batch) => batch.items);
const openItems = (context: DownloadContext): readonly Item[] =>
  batchesAhead(context)
    .slice(context.done)
    .flatMap((batch) => batch.items)
    .filter(untold(context));

/** How long the batch whose turn it is takes, in the situation of this moment. */
export const nextBatch = ({ context }: { context: DownloadContext }) => ({
  ms: batchDurationOf(context.file, batchesAhead(context)[context.done], context.situation),
});

export const downloadSetup = setup({
  types: {
    context: {} as DownloadContext,
    events: {} as DownloadEvent,
    emitted: {} as Emitted,
    input: {} as Input,
    output: {} as DownloadOutput,
    meta: {} as ChartMeta,
    tags: {} as ChartTag,
  },
})
  .extend({
    guards: holdsOf(DOWNLOAD_GUARDS),
    actions: {
      ...holdingActions<DownloadContext, DownloadEvent>(),
      ...knowingActions<DownloadContext, DownloadEvent>(),
    },
  })
  .extend({ actions: appActions<DownloadContext, DownloadEvent>((context) => context) })
  .extend({
    actions: {
      finishBatch: enqueueActions(({ context, enqueue }) => {
        const batch = must(batchesAhead(context)[context.done], 'the batch whose turn it is');
        for (const group of judge(context.file, batch.items.filter(untold(context)), context.situation, 'download'))
          enqueue.emit(eventOfGroup(group));
        enqueue.assign({ done: context.done + 1, dueAtMs: null, remainingMs: null });
      }),
      raiseWifiLost: emit(CONNECTION_ALERTS.raiseWifiLost),
      clearWifiLost: emit(CONNECTION_ALERTS.clearWifiLost),
      raisePowerLost: emit(CONNECTION_ALERTS.raisePowerLost),
      clearPowerLost: emit(CONNECTION_ALERTS.clearPowerLost),
      askForPassword: emit(({ context }) => ({
        type: 'prompt.shown',
        prompt: 'account-password',
        account: must(askedAccount(context), 'the account that is asked'),
      })),
      acceptPassword: enqueueActions(({ context, enqueue }, { account }: EventOf<'store.passwordEntered'>) => {
        const answer = passwordAnswered(context.file, arrivedItems(context), context.situation, account);
        enqueue.assign({ situation: answer.situation });
        for (const event of [...answer.told, ...answer.groups.map(eventOfGroup)]) enqueue.emit(event);
      }),
      skipPassword: enqueueActions(({ context, enqueue }, { account }: EventOf<'store.passwordSkipped'>) => {
        enqueue.assign({ situation: passwordSkipped(context.situation, account) });
        enqueue.emit({ type: 'prompt.answered', prompt: 'account-password', account, answer: 'skipped' });
      }),
      nextAccount: assign({ asked: ({ context }) => context.asked + 1 }),
      noteParts: assign((_, { lacking }: EventOf<'parts.changed'>) => ({ lacking })),
      standStill: assign(({ context }, { app }: EventOf<'download.stuck'>) => ({
        situation: appStuck(context.situation, app),
      })),
      runOutOfRoom: assign({
        situation: ({ context }) =>
          roomRanOut(
            context.situation,
            openItems(context).flatMap(({ category, app }) => (category === 'app' && app !== undefined ? [app] : [])),
          ),
      }),
      closeAsStopped: enqueueActions(({ context, enqueue }) => {
        const situation = endedAs(context.situation, 'stopped');
        for (const group of judgeAtClose(context.file, openItems(context), situation, 'download'))
          enqueue.emit({ type: 'item.judged', ...group });
      }),
      /** What had passed every gate before this one is asked by this one alone. */
      closeAsBroken: enqueueActions(({ context, enqueue }) => {
        const situation = endedAs(blockedBy(context.situation, 'bad-download'), 'failed');
        enqueue.emit({ type: 'alert.raised', alert: 'item-stopped' });
        for (const group of judge(context.file, openItems(context), situation, 'download'))
          enqueue.emit({ type: 'item.judged', ...group });
      }),
      closeAsRunning: enqueueActions(({ context, enqueue }) => {
        const situation = endedAs(context.situation, 'story-ended');
        for (const group of judgeAtClose(context.file, openItems(context), situation, 'download'))
          enqueue.emit(eventOfOpenGroup(group));
      }),
    },
  });
