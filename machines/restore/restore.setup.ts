import { type ActorRef, assign, emit, enqueueActions, sendParent, sendTo, setup, type Snapshot } from 'xstate';
import type { Outcome } from '../../src/model/fates.ts';
import type { Backup } from '../../src/model/world.ts';
import {
  backupChosen,
  blockedBy,
  type Block,
  contentReplaced,
  copiesChosen,
  deviceErased,
  deviceUnlocked,
  esimChosen,
  endedAs,
  enrolledAs,
  lineAnswered,
  managementEnded,
  passcodeSet,
  phonesJoined,
  restartForced,
  signedInAs,
  updatedTo,
  wipedByService,
  watchAnswered,
  wayChosen,
} from '../../src/rulebook/case/situation.ts';
import { accountSignInMachine } from '../account-sign-in/account-sign-in.machine.ts';
import type { SignInOutput } from '../account-sign-in/account-sign-in.setup.ts';
import { backupListingMachine } from '../backup-listing/backup-listing.machine.ts';
import type { ListingOutput } from '../backup-listing/backup-listing.setup.ts';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import type { ConnectionNotice } from '../connection/connection.setup.ts';
import { CONNECTION_ALERTS, knowingActions } from '../connection/knows-connection.ts';
import { contentDownloadMachine } from '../content-download/content-download.machine.ts';
import type { DownloadOutput } from '../content-download/content-download.setup.ts';
import { showsSetupAfterTool } from '../../src/rulebook/case/computer-restore.ts';
import { enrolmentAfterSetup } from '../../src/rulebook/case/enrolment.ts';
import { accountLeaves, accountsLeaveByThemselves } from '../account-left.ts';
import { broughtEnrolmentEvents, endOfEnrolment } from '../enrolment/enrolment.events.ts';
import { enrolmentMachine } from '../enrolment/enrolment.machine.ts';
import type { EnrolmentOutput } from '../enrolment/enrolment.setup.ts';
import { eligibilityMachine } from '../eligibility/eligibility.machine.ts';
import {
  type Emitted,
  momentOf,
  type NoticeEvent,
  type PersonEvent,
  type RunEvent,
  type SurroundingsEvent,
} from '../events.ts';
import type { EventOf } from '../event-of.ts';
import { holdsOf } from '../guard.ts';
import { OLD_PHONE } from '../../src/rulebook/case/case-file.ts';
import { quickStartMachine } from '../quick-start/quick-start.machine.ts';
import type { QuickStartOutput } from '../quick-start/quick-start.setup.ts';
import { restartMachine } from '../restart/restart.machine.ts';
import type { RestartOutput } from '../restart/restart.setup.ts';
import { stillRuns } from '../still-runs.ts';
import { holdingActions, waitingActions } from '../waiting.ts';
import {
  cutsNetwork,
  failedEvents,
  neverStartedEvents,
  onTheDevice,
  noticeForSync,
  placementEvents,
  removedEvents,
  unfinishedEvents,
} from './restore.actions.ts';
import {
  type RestoreContext,
  type RestoreInput,
  type RestoreOutput,
  whyFindMyStaysOn,
  whyBackupRefused,
  whyBackupUnreadable,
  whyNotErased,
  whyNothingChosen,
  whyStillOlder,
} from './restore.context.ts';
import { maybeProtectedHere } from './device-protection.ts';
import { RESTORE_GUARDS } from './restore.guards.ts';

interface EndOfManagement {
  readonly by: 'by-person' | 'by-service';
  readonly there: readonly string[];
  readonly kept: readonly string[];
}

type RestoreEvent = PersonEvent | SurroundingsEvent | RunEvent | ConnectionNotice;

