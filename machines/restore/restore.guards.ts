import { mattersEnrolment } from '../../src/rulebook/case/enrolment.ts';
import { PROGRAMS } from '../../src/model/programs.ts';
import { compareVersions } from '../../src/model/version.ts';
import { routeOf } from '../../src/rulebook/case/situation.ts';
import { roomFree } from '../../src/rulebook/case/on-the-device.ts';
import { freeze, skippedItems } from '../../src/rulebook/judge/judgement.ts';
import type { SignInOutput } from '../account-sign-in/account-sign-in.setup.ts';
import type { ListingOutput } from '../backup-listing/backup-listing.setup.ts';
import type { DownloadOutput } from '../content-download/content-download.setup.ts';
import { connectionGuards } from '../connection/knows-connection.ts';
import { guardOn } from '../guard.ts';
import type { RestartOutput } from '../restart/restart.setup.ts';
import { hasCome, WAITING_GUARDS } from '../waiting.ts';
import { AT_THE_DEVICE_GUARDS, sawManagement } from './at-the-device.guards.ts';
import { PROTECTION_GUARDS } from './device-protection.ts';
import { MOVE_GUARDS } from './move.guards.ts';
import {
  isCloud,
  isComputer,
  isLockedUnawares,
  type RestoreContext,
  spaceNeeded,
  stopperOfPlacement,
  whyBackupRefused,
  whyBackupUnreadable,
  sawRoute,
} from './restore.context.ts';

const guard = guardOn<RestoreContext>();
const sawSpace = (context: RestoreContext) => ({
  'bytes needed': spaceNeeded(context),
  'bytes free': roomFree(context.file, context.situation),
});
const sawLeft = (_context: RestoreContext, { left }: { readonly left: string }) => ({ left });
const sawExcluded = ({ file, situationAtFreeze }: RestoreContext) => ({
  excluded: situationAtFreeze ? freeze(file, situationAtFreeze).excluded : null,
  skipped: situationAtFreeze ? skippedItems(file, situationAtFreeze).length : null,
});

/** How the actors below left their stage. */
const OF_STAGES = {
  signedIn: guard<SignInOutput>({
    holds: (_asked, { left }) => left === 'signed-in',
    saw: sawLeft,
    words: 'Nobody signed in.',
  }),
  signInLeftBack: guard<SignInOutput>({
    holds: (_asked, { left }) => left === 'back',
    saw: sawLeft,
    words: 'The sign-in was not left by Back.',
  }),
  backupChosen: guard<ListingOutput>({
    holds: (_asked, { left }) => left === 'chosen',
    saw: sawLeft,
    words: 'No backup was chosen.',
  }),
  listingLeftBack: guard<ListingOutput>({
    holds: ({ context }, { left }) => left === 'back' && isCloud(context),
    saw: (context, output) => ({ ...sawRoute(context), ...sawLeft(context, output) }),
    words: 'The list was not left by Back to the sign-in.',
  }),
  computerListingLeftBack: guard<ListingOutput>({
    holds: (_asked, { left }) => left === 'back',
    saw: sawLeft,
    words: 'The list was not left by Back.',
  }),
  moved: guard<RestartOutput>({
    holds: (_asked, { left }) => left === 'done',
    saw: sawLeft,
    words: 'The data could not be moved into place.',
  }),
  movedUnderManagement: guard<RestartOutput>({
    holds: ({ context: { file, situation } }, { left }) => left === 'done' && mattersEnrolment(file, situation),
    saw: (context, output) => ({ ...sawManagement(context), ...sawLeft(context, output) }),
    words: 'The data could not be moved into place, or no organisation has a say on this phone.',
  }),
  setUpAsNewInstead: guard<ListingOutput>({
    holds: ({ context: { file, situation } }, { left }) =>
      left === 'set-up-as-new' && mattersEnrolment(file, situation),
    saw: (context, output) => ({ ...sawManagement(context), ...sawLeft(context, output) }),
    words: 'The phone was not set up as new, or no organisation has a say on it.',
  }),
  listingLeftAsNew: guard<ListingOutput>({
    holds: (_asked, { left }) => left === 'set-up-as-new',
    saw: sawLeft,
    words: 'The phone was not set up as new.',
  }),
  restoreIsOpen: guard({
    holds: ({ context }) => context.situation.blocked === null,
    saw: ({ situation }) => ({ 'held up by': situation.blocked }),
    words: 'No restore goes on.',
  }),
  stagingLeft: guard<RestartOutput>({
    holds: (_asked, { left }) => left === 'staging-left',
    saw: sawLeft,
    words: 'Nothing of an earlier restore is in the way.',
  }),
  brokenByItem: guard<DownloadOutput>({
    holds: (_asked, { left }) => left === 'broken',
    saw: sawLeft,
    words: 'No item stopped the download.',
  }),
  // OG-10: reported of iOS 27, of tools and of supervised devices alone.
  erasedInstead: guard<RestartOutput>({
    holds: ({ context: { file, situation } }, { left }) =>
      left === 'done' &&
      routeOf(file, situation) === 'computer' &&
      !PROGRAMS[file.world.computer.software].byApple &&
      file.world.device.supervised === 'yes' &&
      compareVersions(situation.ios, '27') >= 0,
    saw: ({ file: { world }, situation: { ios } }) => ({
      program: world.computer.software,
      supervised: world.device.supervised,
      'device runs iOS': ios,
    }),
    words: 'The device does not erase itself: it is no supervised one with iOS 27, or no tool restores it.',
  }),
  movedByComputer: guard<RestartOutput>({
    holds: ({ context }, { left }) =>
      left === 'done' && isComputer(context) && context.file.world.organisation.accountPane === 'allowed',
    saw: (context, output) => ({
      ...sawRoute(context),
      'account page': context.file.world.organisation.accountPane,
      ...sawLeft(context, output),
    }),
    words: 'No computer moved the data into place, or the organisation hides the page that asks for the account.',
  }),
  stoppedByPerson: guard<DownloadOutput>({
    holds: (_asked, { left }) => left === 'stopped',
    saw: sawLeft,
    words: 'Nobody tapped Stop Restoring.',
  }),
  somethingExcluded: guard({
    holds: ({ context }) =>
      context.situationAtFreeze !== null &&
      freeze(context.file, context.situationAtFreeze).excluded +
        skippedItems(context.file, context.situationAtFreeze).length >
        0,
    saw: sawExcluded,
    words: 'Nothing in the backup was left out.',
  }),
};

