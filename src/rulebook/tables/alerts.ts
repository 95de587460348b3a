import type { ScriptEvent } from '../../model/events.ts';
import type { Edition } from '../../model/kinds.ts';
import type { ReferenceId } from '../evidence/references.ts';

/**
 * What the phone or the computer shows. `sourced`: a source shows this wording, as near as we may quote; `ours`:
 * only its meaning is sourced.
 */
export interface Notice {
  readonly title: string;
  readonly text: Readonly<Record<Edition, string>>;
  readonly wording: 'sourced' | 'ours';
  readonly cites: readonly ReferenceId[];
}

export interface AlertRow extends Notice {
  /** `lasting`: it tells why a restore broke off, or that nothing can bring the data back; the cause does not go. */
  readonly cause: 'passing' | 'lasting';
  readonly shown: 'once' | 'while it stands';
  /** The number by which tools name it, for whoever reads it in their output (MBErrorDomain). */
  readonly code?: number;
  /** What the person can do about it on the alert itself. */
  readonly helps: ScriptEvent | null;
}
export interface PromptRow extends Notice {
  /** One of these is enough. */
  readonly answeredBy: readonly ScriptEvent[];
}

const inEveryEdition = (text: string): Readonly<Record<Edition, string>> => ({ ios7: text, ios8: text, modern: text });

