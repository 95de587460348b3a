import type { CategoryId } from '../categories/categories.ts';
import type { StrictRule } from './strict-rule.ts';
import { SYNCED } from './scopes.ts';
import { STAYED_UNDER_A_COMPUTER } from './stayed.ts';

/** What iCloud kept already in the days of iOS 7; the photo library came with iOS 8. */
const KEPT_EARLY = [
  'shared-albums',
  'contacts',
  'calendars',
  'reminders',
  'notes',
  'safari-bookmarks',
  'drive-files',
  'passwords',
  'wifi',
  'app-keychain',
] as const satisfies readonly CategoryId[];

const OF_THE_PHONE = [
  'use/behind-the-lock',
  'use/code-without-its-store',
  'use/data-without-their-app',
  'use/certificate-missing',
  'use/part-missing',
  'phone/left-alone',
  ...STAYED_UNDER_A_COMPUTER,
] as const;

/** What leaves the device with an account that is signed out, and what waits for it. */
export const ACCOUNT_PHONE_RULES = {
  'account/left-with-its-account': {
    gate: 'phone',
    outcome: 'lost-later',
    group: 'account trust',
    editions: ['modern'],
    routes: 'all',
    categories: SYNCED,
    when: { 'account.left': 'removed' },
    before: OF_THE_PHONE,
    says: 'The account was signed out and no copy was kept. iCloud still has it and brings it after a new sign-in.',
    customer: 'This left your device when the account was signed out. It is still in iCloud and comes back from there.',
    cites: ['EE-27', 'EE-28'],
    shows: ['D6', 'A12a'],
  },
  'account/left-with-its-account-in-earlier-days': {
    gate: 'phone',
    outcome: 'lost-later',
    group: 'account trust',
    editions: ['ios7', 'ios8'],
    routes: 'all',
    categories: KEPT_EARLY,
    when: { 'account.left': 'removed' },
    before: OF_THE_PHONE,
    says: 'The account was signed out and no copy was kept, so this left the device. iCloud has it as before.',
    customer: 'This left your device when the account was signed out. It is in iCloud as before.',
    cites: ['EE-27', 'EE-28'],
    shows: ['D6', 'A12a'],
  },
  'account/photos-left-with-it': {
    gate: 'phone',
    outcome: 'lost-later',
    group: 'account trust',
    editions: ['ios8'],
    routes: 'all',
    categories: ['photos'],
    when: { 'account.left': 'removed' },
    before: [
      'use/behind-the-lock',
      'use/data-without-their-app',
      'use/certificate-missing',
      'use/part-missing',
      'phone/left-alone',
      ...STAYED_UNDER_A_COMPUTER,
    ],
    says: 'The account was signed out, and the library that iCloud keeps left the device. It is there as before.',
    customer: 'Your photos left the device when the account was signed out. They are in iCloud as before.',
    cites: ['EE-27', 'EE-28'],
    shows: ['D6', 'A12a'],
  },
  'account/left-by-itself': {
    gate: 'phone',
    outcome: 'lost-later',
    group: 'the organisation',
    editions: ['modern'],
    routes: 'all',
    categories: SYNCED,
    when: { 'account.left': 'by-itself' },
    before: OF_THE_PHONE,
    says:
      'The device is no longer what the organisation asks of it, so its account was signed out. By our reading its ' +
      'iCloud data went with it.',
    customer:
      'Your organisation’s account was signed out because the device is no longer managed. It still has these data.',
    cites: ['EE-24', 'EE-29'],
    shows: ['D13', 'D15', 'D6'],
  },
  'account/cards-went-with-it': {
    gate: 'phone',
    outcome: 'lost-later',
    group: 'account trust',
    editions: 'all',
    routes: 'all',
    categories: ['payment-cards'],
    when: { 'account.signed-out': 'yes' },
    before: [
      'use/behind-the-lock',
      'use/data-without-their-app',
      'use/certificate-missing',
      'use/part-missing',
      'phone/left-alone',
      ...STAYED_UNDER_A_COMPUTER,
    ],
    says: 'Signing out takes the cards out of Wallet. They have to be added again.',
    customer: 'Your cards left Wallet when the account was signed out. You can add them again.',
    cites: ['EL-69'],
    shows: ['D6'],
  },
} as const satisfies Record<string, StrictRule>;

/** What iCloud had still to bring when its account was signed out. */
export const ACCOUNT_SYNC_RULES = {
  'account/comes-after-the-next-sign-in': {
    gate: 'sync',
    outcome: 'pending',
    group: 'account trust',
    editions: 'all',
    routes: 'all',
    categories: SYNCED,
    when: {
      'service.now': 'on',
      'service.account': 'none',
      'service.holds': 'yes',
      'service.allowed': 'yes',
      'account.left': ['removed', 'kept', 'by-itself'],
    },
    before: [
      'sync/keychain-reset',
      'sync/keys-lost',
      'sync/end-to-end-reset',
      'sync/keychain-needs-two-factor',
      'sync/end-to-end-needs-two-factor',
    ],
    says: 'The account was signed out before iCloud had brought this. It comes after a new sign-in.',
    customer: 'This is in iCloud. It comes once the account is signed in on your device again.',
    cites: ['SY-01', 'EE-28'],
    shows: ['A12a'],
  },
} as const satisfies Record<string, StrictRule>;
