import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import { judge } from '../../src/rulebook/judge/judgement.ts';
import type { KnowsConnection } from '../connection/knows-connection.ts';
import type { EventOf } from '../event-of.ts';
import { momentOf } from '../events.ts';
import { guardOn } from '../guard.ts';
import { type CanBeHeldUp, WAITING_GUARDS } from '../waiting.ts';
import { type SyncTask, syncQueue } from './sync-queue.ts';

export interface SyncContext extends CanBeHeldUp, KnowsConnection<'wifi'> {
  readonly file: CaseFile;
  /** As the restore reported it with the Home Screen; null before that. */
  readonly situation: Situation | null;
  readonly restoreRan: boolean;
  readonly keychainPasscode: Situation['keychainPasscode'];
  /** Services that have had their turn. */
  readonly done: number;
}

export const tasksAhead = ({ file, situation, restoreRan }: SyncContext): readonly SyncTask[] =>
  situation ? syncQueue(file, situation, restoreRan) : [];
export const judgeTask = (
  context: SyncContext,
  task: SyncTask | undefined,
  keychainPasscode: Situation['keychainPasscode'],
) =>
  context.situation && task ? judge(context.file, task.items, { ...context.situation, keychainPasscode }, 'sync') : [];
const keychainTask = (context: SyncContext): SyncTask | undefined =>
  tasksAhead(context).find((task) => task.service === 'keychain');

const guard = guardOn<SyncContext>();
const sawServices = (context: SyncContext) => ({ delivered: context.done, services: tasksAhead(context).length });
const olderDevice = ({ file, situation }: SyncContext) => file.account(situation?.account ?? null)?.devicePasscode;

export const SYNC_GUARDS = {
  ...WAITING_GUARDS,
  connected: guard({
    holds: ({ context }) => context.connection.wifi,
    saw: ({ connection }) => ({ 'Wi-Fi': connection.wifi }),
    words: 'There is no Wi-Fi.',
  }),
  disconnected: guard({
    holds: ({ context }) => !context.connection.wifi,
    saw: ({ connection }) => ({ 'Wi-Fi': connection.wifi }),
    words: 'Wi-Fi is there.',
  }),
  signedIn: guard<EventOf<'homeScreen.reached'>>({
    holds: (_asked, { situation }) => situation.account !== null,
    saw: (_context, { situation }) => ({ account: situation.account }),
    words: 'Nobody is signed in.',
  }),
  allDelivered: guard({
    holds: ({ context }) => context.done >= tasksAhead(context).length,
    saw: sawServices,
    words: 'Not every service has had its turn.',
  }),
  lastIsDue: guard({
    holds: ({ context, event }) =>
      context.dueAtMs !== null && momentOf(event) >= context.dueAtMs && context.done + 1 >= tasksAhead(context).length,
    saw: sawServices,
    words: 'Not every service has had its turn.',
  }),
  keychainWaits: guard({
    holds: ({ context }) =>
      context.keychainPasscode === 'not-asked' &&
      judgeTask(context, keychainTask(context), 'given').some((group) => group.outcome === 'synced'),
    saw: ({ keychainPasscode }) => ({ 'passcode of an older device': keychainPasscode }),
    words: 'iCloud Keychain holds nothing back for a passcode.',
  }),
  passcodeKnown: guard({
    holds: ({ context }) => olderDevice(context) === 'known',
    saw: (context) => ({ 'passcode of an older device': olderDevice(context) }),
    words: 'The passcode of the older device is not known.',
  }),
};
