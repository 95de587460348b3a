import type { ReferenceId } from '../evidence/references.ts';

/** Something to do before a phone is erased or handed in. */
export interface BeforeActRow {
  readonly title: string;
  /** Where, and what to look at. `{what}`: the service. */
  readonly how: string;
  /** `first`: it saves what lies only on the phone. `at the erase`: it is for the erase itself. */
  readonly when: 'first' | 'at the erase';
  /** What it hangs on whether it saves what it is named for; nothing where it is sure to. */
  readonly onlyIf?: string;
  readonly cites: readonly ReferenceId[];
}

/** In the order in which they are done: a backup comes last, so that it holds what was brought in order before it. */
export const BEFORE_ACTS = {
  'enter-the-previous-passcode': {
    title: 'Enter the passcode from before the change',
    how:
      'It opens the phone for 72 hours after the change and no longer, so do this first. Everything else that saves ' +
      'data is done with the phone open.',
    when: 'first',
    cites: ['LO-02'],
  },
  'let-service-upload': {
    title: 'Let iCloud take it up',
    how:
      'In Settings, at the top under the name, iCloud: switch {what} on, stay on Wi-Fi and power, and wait until ' +
      'everything is there when you look at it on another device or in the web app.',
    when: 'first',
    cites: ['IC-01', 'SY-15'],
  },
  'let-service-finish': {
    title: 'Let iCloud finish',
    how:
      '{what} is on already, and this has not gone up yet. Make room in iCloud where it is full, stay on Wi-Fi and ' +
      'power, and wait until everything is there when you look at it on another device or in the web app.',
    when: 'first',
    cites: ['IC-28', 'SY-15'],
  },
  'app-moves-it': {
    title: 'Use the app’s own export or transfer',
    how:
      'Look in the app’s own settings for export, backup or transfer, carry it out while this phone still works, and ' +
      'see that the data open in the other place.',
    when: 'first',
    onlyIf: 'the app offers it',
    cites: ['EL-33', 'AX-16', 'AX-17', 'AX-26'],
  },
  'find-the-passcode': {
    title: 'Find a passcode that fits',
    how:
      'Without it nobody gets into the phone, so nothing can be switched on, exported or backed up there. Wait ' +
      'out the time that it shows and try those that come into question; from iOS 17 on the one from before a ' +
      'change counts for 72 hours. Erase it only when the rest is given up.',
    when: 'first',
    onlyIf: 'one is found',
    cites: ['LO-02', 'LO-03'],
  },
  'icloud-backup': {
    title: 'Make an iCloud backup',
    how:
      'In Settings, at the top under the name, iCloud, iCloud Backup: Back Up Now, on Wi-Fi and power, until it ' +
      'shows the date of today.',
    when: 'first',
    cites: ['LS-01', 'BK-17', 'IC-28'],
  },
  'reset-the-backup-password': {
    title: 'Take off the backup password that nobody knows',
    how:
      'Where nobody finds it: “Reset All Settings” on the phone, from iOS 11 on. It sets settings back and deletes ' +
      'no data, and the next backup can have a new password. Backups made before stay locked, so keep them.',
    when: 'first',
    cites: ['CP-15', 'CP-16'],
  },
  'computer-backup': {
    title: 'Make an encrypted backup on a computer',
    how:
      'Connect the phone by cable, choose “Encrypt local backup” with a password that is kept somewhere, and back up ' +
      'until it shows the time of today.',
    when: 'first',
    cites: ['LC-01', 'CP-07', 'CP-15', 'BK-17'],
  },
  'keep-the-line': {
    title: 'Decide about the eSIM',
    how:
      'The erase asks whether the eSIM is kept or deleted. Keep it where the phone stays with you; delete it where ' +
      'the phone goes, and have the carrier at hand, who can issue the line again.',
    when: 'at the erase',
    cites: ['TG-11', 'TG-13'],
  },
  'organisation-erases': {
    title: 'Have the organisation erase it',
    how:
      'It has taken the erase off this device, so its service does that. Its erase deletes an eSIM unless the ' +
      'service asks to keep it; the carrier can issue the line again.',
    when: 'at the erase',
    cites: ['EL-50', 'TG-12', 'TG-13'],
  },
  'go-where-it-knows': {
    title: 'Do it at a place that the phone knows',
    how:
      'Stolen Device Protection may ask here for the face or finger of the owner and take no passcode instead, and ' +
      'Find My or the account can then go off only after an hour and a second look. At home or at work the passcode ' +
      'is enough, unless it is set to protect everywhere.',
    when: 'at the erase',
    cites: ['EE-26', 'TG-23', 'TG-24'],
  },
  'free-the-phone': {
    title: 'Have the password of the account ready',
    how:
      'Find My is on, so its password is asked for. An erase alone does not end the tie to the account; whoever gets ' +
      'the phone could not use it.',
    when: 'at the erase',
    cites: ['TG-08', 'EL-13'],
  },
} as const satisfies Readonly<Record<string, BeforeActRow>>;
export type BeforeActId = keyof typeof BEFORE_ACTS;
