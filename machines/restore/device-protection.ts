import type { World } from '../../src/model/world.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { asksForItsOwner, isProtected } from '../../src/rulebook/case/device-protection.ts';
import { isNamed, type Situation } from '../../src/rulebook/case/situation.ts';
import { guardOn } from '../guard.ts';

/*
 * Stolen Device Protection asks for more before an erase, and before Find My is switched off: a face or finger that
 * the device knows, with no passcode instead, and for Find My an hour and a second look. At a familiar place the
 * passcode is enough, unless the person wants the protection everywhere.
 */

export interface MayBeProtected {
  readonly file: CaseFile;
  readonly place: World['device']['place'];
  readonly findMy: boolean;
}

const asks = ({ file, place }: MayBeProtected) => asksForItsOwner(file.world.device, place);

interface SignedInHere extends MayBeProtected {
  readonly situation: Situation;
}

/** Known to ask for more here. */
export const isProtectedHere = (context: MayBeProtected): boolean => asks(context) === 'yes';

/** Nobody has said whether it asks for more here: the story goes on as if it did not, and says so. */
export const maybeProtectedHere = (context: MayBeProtected): boolean => asks(context) === 'unknown';

const faceWorks = ({ file }: MayBeProtected): boolean => file.world.device.face === 'works';
/** The password that Find My asks for. */
export const accountPassword = ({ file }: Pick<MayBeProtected, 'file'>) => file.world.accounts[0]?.password;

/** Whether the device accepts whoever holds it, for what the protection guards. */
export const acceptsPerson = (context: MayBeProtected): boolean => !isProtectedHere(context) || faceWorks(context);

const mayTurnFindMyOff = (context: MayBeProtected): boolean =>
  context.findMy && accountPassword(context) === 'known' && acceptsPerson(context);

/** A device in use belongs to the first account until somebody signs out of it. */
const maySignOut = (context: SignedInHere): boolean =>
  context.file.world.device.state === 'in-use' &&
  !isNamed(context.situation.left) &&
  accountPassword(context) === 'known' &&
  acceptsPerson(context);

const guard = guardOn<SignedInHere>();
const sawFindMy = (context: SignedInHere) => ({
  'Find My on': context.findMy,
  'account password': accountPassword(context),
  'Stolen Device Protection': context.file.world.device.stolenDeviceProtection,
  place: context.place,
  'face or finger': context.file.world.device.face,
});

export const PROTECTION_GUARDS = {
  hourForFindMy: guard({
    holds: ({ context }) => mayTurnFindMyOff(context) && isProtectedHere(context),
    saw: sawFindMy,
    words: 'No hour has to be waited for here.',
  }),
  mayTurnFindMyOff: guard({
    holds: ({ context }) => mayTurnFindMyOff(context),
    saw: sawFindMy,
    words:
      'Find My is off already, or the password of the account is not known, or Stolen Device Protection asks for a ' +
      'face or finger and takes no passcode instead.',
  }),
  hourForSignOut: guard({
    holds: ({ context }) => maySignOut(context) && isProtectedHere(context),
    saw: sawFindMy,
    words: 'No hour has to be waited for here.',
  }),
  maySignOut: guard({
    holds: ({ context }) => maySignOut(context),
    saw: sawFindMy,
    words:
      'Nobody is signed in on the device, or the password of the account is not known, or Stolen Device Protection ' +
      'asks for a face or finger and takes no passcode instead.',
  }),
  isElsewhere: guard({
    holds: ({ context }) => {
      const { device } = context.file.world;
      const everywhere = device.stolenDeviceProtection === 'everywhere';
      return context.place !== 'familiar' && !everywhere && isProtected(device) !== 'no';
    },
    saw: sawFindMy,
    words: 'The place makes no difference here: it is familiar, or nothing hangs on it.',
  }),
};
