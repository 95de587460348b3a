import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { asksForItsOwner } from '../../src/rulebook/case/device-protection.ts';
import type { Block } from '../../src/rulebook/case/blocks.ts';
import type { OldPhone } from '../../src/model/world.ts';
import { guardOn } from '../guard.ts';

export interface QuickStartContext {
  readonly file: CaseFile;
  /** Why the person went no further; null while they go on. */
  readonly because: Block | null;
}

const guard = guardOn<QuickStartContext>();
const oldPhone = ({ file }: QuickStartContext): OldPhone | null => file.world.oldPhone;
const isAtHand = (context: QuickStartContext): boolean => oldPhone(context)?.state === 'at-hand';

/** PP-25: with its protection on, away from places it knows, it sets up another phone for its owner alone. */
const asksOwner = (phone: OldPhone | null): boolean => phone !== null && asksForItsOwner(phone, phone.place) === 'yes';

export const QUICK_START_GUARDS = {
  oldPhoneMissing: guard({
    holds: ({ context }) => !isAtHand(context),
    saw: (context) => ({ 'old phone': oldPhone(context)?.state }),
    words: 'The old phone is there with its data.',
  }),
  quickStartForbidden: guard({
    holds: ({ context }) => oldPhone(context)?.managedBlocksQuickStart === 'yes',
    saw: (context) => ({ 'kept from Quick Start': oldPhone(context)?.managedBlocksQuickStart }),
    words: 'Nobody keeps the old phone from setting up another one.',
  }),
  phonesNear: guard({
    holds: ({ context }) => oldPhone(context)?.near === 'yes',
    saw: (context) => ({ near: oldPhone(context)?.near }),
    words: 'The phones are not close together, or Wi-Fi or Bluetooth is off.',
  }),
  ownerAsked: guard({
    holds: ({ context }) => asksOwner(oldPhone(context)),
    saw: (context) => ({
      'Stolen Device Protection': oldPhone(context)?.stolenDeviceProtection,
      place: oldPhone(context)?.place,
      'old phone runs iOS': oldPhone(context)?.ios,
    }),
    words: 'The old phone asks for no face or finger here.',
  }),
  ownerPresent: guard({
    holds: ({ context }) => oldPhone(context)?.face === 'works',
    saw: (context) => ({ 'face or finger': oldPhone(context)?.face }),
    words: 'The face or finger that the old phone knows is not there, and it takes no passcode instead.',
  }),
  oldPasscodeKnown: guard({
    holds: ({ context }) => oldPhone(context)?.passcode === 'known',
    saw: (context) => ({ 'passcode of the old phone': oldPhone(context)?.passcode }),
    words: 'The passcode of the old phone is not known.',
  }),
};
