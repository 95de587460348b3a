import type { Route } from './kinds.ts';

/** What every gate has to answer. */
interface GateRow {
  readonly title: string;
  readonly asks: string;
  /**
   * When its verdicts fall. `freeze`: together, before the restore ends, and never again (A2); `close`: only for a
   * restore that never begins; `gate`: when an item comes to it.
   */
  readonly settledAt: 'freeze' | 'close' | 'gate';
  /** Whether it can stop an item although no backup has been chosen. */
  readonly beforeChoice: boolean;
  /** `restore`: the trunk, from the backup to the phone; `own`: a lane beside it, with a copy of its own. */
  readonly lane: 'restore' | 'own';
}

/**
 * The gates in the order in which data passes them, which is that of a restore: the backup was made before everything,
 * a phone in use is erased before anybody signs in, and only then are there backups to choose from.
 */
export const GATES = {
  capture: {
    title: 'Capture',
    asks: 'Was it written into the backup, or does the old phone hand it over?',
    settledAt: 'freeze',
    beforeChoice: true,
    lane: 'restore',
  },
  erase: {
    title: 'Erase',
    asks: 'May the phone be erased, and does another copy live on when it is?',
    settledAt: 'freeze',
    beforeChoice: true,
    lane: 'restore',
  },
  'sign-in': {
    title: 'Sign-in',
    asks: 'Is the right account signed in?',
    settledAt: 'freeze',
    beforeChoice: true,
    lane: 'restore',
  },
  listing: {
    title: 'Listing',
    asks: 'Can this backup, or this way, be chosen here?',
    settledAt: 'close',
    beforeChoice: true,
    lane: 'restore',
  },
  eligibility: {
    title: 'Eligibility',
    asks: 'May it return to this device, under these conditions?',
    settledAt: 'freeze',
    beforeChoice: false,
    lane: 'restore',
  },
  placement: {
    title: 'Placement',
    asks: 'Was it put in place before and during the restart?',
    settledAt: 'gate',
    beforeChoice: false,
    lane: 'restore',
  },
  download: {
    title: 'Download',
    asks: 'Did it come down after the restart?',
    settledAt: 'gate',
    beforeChoice: false,
    lane: 'restore',
  },
  sync: {
    title: 'Sync',
    asks: 'Does an iCloud service, or the app itself, keep a copy of its own?',
    settledAt: 'gate',
    beforeChoice: false,
    lane: 'own',
  },
  phone: {
    title: 'On the phone',
    asks: 'Is it on the device, and has it what it needs to work?',
    settledAt: 'gate',
    beforeChoice: false,
    lane: 'own',
  },
} as const satisfies Readonly<Record<string, GateRow>>;
export type Gate = keyof typeof GATES;
export const GATE_ORDER = Object.keys(GATES) as readonly Gate[];
/** The gates of which a property has one value. */
type GateWith<K extends keyof GateRow, V> = {
  [G in Gate]: (typeof GATES)[G][K] extends V ? G : never;
}[Gate];
const gatesWith = <K extends keyof GateRow, const V extends GateRow[K]>(property: K, value: V) =>
  GATE_ORDER.filter((gate) => GATES[gate][property] === value) as GateWith<K, V>[];

export const GATES_AT_FREEZE: readonly Gate[] = gatesWith('settledAt', 'freeze');
/** What may come to an item whose restore ends early or never starts. */
export const GATES_OF_RESTORE: readonly Gate[] = gatesWith('lane', 'restore');
export const GATES_BEFORE_CHOICE: readonly Gate[] = gatesWith('beforeChoice', true);
export type GateByItself = GateWith<'settledAt', 'gate'>;
export const GATES_BY_ITSELF: readonly GateByItself[] = gatesWith('settledAt', 'gate');

/** What every fate has to answer. */
interface FateRow {
  readonly word: string;
  /** It is on the device. */
  readonly arrives: boolean;
  /** It can be used there. */
  readonly works: boolean;
  /** Waiting changes nothing. */
  readonly closed: boolean;
  readonly means: string;
}

