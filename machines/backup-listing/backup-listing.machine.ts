import { assign, emit, setup } from 'xstate';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { listBackups, reasonForNothing } from '../../src/rulebook/case/listing.ts';
import type { Block } from '../../src/rulebook/case/situation.ts';
import { compareVersions } from '../../src/model/version.ts';
import type { ChartMeta } from '../chart-meta.ts';
import { type Emitted, momentOf, type PersonEvent, type RunEvent } from '../events.ts';
import { TIMING } from '../timing.ts';

interface Context {
  readonly file: CaseFile;
  readonly account: string | null;
  readonly ios: string;
  readonly backup: string | null;
  readonly dueAt: number | null;
}
export interface ListingOutput {
  readonly at: number;
  readonly left: 'chosen' | 'back' | 'gave-up' | 'set-up-as-new';
  readonly backup: string | null;
  readonly ios: string;
  readonly because: Block | null;
}

const rowsOf = ({ file, account, ios }: Context) => listBackups(file, account, ios);
const leave =
  (left: ListingOutput['left']) =>
  ({ context, event }: { context: Context; event: unknown }): ListingOutput => ({
    at: momentOf(event),
    left,
    backup: left === 'chosen' ? context.backup : null,
    ios: context.ios,
    because:
      left === 'chosen' || left === 'back' ? null : reasonOf(context, left, (event as { backup?: string }).backup),
  });

function reasonOf(context: Context, left: 'gave-up' | 'set-up-as-new', wanted: string | undefined): Block {
  const rows = rowsOf(context);
  const missed = rows.find((row) => row.backup.id === wanted)?.reason;
  if (missed) return missed;
  if (context.backup !== null && context.file.backup(context.backup)?.encrypted === 'yes') return 'backup-password';
  if (left === 'set-up-as-new' && rows.some((row) => row.usable)) return 'set-up-as-new';
  const reason = reasonForNothing(rows);
  return reason === 'newer-ios' && cannotReach(context, rows[0]?.backup.ios ?? '0') ? 'no-update' : reason;
}

/** Whether even the newest iOS of this model is older than the backup's. */
const cannotReach = ({ file }: Context, needed: string): boolean =>
  file.world.device.latestIos !== undefined && compareVersions(file.world.device.latestIos, needed) < 0;

/**
 * The list of backups: newest first, dimmed rows, a password for an encrypted one, an update for one that is too
 * new.
 */
