/** The gates in the order in which data passes them. */
export const GATES = {
  capture: { title: 'Capture', asks: 'Was it written into the backup?' },
  listing: { title: 'Listing', asks: 'Can this backup be chosen here?' },
  erase: { title: 'Erase', asks: 'Was its only copy on the phone that was erased?' },
  'sign-in': { title: 'Sign-in', asks: 'Is the right account signed in?' },
  eligibility: { title: 'Eligibility', asks: 'May it return to this device, under these conditions?' },
  placement: { title: 'Placement', asks: 'Was it put in place before and during the restart?' },
  download: { title: 'Download', asks: 'Did it come down after the restart?' },
  sync: { title: 'Sync', asks: 'Does an iCloud service keep a copy of its own?' },
} as const;
export type Gate = keyof typeof GATES;
export const GATE_ORDER = Object.keys(GATES) as readonly Gate[];

/** Where an item ends. `arrives`: it is on the phone; `closed`: waiting changes nothing. */
export const FATES = {
  restored: { word: 'Restored', arrives: true, closed: true, means: 'It came back from the backup.' },
  'downloaded-again': {
    word: 'Downloaded again',
    arrives: true,
    closed: true,
    means: 'The store or the app’s server delivered it again.',
  },
  synced: {
    word: 'Synced',
    arrives: true,
    closed: true,
    means: 'An iCloud service delivered its own copy. The restore did not bring it.',
  },
  pending: {
    word: 'Pending',
    arrives: false,
    closed: false,
    means: 'It waits for a password, a login, power or Wi-Fi.',
  },
  excluded: {
    word: 'Excluded',
    arrives: false,
    closed: true,
    means: 'It was in the backup. A rule decided that it may not return here.',
  },
  'never-in-backup': {
    word: 'Never in backup',
    arrives: false,
    closed: true,
    means: 'This backup never held it. The restore was correct.',
  },
  'lost-at-erase': {
    word: 'Lost at erase',
    arrives: false,
    closed: true,
    means: 'The only copy was on the phone when it was erased.',
  },
  'not-downloaded': {
    word: 'Not downloaded',
    arrives: false,
    closed: true,
    means: 'It could have come, but its download never happened.',
  },
  unknown: {
    word: 'Unknown',
    arrives: false,
    closed: false,
    means: 'A fact is not given. One question to the customer would settle it.',
  },
} as const;
export type Fate = keyof typeof FATES;
export const FATE_ORDER = Object.keys(FATES) as readonly Fate[];

/** The five ends of a restore, and the one word for a story that stops before any of them. */
export const OUTCOMES = {
  completed: { word: 'Completed', means: 'The restore finished and nothing in the backup was left out.' },
  'completed-with-exclusions': {
    word: 'Completed with exclusions',
    means: 'The restore finished. By rule, some data did not return.',
  },
  stopped: { word: 'Stopped', means: 'Somebody tapped Stop Restoring. What had not arrived was given up.' },
  failed: { word: 'Failed', means: 'The restore broke off with an error.' },
  'never-started': { word: 'Never started', means: 'No restore began.' },
  'in-progress': { word: 'Still restoring', means: 'The story ends while the restore is still running or waiting.' },
} as const;
export type Outcome = keyof typeof OUTCOMES;
export const isEnd = (outcome: Outcome): boolean => outcome !== 'in-progress';

/** The three forms in which a backup holds data (A17). */
export const FORMS = {
  device: 'on the device',
  account: 'linked to the account',
  protected: 'protected by encryption',
} as const;
export type Form = keyof typeof FORMS;