/** What the restore itself needs: a connection, space, and a backup that can be read. */
const OF_THE_RESTORE = {
  ...connectionGuards<RestoreContext>((context) => ({
    wifi: isCloud(context),
    // A move from phone to phone has a link of its own, and power is only advised (PP-03).
    power: isCloud(context) || isComputer(context),
  })),
  backupDamaged: guard({
    holds: ({ context }) => whyBackupUnreadable(context) !== null,
    saw: (context) => ({
      damaged: context.file.backup(context.situation.backup)?.damaged,
      'what stops it': whyBackupUnreadable(context),
    }),
    words: 'The backup can be read.',
  }),
  backupRefused: guard({
    holds: ({ context }) => whyBackupRefused(context) !== null,
    saw: (context) => ({ program: context.file.world.computer.software, 'what stops it': whyBackupRefused(context) }),
    words: 'Neither the program nor the device refuses this backup.',
  }),
  backupLockedUnawares: guard({
    holds: ({ context }) => isLockedUnawares(context),
    saw: ({ file, situation }) => ({ encrypted: file.backup(situation.backup)?.encrypted }),
    words: 'The backup opens.',
  }),
  personHasToRestart: guard({
    holds: ({ context, event }) =>
      hasCome(context, event) && isComputer(context) && context.file.world.computer.restarts === 'no',
    saw: ({ file }) => ({ 'the program restarts the device': file.world.computer.restarts }),
    words: 'The device is restarted by itself.',
  }),
  itemStopsPlacement: guard({
    holds: ({ context, event }) => hasCome(context, event) && stopperOfPlacement(context) !== undefined,
    saw: (context) => ({ 'due at': context.dueAtMs, 'stops it': stopperOfPlacement(context)?.id }),
    words: 'Everything can be put in place.',
  }),
  spaceShort: guard({
    // What a move from phone to phone does without room is told by no source: it is asked, and stops nothing here.
    holds: ({ context }) =>
      (isCloud(context) || isComputer(context)) && spaceNeeded(context) > roomFree(context.file, context.situation),
    saw: sawSpace,
    words: 'There is space enough.',
  }),
  spaceShortForComputer: guard({
    holds: ({ context }) => isComputer(context) && spaceNeeded(context) > roomFree(context.file, context.situation),
    saw: (context) => ({ ...sawRoute(context), ...sawSpace(context) }),
    words: 'There is space enough, or the restore comes from no computer.',
  }),
  wifiIsOn: guard({
    holds: ({ context }) => context.connection.wifi,
    saw: ({ connection }) => ({ 'Wi-Fi': connection.wifi }),
    words: 'There is no Wi-Fi.',
  }),
};

export const RESTORE_GUARDS = {
  ...WAITING_GUARDS,
  ...PROTECTION_GUARDS,
  ...AT_THE_DEVICE_GUARDS,
  ...OF_STAGES,
  ...OF_THE_RESTORE,
  ...MOVE_GUARDS,
};