export const backupListingMachine = setup({
  types: {
    context: {} as Context,
    events: {} as PersonEvent | RunEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; account: string | null; ios: string; at: number },
    output: {} as ListingOutput,
    meta: {} as ChartMeta,
  },
  guards: {
    isDue: ({ context, event }) => context.dueAt !== null && momentOf(event) >= context.dueAt,
    somethingUsable: ({ context }) => rowsOf(context).some((row) => row.usable),
    isUsable: ({ context, event }) =>
      event.type === 'backup.chosen' && rowsOf(context).some((row) => row.usable && row.backup.id === event.backup),
    isUsableAndLocked: ({ context, event }) =>
      event.type === 'backup.chosen' &&
      rowsOf(context).some(
        (row) =>
          row.usable &&
          row.backup.id === event.backup &&
          row.backup.encrypted === 'yes' &&
          row.backup.kind === 'computer',
      ),
    backupPasswordFits: ({ context, event }) =>
      event.type === 'backup.passwordEntered' &&
      event.password === 'right' &&
      context.file.backup(context.backup)?.password === 'known',
    updateWouldHelp: ({ context }) => {
      const { latestIos } = context.file.world.device;
      return latestIos !== undefined && compareVersions(latestIos, context.ios) > 0;
    },
  },
  actions: {
    startLoading: assign({ dueAt: ({ event }) => momentOf(event) + TIMING.loadList }),
    startUpdate: assign({ dueAt: ({ event }) => momentOf(event) + TIMING.update }),
    stopWaiting: assign({ dueAt: null }),
    finishUpdate: assign({ dueAt: null, ios: ({ context }) => context.file.world.device.latestIos ?? context.ios }),
    rememberBackup: assign({
      backup: ({ context, event }) => (event.type === 'backup.chosen' ? event.backup : context.backup),
    }),
    raiseNothing: emit(({ context }) => ({
      type: 'alert.raised',
      alert: rowsOf(context).some((row) => row.reason === 'newer-ios') ? 'backup-needs-newer-ios' : 'no-backups',
    })),
    clearNothing: emit(({ context }) => ({
      type: 'alert.cleared',
      alert: rowsOf(context).some((row) => row.reason === 'newer-ios') ? 'backup-needs-newer-ios' : 'no-backups',
    })),
    raiseUpdateNeeded: emit({ type: 'alert.raised', alert: 'update-needed' }),
    clearUpdateNeeded: emit({ type: 'alert.cleared', alert: 'update-needed' }),
    askForPassword: emit({ type: 'prompt.shown', prompt: 'backup-password' }),
    passwordGiven: emit({ type: 'prompt.answered', prompt: 'backup-password', answer: 'given' }),
    passwordWrong: emit({ type: 'prompt.answered', prompt: 'backup-password', answer: 'wrong' }),
    passwordSkipped: emit({ type: 'prompt.answered', prompt: 'backup-password', answer: 'skipped' }),
    raiseWrongPassword: emit({ type: 'alert.raised', alert: 'backup-password-wrong' }),
    clearWrongPassword: emit({ type: 'alert.cleared', alert: 'backup-password-wrong' }),
  },
}).createMachine({
  id: 'backupListing',
  context: ({ input }) => ({ file: input.file, account: input.account, ios: input.ios, backup: null, dueAt: null }),
  initial: 'loading',
  states: {
    loading: {
      meta: { says: 'The list is being fetched', gate: 'listing', screen: 'backup-list-loading', shows: ['C4'] },
      entry: 'startLoading',
      exit: 'stopWaiting',
      on: {
        'clock.moved': [{ guard: { type: 'isDue' }, target: 'loaded' }],
      },
    },
    loaded: { always: [{ guard: 'somethingUsable', target: 'showing' }, { target: 'nothingUsable' }] },
    showing: {
      meta: {
        says: 'At least one backup can be chosen',
        gate: 'listing',
        screen: 'backup-list',
        usual: ['backup.chosen'],
        shows: ['C4', 'C7'],
      },
      on: {
        'backup.chosen': [
          { guard: 'isUsableAndLocked', actions: 'rememberBackup', target: 'askingPassword' },
          { guard: 'isUsable', actions: 'rememberBackup', target: 'chosen' },
        ],
        'update.requested': { guard: 'updateWouldHelp', target: 'updating' },
        back: 'wentBack',
        'setup.asNew': 'setUpAsNew',
        'person.gaveUp': 'gaveUp',
      },
    },
    nothingUsable: {
      meta: {
        says: 'The list is empty or dimmed',
        gate: 'listing',
        screen: 'backup-list',
        usual: ['update.requested', 'person.gaveUp'],
        shows: ['C5a', 'C5b', 'C5c', 'C5d'],
      },
      entry: 'raiseNothing',
      exit: 'clearNothing',
      on: {
        'update.requested': { guard: 'updateWouldHelp', target: 'updating' },
        back: 'wentBack',
        'setup.asNew': 'setUpAsNew',
        'person.gaveUp': 'gaveUp',
      },
    },
    updating: {
      meta: {
        says: 'The device is brought to its newest iOS',
        gate: 'listing',
        screen: 'updating',
        shows: ['C5b', 'C9'],
      },
      entry: ['startUpdate', 'raiseUpdateNeeded'],
      exit: 'clearUpdateNeeded',
      on: { 'clock.moved': { guard: 'isDue', actions: 'finishUpdate', target: 'loading' } },
    },
    askingPassword: {
      meta: {
        says: 'Asks for the password of the encrypted backup',
        gate: 'listing',
        screen: 'backup-password',
        usual: ['backup.passwordEntered', 'person.gaveUp'],
      },
      entry: 'askForPassword',
      initial: 'waiting',
      states: { waiting: {}, wrong: { entry: 'raiseWrongPassword', exit: 'clearWrongPassword' } },
      on: {
        'backup.passwordEntered': [
          { guard: 'backupPasswordFits', actions: 'passwordGiven', target: 'chosen' },
          { actions: 'passwordWrong', target: '.wrong', reenter: false },
        ],
        back: { actions: 'passwordSkipped', target: 'showing' },
        'person.gaveUp': { actions: 'passwordSkipped', target: 'gaveUp' },
      },
    },
    chosen: { type: 'final', output: leave('chosen') },
    wentBack: { type: 'final', output: leave('back') },
    setUpAsNew: { type: 'final', output: leave('set-up-as-new') },
    gaveUp: { type: 'final', output: leave('gave-up') },
  },
  output: ({ event }) => event.output as ListingOutput,
});