/** Alerts: they come with a condition and go with it. */
export const ALERTS = {
  'wifi-lost': {
    title: 'Wi-Fi is gone',
    text: inEveryEdition('Connect to Wi-Fi and to power, and wait. The restore goes on where it was.'),
    wording: 'ours',
    cites: ['E-03', 'LS-21'],
    cause: 'passing',
    shown: 'while it stands',
    helps: 'wifi.back',
  },
  'power-lost': {
    title: 'Power is gone',
    text: inEveryEdition('Connect to power and to Wi-Fi, and wait. The restore goes on where it was.'),
    wording: 'ours',
    cites: ['E-03', 'LS-21'],
    cause: 'passing',
    shown: 'while it stands',
    helps: 'power.back',
  },
  'network-cut-off': {
    title: 'A VPN cuts the network',
    text: inEveryEdition('The restored VPN lets nothing through. Switch it off in Settings, and the rest comes.'),
    wording: 'ours',
    cites: ['AX-08'],
    cause: 'passing',
    shown: 'while it stands',
    helps: 'vpn.switchedOff',
  },
  'wrong-password': {
    title: 'The password does not fit',
    text: {
      ios7: 'The Apple ID or the password is not correct.',
      ios8: 'The Apple ID or the password is not correct.',
      modern: 'The Apple Account or the password is not correct.',
    },
    wording: 'ours',
    cites: ['LS-12'],
    cause: 'passing',
    shown: 'while it stands',
    helps: null,
  },
  'account-not-allowed': {
    title: 'This account cannot be used here',
    text: inEveryEdition('Your organisation lets this account sign in on devices that it manages or supervises only.'),
    wording: 'ours',
    cites: ['EE-24'],
    cause: 'passing',
    shown: 'while it stands',
    helps: null,
  },
  'setup-appears': {
    title: 'Setup appears',
    text: inEveryEdition(
      'The device shows Setup after this partial restore. By one report of a beta of iOS 26.4 a tool cannot skip it.',
    ),
    wording: 'ours',
    cites: ['OG-11'],
    cause: 'lasting',
    shown: 'once',
    helps: null,
  },
  'account-signed-out': {
    title: 'The account was signed out',
    text: inEveryEdition(
      'Your organisation lets this account stay on devices that it manages only. It has been signed out here.',
    ),
    wording: 'ours',
    cites: ['EE-24', 'EE-29'],
    cause: 'lasting',
    shown: 'once',
    helps: null,
  },
  'code-not-received': {
    title: 'No code arrived',
    text: {
      ios7: 'The verification code did not arrive. Choose another trusted device.',
      ios8: 'The verification code did not arrive. Choose another trusted device.',
      modern: 'The verification code did not arrive. It goes to trusted devices and phone numbers.',
    },
    wording: 'ours',
    cites: ['LS-12'],
    cause: 'passing',
    shown: 'while it stands',
    helps: null,
  },
  'no-backups': {
    title: 'No backup can be chosen',
    text: inEveryEdition(
      'There is no backup here that can be chosen. Another backup may help, or in iCloud another account.',
    ),
    wording: 'ours',
    cites: ['EL-03', 'EL-02', 'E-01'],
    cause: 'passing',
    shown: 'while it stands',
    helps: null,
  },
  'backup-needs-newer-ios': {
    title: 'The backup needs a newer iOS',
    text: {
      ios7: 'This backup was made by a later iOS. Update the device, then try again.',
      ios8: 'This backup was made by a later iOS. Update the device, then try again.',
      modern: 'This backup was made by a later iOS. Update the device now, and the restore can follow.',
    },
    wording: 'ours',
    code: 203,
    cites: ['EL-01', 'E-02', 'MB-203'],
    cause: 'passing',
    shown: 'while it stands',
    helps: 'update.requested',
  },
  'find-my-on': {
    title: 'Find My is on',
    text: {
      ios7: 'Turn off Find My iPhone in Settings, then restore the backup.',
      ios8: 'Turn off Find My iPhone in Settings, then restore the backup.',
      modern: 'Turn off Find My in Settings, then restore the backup.',
    },
    wording: 'ours',
    code: 211,
    cites: ['EL-12', 'MB-211'],
    cause: 'passing',
    shown: 'while it stands',
    helps: null,
  },
  'security-delay': {
    title: 'Security delay',
    text: inEveryEdition(
      'Stolen Device Protection is on. Find My can be turned off, or the account signed out, in an hour and after a ' +
        'second look at the phone.',
    ),
    wording: 'ours',
    cites: ['TG-23', 'EE-26'],
    cause: 'passing',
    shown: 'while it stands',
    helps: null,
  },
  'protection-not-known': {
    title: 'It may ask for more',
    text: inEveryEdition(
      'Nobody has said whether Stolen Device Protection is on, or whether the phone knows this place. Away from ' +
        'familiar places it asks for a face or finger, and Find My goes off after an hour.',
    ),
    wording: 'ours',
    cites: ['TG-23', 'TG-24', 'EE-26'],
    cause: 'passing',
    shown: 'once',
    helps: null,
  },
  'not-enough-space': {
    title: 'Not enough space',
    text: inEveryEdition('The device has less free space than this backup needs.'),
    wording: 'ours',
    code: 105,
    cites: ['EL-11', 'MB-105', 'E-19'],
    cause: 'lasting',
    shown: 'while it stands',
    helps: null,
  },
  'backup-corrupt': {
    title: 'The backup is damaged',
    text: {
      ios7: 'iTunes could not restore the iPhone because the backup was corrupt or not compatible.',
      ios8: 'iTunes could not restore the iPhone because the backup was corrupt or not compatible.',
      modern: 'The computer could not restore the iPhone because the backup was corrupt or not compatible.',
    },
    wording: 'sourced',
    code: 205,
    cites: ['E-04', 'MB-205'],
    cause: 'lasting',
    shown: 'once',
    helps: null,
  },
  'backup-password-wrong': {
    title: 'The backup password does not fit',
    text: {
      ios7: 'iTunes could not restore the iPhone because the password was incorrect.',
      ios8: 'iTunes could not restore the iPhone because the password was incorrect.',
      modern: 'The computer could not restore the iPhone because the password was incorrect.',
    },
    wording: 'sourced',
    code: 207,
    cites: ['E-06', 'MB-207'],
    cause: 'passing',
    shown: 'while it stands',
    helps: null,
  },
  'activation-locked': {
    title: 'Activation Lock',
    text: {
      ios7: 'This device is linked to an Apple ID. Enter the Apple ID and password that were used to set it up.',
      ios8: 'This device is linked to an Apple ID. Enter the Apple ID and password that were used to set it up.',
      modern: 'This device is linked to an Apple Account. Enter the account and password that were used to set it up.',
    },
    wording: 'ours',
    cites: ['EL-13', 'E-14'],
    cause: 'passing',
    shown: 'while it stands',
    helps: null,
  },
  'not-moved': {
    title: 'The data cannot be put in place',
    text: inEveryEdition('The restored data could not be put in place. Restart the device, then try again.'),
    wording: 'ours',
    code: 102,
    cites: ['MB-102', 'TG-21'],
    cause: 'lasting',
    shown: 'once',
    helps: null,
  },
  'item-stopped': {
    title: 'One item stops the restore',
    text: inEveryEdition('The restore broke off at one item that could not be read or written.'),
    wording: 'ours',
    cites: ['TL-13', 'TL-14', 'TL-16'],
    cause: 'lasting',
    shown: 'once',
    helps: null,
  },
  'backup-refused': {
    title: 'This backup is refused',
    text: inEveryEdition('The backup was refused before anything of it was sent. Nothing on the device has changed.'),
    wording: 'ours',
    cites: ['BK-12', 'TL-17'],
    cause: 'lasting',
    shown: 'once',
    helps: null,
  },
  disconnected: {
    title: 'The connection broke off',
    text: inEveryEdition('The device was disconnected while data were copied. Connect it and start again.'),
    wording: 'ours',
    cites: ['LC-05'],
    cause: 'lasting',
    shown: 'once',
    helps: null,
  },
  'update-needed': {
    title: 'An update comes first',
    text: inEveryEdition('The device has to be updated before this backup can be restored.'),
    wording: 'ours',
    cites: ['EL-01', 'E-02', 'LS-15'],
    cause: 'passing',
    shown: 'while it stands',
    helps: 'update.requested',
  },
  'enrolment-refused': {
    title: 'The enrolment was refused',
    text: inEveryEdition('The new management profile does not match the one that is on the device.'),
    wording: 'ours',
    cites: ['E-16', 'EL-54'],
    cause: 'passing',
    shown: 'while it stands',
    helps: 'profile.removed',
  },
  'no-old-phone': {
    title: 'No old phone nearby',
    text: inEveryEdition('No phone nearby offers its data. The old phone has to be there, switched on and not erased.'),
    wording: 'ours',
    cites: ['PP-05', 'PP-03'],
    cause: 'lasting',
    shown: 'while it stands',
    helps: null,
  },
  'quick-start-forbidden': {
    title: 'The old phone does not help',
    text: inEveryEdition('The old phone is managed by an organisation that keeps it from setting up another phone.'),
    wording: 'ours',
    cites: ['PP-23'],
    cause: 'lasting',
    shown: 'while it stands',
    helps: null,
  },
  'phones-apart': {
    title: 'The phones do not find each other',
    text: inEveryEdition('Put both phones side by side, with Wi-Fi and Bluetooth on.'),
    wording: 'ours',
    cites: ['PP-03'],
    cause: 'passing',
    shown: 'while it stands',
    helps: 'phones.together',
  },
  'move-needs-update': {
    title: 'An update comes first',
    text: inEveryEdition('The old phone runs a later iOS. Update this phone, and the move can follow.'),
    wording: 'ours',
    cites: ['EL-01', 'PP-06'],
    cause: 'passing',
    shown: 'while it stands',
    helps: 'update.requested',
  },
  'move-broken-off': {
    title: 'The move was cancelled',
    text: inEveryEdition('The move from phone to phone did not reach its end. It has to begin anew.'),
    wording: 'ours',
    cites: ['PP-03', 'PP-29'],
    cause: 'lasting',
    shown: 'once',
    helps: null,
  },
  'erase-with-no-backup': {
    title: 'There is no usable backup',
    text: inEveryEdition(
      'Erasing removes everything on this device, and no backup can bring it back. Make a backup first.',
    ),
    wording: 'ours',
    cites: ['LS-01', 'LS-03', 'EL-07'],
    cause: 'lasting',
    shown: 'once',
    helps: null,
  },
} as const satisfies Record<string, AlertRow>;
export type AlertId = keyof typeof ALERTS;

