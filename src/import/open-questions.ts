import type { ServiceId } from '../model/services.ts';

/** Something that the files cannot tell, what is taken for it meanwhile, and the question that settles it. */
export interface UntoldFact {
  readonly id: string;
  readonly about: string;
  /** What the scenario says meanwhile; undefined where it says that nobody knows. */
  readonly taken?: string;
  readonly ask: string;
  /** The condition to set once it is known. */
  readonly path?: string;
}

/** The guesses that a scenario has to make, whatever the backup: each with what to ask. */
export const ALWAYS_OPEN: readonly UntoldFact[] = [
  {
    id: 'find-my',
    about: 'Find My and Activation Lock of the device',
    taken: 'off',
    ask: 'Is Find My off on the device? (Settings, the name at the top, Find My)',
    path: 'device.findMy',
  },
  {
    id: 'state',
    about: 'What is on the device now',
    taken: 'new or erased',
    ask: 'Is the device at its first screen, or in use?',
    path: 'device.state',
  },
  {
    id: 'passcode',
    about: 'A passcode on the device',
    taken: 'one is chosen in Setup',
    ask: 'Is a passcode set on the device?',
    path: 'device.passcode',
  },
  {
    id: 'account',
    about: 'The Apple Account',
    taken: 'its password is known, and its code arrives',
    ask: 'Does the customer know the password of the Apple Account, and where does the code arrive?',
  },
  {
    id: 'supervised',
    about: 'Whether the device that made the backup was supervised',
    ask: 'Did the old device say in Settings that it is supervised by an organisation?',
    path: 'backups.backup.supervised',
  },
  {
    id: 'program',
    about: 'The program on the computer that restores',
    taken: 'Finder, with what it does by itself',
    ask: 'Which program is going to restore it?',
    path: 'computer.software',
  },
];

/** What people call the services, in a question. */
export const SERVICE_QUESTIONS: Readonly<Record<ServiceId, string>> = {
  contacts: 'Contacts',
  calendars: 'Calendars',
  keychain: 'Passwords & Keychain',
  reminders: 'Reminders',
  notes: 'Notes',
  safari: 'Safari',
  home: 'Home',
  health: 'Health',
  journal: 'Journal',
  messages: 'Messages in iCloud',
  freeform: 'Freeform',
  shortcuts: 'Shortcuts',
  'voice-memos': 'Voice Memos',
  drive: 'iCloud Drive',
  photos: 'iCloud Photos',
  'screen-time': 'Screen Time (shared across devices)',
};