/** Where an item ends. */
export const FATES = {
  restored: { word: 'Restored', arrives: true, works: true, closed: true, means: 'It came back from the backup.' },
  'downloaded-again': {
    word: 'Downloaded again',
    arrives: true,
    works: true,
    closed: true,
    means: 'The store, the app’s server, its own backup or transfer, or the organisation delivered it again.',
  },
  synced: {
    word: 'Synced',
    arrives: true,
    works: true,
    closed: true,
    means: 'An iCloud service delivered its own copy. The restore did not bring it.',
  },
  'never-left': {
    word: 'Never left',
    arrives: true,
    works: true,
    closed: true,
    means: 'It was on the device all the time. It needed no restore.',
  },
  'of-no-use': {
    word: 'There, of no use',
    arrives: true,
    works: false,
    closed: true,
    means: 'It is on the device and does not work, because something that it needs is not there.',
  },
  pending: {
    word: 'Pending',
    arrives: false,
    works: false,
    closed: false,
    means: 'It waits for a password, a login, an app, an act of the person, power or Wi-Fi. It can still come.',
  },
  excluded: {
    word: 'Excluded',
    arrives: false,
    works: false,
    closed: true,
    means: 'It was in the backup. A rule decided that it may not return here.',
  },
  'never-in-backup': {
    word: 'Never in backup',
    arrives: false,
    works: false,
    closed: true,
    means: 'This backup never held it. The restore was correct.',
  },
  'lost-at-erase': {
    word: 'Lost at erase',
    arrives: false,
    works: false,
    closed: true,
    means: 'The only copy was on the device when it was erased, or when a backup took its place.',
  },
  'lost-later': {
    word: 'Lost later',
    arrives: false,
    works: false,
    closed: true,
    means: 'It was there, and a later act removed it.',
  },
  'not-downloaded': {
    word: 'Not downloaded',
    arrives: false,
    works: false,
    closed: true,
    means: 'It could have come, but its download never happened.',
  },
  unknown: {
    word: 'Unknown',
    arrives: false,
    works: false,
    closed: false,
    means: 'A fact is not given. One question to the customer would settle it.',
  },
} as const satisfies Readonly<Record<string, FateRow>>;
export type Fate = keyof typeof FATES;
/** Fates that are told in other words where the data come from the old phone and not from a backup. */
const ON_THE_DIRECT_WAY: Readonly<Partial<Record<Fate, Pick<FateRow, 'word' | 'means'>>>> = {
  restored: { word: FATES.restored.word, means: 'It came over from the old phone.' },
  excluded: {
    word: FATES.excluded.word,
    means: 'It was on the old phone. A rule decided that it may not come here.',
  },
  'never-in-backup': { word: 'Not part of the move', means: 'A move from phone to phone does not carry it.' },
  'not-downloaded': {
    word: 'Did not come',
    means: 'It could have come over, or from a store or a server, and that never happened.',
  },
};
/** A fate as it is told on a way. */
export const fateOn = (route: Route, fate: Fate): Pick<FateRow, 'word' | 'means'> =>
  (route === 'direct' ? ON_THE_DIRECT_WAY[fate] : undefined) ?? FATES[fate];
/** What brings an item, and the fate of what it brought. */
export const ARRIVES_AS = {
  backup: 'restored',
  store: 'downloaded-again',
  app: 'downloaded-again',
  organisation: 'downloaded-again',
  sync: 'synced',
} as const satisfies Readonly<Record<string, Fate>>;
export type ArrivesFrom = keyof typeof ARRIVES_AS;
export const FATE_ORDER = Object.keys(FATES) as readonly Fate[];

/** The five ends of a restore, and the one word for a story that stops before any of them. */
export const OUTCOMES = {
  completed: {
    word: 'Completed',
    means: 'The restore finished, and nothing in the backup is known to have been left out.',
  },
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