/** Prompts: they wait for an answer. */
export const PROMPTS = {
  'account-password': {
    title: 'Sign in to the store',
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
    text: inEveryEdition('Enter the password to unlock your iPhone backup.'),
    wording: 'sourced',
    cites: ['E-05', 'LC-04', 'CP-15'],
    answeredBy: ['backup.passwordEntered', 'back', 'person.gaveUp'],
  },
  'two-factor-code': {
    title: 'Verification code',
    text: inEveryEdition('Enter the code that was sent to a trusted device or phone number.'),
    wording: 'ours',
    cites: ['LS-12'],
    answeredBy: ['code.entered', 'back', 'person.gaveUp'],
  },
  'keychain-passcode': {
    title: 'Passcode of another device',
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
    text: inEveryEdition('Show your face or finger to the old phone. Here it takes no passcode instead.'),
    wording: 'ours',
    cites: ['PP-25'],
    answeredBy: ['owner.shown', 'back', 'person.gaveUp', 'phones.parted'],
  },
  'old-passcode': {
    title: 'Passcode of the old phone',
    text: inEveryEdition('Enter the passcode of your old phone.'),
    wording: 'ours',
    cites: ['PP-04'],
    answeredBy: ['oldPasscode.entered', 'back', 'person.gaveUp', 'phones.parted'],
  },
  'find-my-password': {
    title: 'Turn off Find My',
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
    text: inEveryEdition('Log in to see your data in this app.'),
    wording: 'ours',
    cites: ['EL-28', 'LS-26'],
    answeredBy: ['app.loggedIn'],
  },
} as const satisfies Record<string, PromptRow>;
export type PromptId = keyof typeof PROMPTS;
