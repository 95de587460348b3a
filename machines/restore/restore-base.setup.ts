import { setup } from 'xstate';
import { accountSignInMachine } from '../account-sign-in/account-sign-in.machine.ts';
import { backupListingMachine } from '../backup-listing/backup-listing.machine.ts';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import type { ConnectionNotice } from '../connection/connection.setup.ts';
import { knowingActions } from '../connection/knows-connection.ts';
import { contentDownloadMachine } from '../content-download/content-download.machine.ts';
import { eligibilityMachine } from '../eligibility/eligibility.machine.ts';
import { enrolmentMachine } from '../enrolment/enrolment.machine.ts';
import type { Emitted, PersonEvent, RunEvent, SurroundingsEvent } from '../events.ts';
import { holdsOf } from '../guard.ts';
import { quickStartMachine } from '../quick-start/quick-start.machine.ts';
import { restartMachine } from '../restart/restart.machine.ts';
import { holdingActions, waitingActions } from '../waiting.ts';
import type { RestoreContext, RestoreInput, RestoreOutput } from './restore.context.ts';
import { RESTORE_GUARDS } from './restore.guards.ts';

type RestoreEvent = PersonEvent | SurroundingsEvent | RunEvent | ConnectionNotice;

/** The restore with its parts and guards, and with what it shares with other machines; its own actions come on top. */
export const restoreBase = setup({
  types: {
    context: {} as RestoreContext,
    events: {} as RestoreEvent,
    emitted: {} as Emitted,
    input: {} as RestoreInput,
    output: {} as RestoreOutput,
    meta: {} as ChartMeta,
    tags: {} as ChartTag,
  },
  actors: {
    accountSignIn: accountSignInMachine,
    backupListing: backupListingMachine,
    eligibility: eligibilityMachine,
    quickStart: quickStartMachine,
    restart: restartMachine,
    enrolment: enrolmentMachine,
    contentDownload: contentDownloadMachine,
  },
}).extend({
  guards: holdsOf(RESTORE_GUARDS),
  actions: {
    ...waitingActions<RestoreContext, RestoreEvent>(),
    ...holdingActions<RestoreContext, RestoreEvent>(),
    ...knowingActions<RestoreContext, RestoreEvent>(),
  },
});
