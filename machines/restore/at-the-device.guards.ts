import { erasesAtLockScreen, isLockedOut, openedBy } from '../../src/rulebook/case/lock-out.ts';
import { isEnrolled, mattersEnrolment } from '../../src/rulebook/case/enrolment.ts';
import { accountPassword } from './device-protection.ts';
import { guardOn } from '../guard.ts';
import { hasCome } from '../waiting.ts';
import {
  hidesRestorePage,
  isCloud,
  isComputer,
  mayErase,
  type RestoreContext,
  returnsToService,
  serviceMayChange,
  serviceMayWipe,
  sawRoute,
  serviceOfBackup,
} from './restore.context.ts';

const guard = guardOn<RestoreContext>();
/** Who has a say on the device, and who had when the backup was made. */
export const sawManagement = ({ file, situation }: RestoreContext) => ({
  'device assigned': file.world.device.assigned,
  'managed at the backup by': serviceOfBackup(file, situation.backup),
});
const opensWithPassword = (context: RestoreContext): boolean =>
  context.bound ? accountPassword(context) === 'known' : context.file.world.device.activationLock === 'password-known';
const sawLock = ({ file, bound }: RestoreContext) => ({
  'activation lock': file.world.device.activationLock,
  'erased past Find My': bound,
});
const sawLockOut = ({ file, situation, findMy }: RestoreContext) => ({
  'lets nobody in': file.world.device.lockedOut,
  'device runs iOS': situation.ios,
  'Find My on': findMy,
});
/** OG-15: after a change of service the codes of the earlier one do not count. */
const opensWithCode = ({ file }: RestoreContext): boolean => file.world.organisation.bypassCode === 'known';
const hidesPasscode = ({ file }: RestoreContext): boolean => file.world.organisation.passcodePane === 'forbidden';

