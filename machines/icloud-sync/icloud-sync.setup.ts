import { assign, emit, enqueueActions, setup } from 'xstate';
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
import { judgeTask, tasksAhead, SYNC_GUARDS, type SyncContext } from './icloud-sync.guards.ts';

type SyncEvent = PersonEvent | RunEvent | NoticeEvent | ConnectionNotice<'wifi'>;

/** A group of sync verdicts as what leaves the machine; a copy that cannot come only explains itself. */
const deliver = (groups: readonly ItemGroup[]): Emitted[] =>
  groups.flatMap((group): Emitted[] => {
    const { items, gate, rule, outcome } = group;
    if (rule === null) return [];
    if (outcome === 'synced') return [{ type: 'item.arrived', items, gate, from: 'sync', rule }];
    if (outcome === 'pending') return [{ type: 'item.waiting', items, gate, rule, also: group.also }];
    return outcome === 'unknown' ? [{ type: 'item.judged', ...group }] : [{ type: 'sync.withheld', items, rule }];
  });

/** How long the service whose turn it is takes; nothing when all have had theirs. */
export const nextService = ({ context }: { context: SyncContext }) => ({
  ms: tasksAhead(context)[context.done]?.durationMs ?? 0,
});

export const syncSetup = setup({
  types: {
    context: {} as SyncContext,
    events: {} as SyncEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; connection: Pick<Connection, 'wifi'>; at: number },
    meta: {} as ChartMeta,
    tags: {} as ChartTag,
  },
})
  .extend({
    guards: holdsOf(SYNC_GUARDS),
    actions: {
      ...waitingActions<SyncContext, SyncEvent>(),
      ...holdingActions<SyncContext, SyncEvent>(),
      ...knowingActions<SyncContext, SyncEvent, 'wifi'>(),
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
      deliverService: enqueueActions(({ context, enqueue }) => {
        for (const emitted of deliver(judgeTask(context, tasksAhead(context)[context.done], context.keychainPasscode)))
          enqueue.emit(emitted);
        enqueue.assign({ done: context.done + 1, dueAtMs: null, remainingMs: null });
      }),
      askForPasscode: emit({ type: 'prompt.shown', prompt: 'keychain-passcode' }),
      acceptPasscode: enqueueActions(({ context, enqueue }) => {
        enqueue.assign({ keychainPasscode: 'given' });
        enqueue.emit({ type: 'prompt.answered', prompt: 'keychain-passcode', answer: 'given' });
        const turn = tasksAhead(context).findIndex((task) => task.service === 'keychain');
        if (turn < context.done)
          for (const emitted of deliver(judgeTask(context, tasksAhead(context)[turn], 'given'))) enqueue.emit(emitted);
      }),
      skipPasscode: enqueueActions(({ enqueue }) => {
        enqueue.assign({ keychainPasscode: 'skipped' });
        enqueue.emit({ type: 'prompt.answered', prompt: 'keychain-passcode', answer: 'skipped' });
      }),
    },
  });
