import { assign, enqueueActions } from 'xstate';
import { must } from '../../src/model/must.ts';
import { OLD_PHONE } from '../../src/rulebook/case/case-file.ts';
import { enrolmentAfterSetup } from '../../src/rulebook/case/enrolment.ts';
import type { Block } from '../../src/rulebook/case/blocks.ts';
import {
  backupChosen,
  blockedBy,
  contentReplaced,
  copiesChosen,
  deviceErased,
  deviceUnlocked,
  enrolledAs,
  esimChosen,
  lineAnswered,
  managementEnded,
  passcodeSet,
  phonesJoined,
  restartForced,
  signedInAs,
  updatedTo,
  watchAnswered,
  wayChosen,
  wipedByService,
} from '../../src/rulebook/case/situation-changes.ts';
import { accountLeaves, accountsLeaveByThemselves } from '../account-left.ts';
import type { SignInOutput } from '../account-sign-in/account-sign-in.setup.ts';
import type { ListingOutput } from '../backup-listing/backup-listing.setup.ts';
import type { DownloadOutput } from '../content-download/content-download.setup.ts';
import { endOfEnrolment } from '../enrolment/enrolment.events.ts';
import type { EnrolmentOutput } from '../enrolment/enrolment.setup.ts';
import type { EventOf } from '../event-of.ts';
import type { QuickStartOutput } from '../quick-start/quick-start.setup.ts';
import type { RestartOutput } from '../restart/restart.setup.ts';
import { restoreWithAlerts } from './alerts.setup.ts';
import { removedEvents } from './restore.actions.ts';
import {
  whyBackupRefused,
  whyBackupUnreadable,
  whyFindMyStaysOn,
  whyNotErased,
  whyNothingChosen,
  whyStillOlder,
} from './restore.context.ts';

interface EndOfManagement {
  readonly by: 'by-person' | 'by-service';
  readonly there: readonly string[];
  readonly kept: readonly string[];
}

/** What the restore has settled so far, and remembers for those who judge. */
export const restoreWithMemory = restoreWithAlerts
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
        const account = must(file.world.accounts[0], 'the account of the device').id;
        const left = accountLeaves(file, situation, account, copiesChosen(event.copies), event.kept);
        enqueue.assign({ situation: left.situation, findMy: false });
        for (const emitted of left.told) enqueue.emit(emitted);
      }),
      endManagement: enqueueActions(
        ({ context: { file, situation: before, findMy }, enqueue }, end: EndOfManagement) => {
          const after = managementEnded(before, end.by);
          const signedIn = file.world.accounts.slice(0, before.left === undefined ? 1 : 0).map(({ id }) => id);
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
        const account = file.account(must(file.backup(OLD_PHONE), OLD_PHONE).account);
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
  });