export const restoreSetup = setup({
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
})
  .extend({
    guards: holdsOf(RESTORE_GUARDS),
    actions: {
      ...waitingActions<RestoreContext, RestoreEvent>(),
      ...holdingActions<RestoreContext, RestoreEvent>(),
      ...knowingActions<RestoreContext, RestoreEvent>(),
    },
  })
  // Alerts and prompts.
  .extend({
    actions: {
      raiseFindMyOn: emit({ type: 'alert.raised', alert: 'find-my-on' }),
      clearFindMyOn: emit({ type: 'alert.cleared', alert: 'find-my-on' }),
      askForFindMyPassword: enqueueActions(({ context, enqueue }) => {
        if (!context.findMy) return;
        enqueue.emit({ type: 'prompt.shown', prompt: 'find-my-password' });
        enqueue.emit({ type: 'prompt.answered', prompt: 'find-my-password', answer: 'given' });
      }),
      flagEraseWithoutBackup: enqueueActions(({ context, enqueue }) => {
        const { world } = context.file;
        if (world.route === 'direct' && world.oldPhone?.state === 'at-hand') return;
        const isOfUse = ({ kind, complete }: Backup): boolean =>
          complete === 'yes' && (world.route === 'direct' || kind === world.route);
        if (!world.backups.some(isOfUse)) enqueue.emit({ type: 'alert.raised', alert: 'erase-with-no-backup' });
      }),
      raiseSecurityDelay: emit({ type: 'alert.raised', alert: 'security-delay' }),
      clearSecurityDelay: emit({ type: 'alert.cleared', alert: 'security-delay' }),
      flagUnclearProtection: enqueueActions(({ context, enqueue }) => {
        if (maybeProtectedHere(context)) enqueue.emit({ type: 'alert.raised', alert: 'protection-not-known' });
      }),
      flagSetup: enqueueActions(({ context: { file, situation }, enqueue }) => {
        if (showsSetupAfterTool(file, situation)) enqueue.emit({ type: 'alert.raised', alert: 'setup-appears' });
      }),
      raiseActivationLock: emit({ type: 'alert.raised', alert: 'activation-locked' }),
      clearActivationLock: emit({ type: 'alert.cleared', alert: 'activation-locked' }),
      raiseWifiLost: emit(CONNECTION_ALERTS.raiseWifiLost),
      clearWifiLost: emit(CONNECTION_ALERTS.clearWifiLost),
      raisePowerLost: emit(CONNECTION_ALERTS.raisePowerLost),
      clearPowerLost: emit(CONNECTION_ALERTS.clearPowerLost),
      raiseNoSpace: emit({ type: 'alert.raised', alert: 'not-enough-space' }),
      clearNoSpace: emit({ type: 'alert.cleared', alert: 'not-enough-space' }),
      raiseCorrupt: emit({ type: 'alert.raised', alert: 'backup-corrupt' }),
      raiseItemStopped: emit({ type: 'alert.raised', alert: 'item-stopped' }),
      raiseRefused: emit({ type: 'alert.raised', alert: 'backup-refused' }),
      raiseWrongPassword: emit({ type: 'alert.raised', alert: 'backup-password-wrong' }),
      raiseDisconnected: emit({ type: 'alert.raised', alert: 'disconnected' }),
      raiseMoveNeedsUpdate: emit({ type: 'alert.raised', alert: 'move-needs-update' }),
      clearMoveNeedsUpdate: emit({ type: 'alert.cleared', alert: 'move-needs-update' }),
      raiseMoveBrokenOff: emit({ type: 'alert.raised', alert: 'move-broken-off' }),
    },
  })
  // What the restore has settled so far.
  .extend({
    actions: {
      noteParts: assign((_, { lacking }: EventOf<'parts.changed'>) => ({ lacking })),
      turnFindMyOff: assign({ findMy: false }),
      bindToAccount: assign(({ context }) => ({ bound: context.findMy })),
      unlockDevice: assign(({ context }) => ({ situation: deviceUnlocked(context.situation) })),
      arriveAtFamiliarPlace: assign({ place: 'familiar' }),
      rememberEsim: assign(({ context }, { esim }: EventOf<'erase.requested'>) => ({
        situation: esimChosen(context.situation, esim),
      })),
      erase: enqueueActions(({ context, enqueue }) => {
        const situation = deviceErased(context.situation);
        enqueue.assign({ situation, findMy: false, dueAtMs: null });
        for (const event of removedEvents(context, context.situation, situation, 'erase')) enqueue.emit(event);
        enqueue.emit({ type: 'device.erased' });
      }),
      setPasscode: assign({ situation: ({ context }) => passcodeSet(context.situation, true) }),
      skipPasscode: assign({ situation: ({ context }) => passcodeSet(context.situation, false) }),
      rememberAccount: assign(({ context }, { account }: SignInOutput) => ({
        situation: signedInAs(context.situation, account),
      })),
      leaveListing: assign(({ context }, { ios }: ListingOutput) => ({
        situation: updatedTo(signedInAs(context.situation, null), ios),
      })),
      rememberBackup: assign(({ context }, { backup, ios }: ListingOutput) => ({
        situation: updatedTo(backupChosen(context.situation, backup), ios),
      })),
      rememberReason: assign(({ context }, { because, ios }: ListingOutput) => ({
        situation: updatedTo(blockedBy(context.situation, because), ios),
      })),
      replaceDataOfDeviceInUse: enqueueActions(({ context, enqueue }) => {
        if (context.file.world.device.state !== 'in-use' || context.situation.erased) return;
        const situation = contentReplaced(context.situation);
        enqueue.assign({ situation });
        for (const event of removedEvents(context, context.situation, situation, 'computer')) enqueue.emit(event);
      }),
      freezeVerdicts: assign({ situationAtFreeze: ({ context }) => context.situation }),
      rememberDownload: assign(({ context }, { situation }: DownloadOutput) => ({
        situation: blockedBy(situation, context.situation.blocked),
      })),
      rememberRestart: assign(({ context }, { forced }: RestartOutput) =>
        forced ? { situation: restartForced(context.situation) } : {},
      ),
      comeToEnrolment: assign({
        situation: ({ context: { file, situation } }) =>
          enrolmentAfterSetup(file, situation) === 'page' && situation.blocked !== 'return-to-service'
            ? enrolledAs(situation, 'asked')
            : situation,
      }),
      rememberEnrolment: assign((_, { situation }: EnrolmentOutput) => ({ situation })),
      takeOver: assign({ situation: ({ context }) => enrolledAs(context.situation, 'moved') }),
      /** The way out of the account takes Find My along. */
      signOutHere: enqueueActions(({ context: { file, situation }, enqueue }, event: EventOf<'settings.signedOut'>) => {
        const account = file.world.accounts[0]?.id;
        if (account === undefined) return;
        const left = accountLeaves(file, situation, account, copiesChosen(event.copies), event.kept);
        enqueue.assign({ situation: left.situation, findMy: false });
        for (const emitted of left.told) enqueue.emit(emitted);
      }),
      endManagement: enqueueActions(
        ({ context: { file, situation: before, findMy }, enqueue }, end: EndOfManagement) => {
          const after = managementEnded(before, end.by);
          const signedIn = before.left === undefined ? [file.world.accounts[0]?.id] : [];
          const left = accountsLeaveByThemselves(file, after, signedIn, end.kept);
          enqueue.assign({ situation: left.situation, findMy: findMy && left.situation === after });
          for (const emitted of [...endOfEnrolment(file, before, after, null, end.there), ...left.told])
            enqueue.emit(emitted);
        },
      ),
      markWiped: assign({
        situation: ({ context: { file, situation } }) =>
          wipedByService(situation, file.world.organisation.keepsEsim === 'yes'),
      }),
      block: assign(({ context }, { because }: { because: Block }) => ({
        situation: blockedBy(context.situation, because),
      })),
      unblock: assign({ situation: ({ context }) => blockedBy(context.situation, null) }),
      blockUnreadable: assign({
        situation: ({ context }) => blockedBy(context.situation, whyBackupUnreadable(context)),
      }),
      blockRefused: assign({
        situation: ({ context }) => blockedBy(context.situation, whyBackupRefused(context)),
      }),
      blockErase: assign({ situation: ({ context }) => blockedBy(context.situation, whyNotErased(context)) }),
      blockFindMy: assign({ situation: ({ context }) => blockedBy(context.situation, whyFindMyStaysOn(context)) }),
      blockChoice: assign({ situation: ({ context }) => blockedBy(context.situation, whyNothingChosen(context)) }),
    },
  })
  // Phone to phone.
  .extend({
    actions: {
      rememberJoined: assign({ joined: true, situation: ({ context }) => phonesJoined(context.situation) }),
      rememberUnjoined: assign(({ context }, { because }: QuickStartOutput) => ({
        situation: blockedBy(context.situation, because),
      })),
      /** The old phone is the source, and its account comes along with it (PP-07, reported). */
      takeOldPhone: assign(({ context: { file, situation } }) => {
        const source = file.backup(OLD_PHONE);
        const account = file.account(source?.account);
        return { situation: signedInAs(backupChosen(situation, OLD_PHONE), account ? account.id : null) };
      }),
      takeCloud: assign({ situation: ({ context }) => wayChosen(context.situation, 'icloud') }),
      forgetWay: assign({ situation: ({ context }) => wayChosen(context.situation, null) }),
      finishUpdate: assign({
        dueAtMs: null,
        situation: ({ context: { file, situation } }) =>
          updatedTo(situation, file.world.device.latestIos ?? situation.ios),
      }),
      blockOlder: assign({ situation: ({ context }) => blockedBy(context.situation, whyStillOlder(context)) }),
      moveLine: assign({ situation: ({ context }) => lineAnswered(context.situation, 'moved') }),
      leaveLine: assign({ situation: ({ context }) => lineAnswered(context.situation, 'left') }),
      takeWatch: assign({ situation: ({ context }) => watchAnswered(context.situation, 'taken') }),
      leaveWatch: assign({ situation: ({ context }) => watchAnswered(context.situation, 'left') }),
    },
  })
  // What others are told: the journal, iCloud sync, the simulation.
  .extend({
    actions: {
      settlePlacement: enqueueActions(({ context, enqueue }) => {
        for (const event of placementEvents(context)) enqueue.emit(event);
      }),
      tellOfEnrolment: enqueueActions(({ context: { file, situation, situationAtFreeze }, enqueue }) => {
        if (!situation.enrolment || !situationAtFreeze) return;
        for (const event of broughtEnrolmentEvents(file, situation, situationAtFreeze)) enqueue.emit(event);
      }),
      reportHomeScreen: enqueueActions(({ context, event, enqueue }) => {
        const notice = noticeForSync(context, event);
        enqueue(sendTo(({ system }) => system.get('icloudSync') as ActorRef<Snapshot<unknown>, NoticeEvent>, notice));
      }),
      tellSimulation: sendParent(({ context, event }) => ({
        type: 'homeScreen.reached',
        at: momentOf(event),
        situation: context.situation,
        restoreRan: context.situationAtFreeze !== null,
      })),
      tellOfCutNetwork: enqueueActions(({ context, event, enqueue }) => {
        if (cutsNetwork(context)) enqueue(sendParent({ type: 'network.cut', at: momentOf(event) }));
      }),
      /** The download begins under it, and is not told again. */
      noteCutNetwork: assign(({ context }) =>
        cutsNetwork(context) ? { connection: { ...context.connection, network: false } } : {},
      ),
      /** Of the cut it knows from its beginning. */
      tellDownload: enqueueActions(({ self, enqueue }, notice: ConnectionNotice) => {
        const isKnown = notice.part === 'network' && !notice.there;
        if (!isKnown && stillRuns(self, 'contentDownload')) enqueue.sendTo('contentDownload', notice);
      }),
      tellDownloadOfParts: enqueueActions(({ self, enqueue }, event: EventOf<'parts.changed'>) => {
        if (stillRuns(self, 'contentDownload')) enqueue.sendTo('contentDownload', event);
      }),
      closeUnbegun: enqueueActions(({ context, enqueue }) => {
        const situation = endedAs(context.situation, 'never-started');
        enqueue.assign({ situation });
        for (const event of neverStartedEvents(context, situation)) enqueue.emit(event);
      }),
      closeFailed: enqueueActions(({ context, enqueue }) => {
        const situation = endedAs(context.situation, 'failed');
        enqueue.assign({ situation });
        for (const event of failedEvents(context, situation)) enqueue.emit(event);
      }),
      closeUnfinished: enqueueActions(({ context, enqueue }) => {
        for (const event of unfinishedEvents(context)) enqueue.emit(event);
      }),
      reportBroken: enqueueActions(({ context, enqueue }) => {
        const situation = endedAs(context.situation, 'failed');
        enqueue.assign({ situation });
        for (const event of onTheDevice(context.file, situation)) enqueue.emit(event);
        enqueue.emit({ type: 'restore.ended', outcome: 'failed', because: context.situation.blocked });
      }),
      reportEnd: enqueueActions(({ context, enqueue }, { outcome }: { outcome: Outcome }) => {
        enqueue.assign({ situation: endedAs(context.situation, outcome === 'stopped' ? 'stopped' : 'finished') });
        enqueue.emit({ type: 'restore.ended', outcome, because: null });
      }),
    },
  });

/** Nobody wants to go on: no restore begins, and this is why. */
export const giveUp = <T extends string = '#restore.neverStarted'>(
  because: Block,
  target: T = '#restore.neverStarted' as T,
) => ({ actions: { type: 'block', params: { because } }, target }) as const;
