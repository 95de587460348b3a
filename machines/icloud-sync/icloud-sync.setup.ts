import { assign, emit, enqueueActions, setup } from 'xstate';
import { must } from '../../src/model/must.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { ItemGroup } from '../../src/rulebook/judge/judgement.ts';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import type { Connection, ConnectionNotice } from '../connection/connection.setup.ts';
import { knowingActions } from '../connection/knows-connection.ts';
import type { EventOf } from '../event-of.ts';
import type { Emitted, NoticeEvent, PersonEvent, RunEvent } from '../events.ts';
import { holdsOf } from '../guard.ts';
import { holdingActions, waitingActions } from '../waiting.ts';
import { SYNC_GUARDS, type SyncContext } from './icloud-sync.guards.ts';
import {
  judgeUnder,
  notYetDelivered,
  openAhead,
  sealedItems,
  shutItems,
  turnsOf,
  withheldAtFirst,
} from './sync-queue.ts';

type SyncEvent = PersonEvent | RunEvent | NoticeEvent | ConnectionNotice<'wifi'> | ConnectionNotice<'network'>;

/** A group of sync verdicts as what leaves the machine; a copy that cannot come only explains itself. */
const deliver = (groups: readonly ItemGroup[]): Emitted[] =>
  groups.flatMap((group): Emitted[] => {
    const { items, gate, rule, outcome } = group;
    if (rule === null) return [];
    if (outcome === 'synced') return [{ type: 'item.arrived', items, gate, from: 'sync', rule }];
    if (outcome === 'pending') return [{ type: 'item.waiting', items, gate, rule, also: group.also }];
    return outcome === 'unknown' ? [{ type: 'item.judged', ...group }] : [{ type: 'sync.withheld', items, rule }];
  });

/** What a reset has taken: it had waited, and now it does not come. */
const giveUp = (groups: readonly ItemGroup[]): Emitted[] =>
  groups.flatMap((group): Emitted[] => (group.outcome === 'synced' ? [] : [{ type: 'item.judged', ...group }]));

/** How long the service whose turn it is takes; nothing when all have had theirs. */
export const nextService = ({ context }: { context: SyncContext }) => ({
  ms: turnsOf(context)[context.done]?.durationMs ?? 0,
});

export const syncSetup = setup({
  types: {
    context: {} as SyncContext,
    events: {} as SyncEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; connection: Pick<Connection, 'wifi' | 'network'>; at: number },
    meta: {} as ChartMeta,
    tags: {} as ChartTag,
  },
})
  .extend({
    guards: holdsOf(SYNC_GUARDS),
    actions: {
      ...waitingActions<SyncContext, SyncEvent>(),
      ...holdingActions<SyncContext, SyncEvent>(),
      ...knowingActions<SyncContext, SyncEvent, 'wifi' | 'network'>(),
    },
  })
  .extend({
    actions: {
      rememberSituation: assign(({ context }, { situation, restoreRan }: EventOf<'homeScreen.reached'>) => ({
        situation,
        // Who has joined two phones has given it there.
        keychainPasscode: situation.keychainPasscode === 'given' ? 'given' : context.keychainPasscode,
        restoreRan,
        done: 0,
      })),
      /** What had not come yet waits for the next sign-in; what had come is told where it lies. */
      forgetAccount: enqueueActions(({ context, enqueue }, { situation }: EventOf<'account.left'>) => {
        const ahead = notYetDelivered(context);
        enqueue.assign({ situation, keychainPasscode: 'not-asked', done: 0, dueAtMs: null, remainingMs: null });
        for (const emitted of deliver(judgeUnder({ ...context, situation, keychainPasscode: 'not-asked' }, ahead)))
          if (emitted.type === 'item.waiting') enqueue.emit(emitted);
      }),
      deliverService: enqueueActions(({ context, enqueue }) => {
        const turn = must(turnsOf(context)[context.done], 'the turn of a service');
        for (const emitted of deliver(judgeUnder(context, turn.items))) enqueue.emit(emitted);
        enqueue.assign({ done: context.done + 1, dueAtMs: null, remainingMs: null });
      }),
      explainTheRest: enqueueActions(({ context, enqueue }) => {
        for (const emitted of deliver(withheldAtFirst(context))) enqueue.emit(emitted);
      }),
      askForPasscode: emit({ type: 'prompt.shown', prompt: 'keychain-passcode' }),
      /** With the passcode of an older device or with a recovery way: one answer opens all that waited for it. */
      openChain: enqueueActions(({ context, enqueue }) => {
        enqueue.assign({ keychainPasscode: 'given' });
        if (context.keychainPasscode === 'not-asked')
          enqueue.emit({ type: 'prompt.answered', prompt: 'keychain-passcode', answer: 'given' });
      }),
      skipPasscode: enqueueActions(({ enqueue }) => {
        enqueue.assign({ keychainPasscode: 'skipped' });
        enqueue.emit({ type: 'prompt.answered', prompt: 'keychain-passcode', answer: 'skipped' });
      }),
      resetSealed: enqueueActions(({ context, enqueue }) => {
        enqueue.assign({ keychainPasscode: 'reset' });
        if (context.keychainPasscode === 'not-asked')
          enqueue.emit({ type: 'prompt.answered', prompt: 'keychain-passcode', answer: 'skipped' });
        const after = { ...context, keychainPasscode: 'reset' } as const;
        const shut = judgeUnder(after, shutItems(context));
        const ahead = judgeUnder(after, openAhead(context));
        for (const emitted of giveUp([...judgeUnder(after, sealedItems(context)), ...shut, ...ahead]))
          enqueue.emit(emitted);
        // Why these cannot come has been told before, and is another reason now.
        for (const emitted of deliver(shut)) enqueue.emit(emitted);
      }),
    },
  });