/** What the device, the person and the organisation allow before anything is chosen. */
export const AT_THE_DEVICE_GUARDS = {
  isInUse: guard({
    holds: ({ context }) => context.file.world.device.state !== 'new',
    saw: ({ file }) => ({ device: file.world.device.state }),
    words: 'The device is new or erased.',
  }),
  isComputerRoute: guard({
    holds: ({ context }) => isComputer(context),
    saw: sawRoute,
    words: 'No cable of a computer is in use here.',
  }),
  isCloudRoute: guard({
    holds: ({ context }) => isCloud(context),
    saw: sawRoute,
    words: 'No source says what comes of this in a restore from a computer.',
  }),
  mayErase: guard({
    holds: ({ context }) => mayErase(context),
    saw: (context) => ({
      'erase by the organisation': context.file.world.organisation.erase,
      'Find My on': context.findMy,
      'account password': accountPassword(context),
      'Stolen Device Protection': context.file.world.device.stolenDeviceProtection,
      place: context.place,
      'face or finger': context.file.world.device.face,
    }),
    words:
      'The device may not be erased: an organisation forbids it, or Find My is on and the password is not known, or ' +
      'Stolen Device Protection asks for a face or finger and takes no passcode instead.',
  }),
  letsNobodyIn: guard({
    holds: ({ context }) => isLockedOut(context.file, context.situation),
    saw: sawLockOut,
    words: 'Somebody can open the device.',
  }),
  opensWithPrevious: guard({
    holds: ({ context: { file, situation } }) =>
      openedBy({ ...file.world.device, ios: situation.ios }) === 'previous-passcode',
    saw: sawLockOut,
    words: 'The passcode from before the change opens a device for 72 hours after it, and from iOS 17 on.',
  }),
  mayEraseAtLockScreen: guard({
    holds: ({ context }) =>
      erasesAtLockScreen(context.situation.ios) &&
      accountPassword(context) !== 'forgotten' &&
      context.file.world.organisation.erase === 'allowed',
    saw: sawLockOut,
    words: 'The lock screen offers an erase from iOS 15.2 on, and asks for the password of the account.',
  }),
  mayEraseFromAfar: guard({
    holds: ({ context }) => context.findMy && accountPassword(context) === 'known',
    saw: sawLockOut,
    words: 'Find My is off, or the password of the account is not known.',
  }),
  computerMayRestore: guard({
    holds: ({ context }) =>
      isComputer(context) && !context.findMy && context.file.world.organisation.pairing === 'allowed',
    saw: ({ file, findMy }) => ({
      route: file.world.route,
      'Find My on': findMy,
      'pairing by the organisation': file.world.organisation.pairing,
    }),
    words: 'A computer restores over a device in use only with Find My off and pairing allowed.',
  }),
  findMyBlocks: guard({
    holds: ({ context }) => isComputer(context) && context.findMy,
    saw: ({ file, findMy }) => ({ route: file.world.route, 'Find My on': findMy }),
    words: 'Find My is not what holds this up.',
  }),
  isActivationLocked: guard({
    holds: ({ context }) => context.bound || context.file.world.device.activationLock !== 'off',
    saw: sawLock,
    words: 'The device is not locked to an account.',
  }),
  activationPasswordKnown: guard({
    holds: ({ context }) => opensWithPassword(context),
    saw: sawLock,
    words: 'The device opens only with the password of the account it is locked to.',
  }),
  opensWithoutPasscodePage: guard({
    holds: ({ context }) => opensWithPassword(context) && hidesPasscode(context),
    saw: ({ file }) => ({
      'activation lock': file.world.device.activationLock,
      'passcode page': file.world.organisation.passcodePane,
    }),
    words: 'The device opens only with the password of the account it is locked to.',
  }),
  codeCounts: guard({
    holds: ({ context }) => opensWithCode(context),
    saw: ({ file }) => ({ 'code of the organisation': file.world.organisation.bypassCode }),
    words: 'The organisation has no code for this device, or one that an earlier service made and that does not count.',
  }),
  codeCountsWithoutPasscodePage: guard({
    holds: ({ context }) => opensWithCode(context) && hidesPasscode(context),
    saw: ({ file }) => ({
      'code of the organisation': file.world.organisation.bypassCode,
      'passcode page': file.world.organisation.passcodePane,
    }),
    words: 'The organisation has no code that counts for this device.',
  }),
  cloudChoiceShown: guard({
    holds: ({ context }) => isCloud(context) && context.file.world.accounts.length > 0,
    saw: ({ file }) => ({ route: file.world.route, accounts: file.world.accounts.length }),
    words: 'The choice to restore from iCloud is not shown here.',
  }),
  passcodePageHidden: guard({
    holds: ({ context }) => hidesPasscode(context),
    saw: ({ file }) => ({ 'passcode page': file.world.organisation.passcodePane }),
    words: 'The page on which a passcode is chosen is shown.',
  }),
  restorePageHidden: guard({
    holds: ({ context }) => hidesRestorePage(context),
    saw: ({ file }) => ({ 'restore choice': file.world.organisation.restorePane }),
    words: 'The page on which a backup can be chosen is shown.',
  }),
  isManagedHere: guard({
    holds: ({ context: { situation } }) => isEnrolled(situation),
    saw: ({ situation }) => ({ enrolment: situation.enrolment }),
    words: 'No service manages this device.',
  }),
  mayRemoveProfileHere: guard({
    holds: ({ context: { file, situation } }) =>
      isEnrolled(situation) && file.world.organisation.profileRemoval === 'allowed',
    saw: ({ file, situation }) => ({
      enrolment: situation.enrolment,
      'removing the profile': file.world.organisation.profileRemoval,
    }),
    words: 'No management profile is on the device, or the organisation has locked it.',
  }),
  serviceMayChange: guard({
    holds: ({ context }) => serviceMayChange(context),
    saw: ({ file: { world }, situation }) => ({
      'given to': world.organisation.movesTo,
      enrolment: world.organisation.enrolment,
      'enrolled now': situation.enrolment,
      'device runs iOS': situation.ios,
      'added by Configurator': world.organisation.addedByConfigurator,
    }),
    words:
      'Only an assigned device of iOS 26 that was enrolled automatically changes its service without an erase; one ' +
      'that Configurator added, after 30 days.',
  }),
  serviceMayWipe: guard({
    holds: ({ context }) => serviceMayWipe(context),
    saw: ({ file: { world } }) => ({
      assigned: world.device.assigned,
      supervised: world.device.supervised,
      'Activation Lock': world.device.activationLock,
      'Return to Service': world.organisation.returnToService,
    }),
    words: 'No service manages this phone, or it is to return to service with Activation Lock on.',
  }),
  returnsToService: guard({
    holds: ({ context, event }) => hasCome(context, event) && returnsToService(context),
    saw: ({ file, situation, dueAtMs }) => ({
      'due at': dueAtMs,
      'erased by the service': situation.wiped,
      'Return to Service': file.world.organisation.returnToService,
    }),
    words: 'Its time has not come yet, or the service did not ask for Return to Service.',
  }),
  managementMatters: guard({
    holds: ({ context: { file, situation } }) => mattersEnrolment(file, situation),
    saw: sawManagement,
    words: 'No organisation has a say on this phone.',
  }),
  computerChoiceShown: guard({
    holds: ({ context }) => isComputer(context) && context.file.world.organisation.pairing === 'allowed',
    saw: ({ file }) => ({ route: file.world.route, pairing: file.world.organisation.pairing }),
    words: 'The choice to restore from a computer is not shown here.',
  }),
};
