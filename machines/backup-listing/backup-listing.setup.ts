import { must } from '../../src/model/must.ts';
import { assign, emit, setup } from 'xstate';
import { compareVersions } from '../../src/model/version.ts';
import type { Route } from '../../src/model/kinds.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { asksForPassword, reasonForNothing } from '../../src/rulebook/case/listing.ts';
import type { Block } from '../../src/rulebook/case/blocks.ts';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import type { EventOf } from '../event-of.ts';
import { type Emitted, momentOf, type PersonEvent, type RunEvent } from '../events.ts';
import { holdsOf } from '../guard.ts';
import { waitingActions } from '../waiting.ts';
import { LISTING_GUARDS, type ListingContext, rowsOf } from './backup-listing.guards.ts';

export interface ListingOutput {
  readonly at: number;
  readonly left: 'chosen' | 'back' | 'gave-up' | 'set-up-as-new';
  readonly backup: string | null;
  readonly ios: string;
  readonly because: Block | null;
}

interface Leaving {
  readonly context: ListingContext;
  readonly event: unknown;
}

/** How the list was left without a backup: Back has no reason, everything else has one. */
export const listingLeft =
  (left: Exclude<ListingOutput['left'], 'chosen'>) =>
  ({ context, event }: Leaving): ListingOutput => ({
    at: momentOf(event),
    left,
    backup: null,
    ios: context.ios,
    because: left === 'back' ? null : reasonOf(context, left, (event as { backup?: string }).backup),
  });

export const leaveWithBackup = ({ context, event }: Leaving): ListingOutput => ({
  at: momentOf(event),
  left: 'chosen',
  backup: context.backup,
  ios: context.ios,
  because: null,
});

function reasonOf(context: ListingContext, left: 'gave-up' | 'set-up-as-new', wanted: string | undefined): Block {
  const rows = rowsOf(context);
  const missed = rows.find((row) => row.backup.id === wanted)?.reason;
  if (missed) return missed;
  const asked = context.file.backup(context.backup);
  if (asked && asksForPassword(asked)) return 'backup-password';
  if (left === 'set-up-as-new' && rows.some((row) => row.usable)) return 'set-up-as-new';
  const reason = reasonForNothing(rows);
  return reason === 'newer-ios' && cannotReach(context, must(rows[0], 'the backup of a newer iOS').backup.ios)
    ? 'no-update'
    : reason;
}

/** Whether even the newest iOS of this model is older than the backup's. */
const cannotReach = ({ file }: ListingContext, needed: string): boolean =>
  file.world.device.latestIos !== undefined && compareVersions(file.world.device.latestIos, needed) < 0;

const nothingUsable = (context: ListingContext) =>
  rowsOf(context).some((row) => row.reason === 'newer-ios') ? 'backup-needs-newer-ios' : 'no-backups';

type ListingEvent = PersonEvent | RunEvent;

export const listingSetup = setup({
  types: {
    context: {} as ListingContext,
    events: {} as ListingEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; account: string | null; ios: string; route: Route; at: number },
    output: {} as ListingOutput,
    meta: {} as ChartMeta,
    tags: {} as ChartTag,
  },
})
  .extend({ guards: holdsOf(LISTING_GUARDS), actions: waitingActions<ListingContext, ListingEvent>() })
  .extend({
    actions: {
      finishUpdate: assign({ dueAtMs: null, ios: ({ context }) => context.file.world.device.latestIos ?? context.ios }),
      rememberBackup: assign((_, { backup }: EventOf<'backup.chosen'>) => ({ backup })),
      raiseNothing: emit(({ context }) => ({ type: 'alert.raised', alert: nothingUsable(context) })),
      clearNothing: emit(({ context }) => ({ type: 'alert.cleared', alert: nothingUsable(context) })),
      raiseUpdateNeeded: emit({ type: 'alert.raised', alert: 'update-needed' }),
      clearUpdateNeeded: emit({ type: 'alert.cleared', alert: 'update-needed' }),
      askForPassword: emit({ type: 'prompt.shown', prompt: 'backup-password' }),
      passwordGiven: emit({ type: 'prompt.answered', prompt: 'backup-password', answer: 'given' }),
      passwordWrong: emit({ type: 'prompt.answered', prompt: 'backup-password', answer: 'wrong' }),
      passwordSkipped: emit({ type: 'prompt.answered', prompt: 'backup-password', answer: 'skipped' }),
      raiseWrongPassword: emit({ type: 'alert.raised', alert: 'backup-password-wrong' }),
      clearWrongPassword: emit({ type: 'alert.cleared', alert: 'backup-password-wrong' }),
    },
  });
