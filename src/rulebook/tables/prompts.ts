import type { ScriptEvent } from '../../model/events.ts';
import { type Notice, inEveryEdition } from './notice.ts';

export interface PromptRow extends Notice {
  /** Where it waits for an answer. */
  readonly on: 'phone' | 'computer';
  /** One of these is enough. */
  readonly answeredBy: readonly ScriptEvent[];
}

/** Prompts: they wait for an answer. */
export const PROMPTS = {
  'account-password': {
    title: 'Sign in to the store',
    on: 'phone',
    text: {
      ios7: 'Enter the password of the Apple ID that bought this content.',
      ios8: 'Enter the password of the Apple ID that bought this content.',
      modern: 'Enter the password of the Apple Account that bought this content.',
    },
    wording: 'ours',
    cites: ['EL-21', 'LS-22', 'E-11'],
    answeredBy: ['store.passwordEntered', 'store.passwordSkipped'],
  },
  'backup-password': {
    title: 'Backup password',
    on: 'computer',
    text: inEveryEdition('Enter the password to unlock your iPhone backup.'),
    wording: 'sourced',
    cites: ['E-05', 'LC-04', 'CP-15'],
    answeredBy: ['backup.passwordEntered', 'back', 'person.gaveUp'],
  },
  'two-factor-code': {
    title: 'Verification code',
    on: 'phone',
    text: inEveryEdition('Enter the code that was sent to a trusted device or phone number.'),
    wording: 'ours',
    cites: ['LS-12'],
    answeredBy: ['code.entered', 'back', 'person.gaveUp'],
  },
  'keychain-passcode': {
    title: 'Passcode of another device',
    on: 'phone',
    text: {
      ios7: 'Enter the iCloud Security Code to use iCloud Keychain on this device.',
      ios8: 'Enter the iCloud Security Code to use iCloud Keychain on this device.',
      modern: 'Enter the passcode of another of your devices to open what iCloud keeps encrypted from end to end.',
    },
    wording: 'ours',
    cites: ['KC-35', 'EE-04', 'SY-12'],
    answeredBy: ['keychain.passcodeEntered', 'keychain.passcodeSkipped', 'endToEnd.recovered', 'endToEnd.reset'],
  },
  'owner-of-old-phone': {
    title: 'The owner of the old phone',
    on: 'phone',
    text: inEveryEdition('Show your face or finger to the old phone. Here it takes no passcode instead.'),
    wording: 'ours',
    cites: ['PP-25'],
    answeredBy: ['owner.shown', 'back', 'person.gaveUp', 'phones.parted'],
  },
  'old-passcode': {
    title: 'Passcode of the old phone',
    on: 'phone',
    text: inEveryEdition('Enter the passcode of your old phone.'),
    wording: 'ours',
    cites: ['PP-04'],
    answeredBy: ['oldPasscode.entered', 'back', 'person.gaveUp', 'phones.parted'],
  },
  'find-my-password': {
    title: 'Turn off Find My',
    on: 'phone',
    text: {
      ios7: 'Enter your Apple ID password to turn Find My off.',
      ios8: 'Enter your Apple ID password to turn Find My off.',
      modern: 'Enter the password of your Apple Account to turn Find My off.',
    },
    wording: 'ours',
    cites: ['LS-03'],
    answeredBy: ['findMy.turnedOff'],
  },
  'app-login': {
    title: 'Log in to the app',
    on: 'phone',
    text: inEveryEdition('Log in to see your data in this app.'),
    wording: 'ours',
    cites: ['EL-28', 'LS-26'],
    answeredBy: ['app.loggedIn'],
  },
} as const satisfies Record<string, PromptRow>;
export type PromptId = keyof typeof PROMPTS;
