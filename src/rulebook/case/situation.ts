import type { Account, Backup, Item } from '../../model/world.ts';
import type { Route } from '../../model/kinds.ts';
import type { CaseFile } from './case-file.ts';
import { isManaged } from './managed.ts';
import type { Category } from '../categories/category.ts';

/** Why no restore began, or why it broke off. */
export const BLOCKS = {
  'no-backup': 'There is no backup to restore from',
  'never-completed': 'The backup never completed',
  'newer-ios': 'The backup was made by a newer iOS than the device runs',
  'other-account': 'The backup belongs to another account',
  deleted: 'The backup was deleted after 180 days without a new one',
  'not-kept': 'Only the three most recent backups of a device are kept',
  'too-old-for-icloud': 'iCloud no longer serves backups made by iOS 8 or earlier',
  'recovery-lost': 'Only a trusted device can open this backup, and none is left',
  damaged: 'The backup is damaged',
  'backup-password': 'The password of the encrypted backup is not known',
  supervision: 'A supervised backup fits only a supervised device, and the reverse',
  'sign-in': 'Nobody could sign in',
  'activation-lock': 'The device is locked to the account that it was used with',
  'erase-refused': 'The device could not be erased',
  'find-my': 'Find My is still on',
  'locked-out': 'Nobody knows the passcode of the device',
  'device-protection': 'Stolen Device Protection asks for a face or finger that the device knows',
  'no-space': 'The device has not enough free space',
  'no-update': 'The device cannot be updated far enough',
  'restore-hidden': 'The organisation hides the restore choice',
  'pairing-forbidden': 'The organisation forbids pairing with this computer',
  'no-account': 'An iCloud backup needs an Apple Account',
  'set-up-as-new': 'The person set the device up as new',
  'return-to-service': 'The service set the device up by itself',
  disconnected: 'The connection to the computer broke off',
  'borrowed-over': 'The iCloud space that was borrowed for the backup has run out',
  overwritten: 'The next backup of the same device has overwritten this one',
  'no-index': 'The backup has no list of its files',
  'stale-index': 'The backup lists files that are not in it',
  'needs-restart': 'The device has still to be restarted',
  'staging-left': 'An earlier restore still waits for a restart',
  'erased-by-ios': 'The device erased itself: iOS 27 takes no restore by a tool onto a supervised one, by reports',
  'no-app-list': 'The tool stopped with an error, as the backup has no list of its apps',
  'thin-backup': 'Betas of iOS 27 refuse a backup of chosen files with data of apps, by the notes of one tool',
  'bad-item': 'One damaged item stopped the restore',
  'bad-download': 'One damaged item stopped the restore while everything came down',
  'not-moved': 'The restored data could not be moved into place',
  'given-up': 'The person gave up',
  'direct-needs-newer-ios': 'A move from phone to phone needs iOS 12.4 on both phones',
  'direct-not-offered': 'A phone of an organisation is not offered the move from phone to phone',
  'direct-hidden': 'The organisation hides the move from phone to phone',
  'no-old-phone': 'The old phone is not there with its data',
  'quick-start-forbidden': 'The organisation keeps the old phone from setting up another one',
  'phones-apart': 'The two phones do not find each other',
  'owner-missing': 'The old phone asks for the face or finger of its owner',
  'old-passcode': 'The passcode of the old phone is not known',
  'old-phone-newer': 'The old phone runs a newer iOS than the new one',
  'move-broken-off': 'The move from phone to phone broke off',
} as const;
export type Block = keyof typeof BLOCKS;

/** How management stands, in a world in which it matters. */
export const ENROLMENTS = {
  none: 'is not there',
  before: 'was there before, and nothing has touched it',
  asked: 'is asked for by Setup at this moment',
  'from-backup': 'came back with the backup',
  'other-service': 'came back with the backup, and is that of another service',
  'by-service': 'was made anew by the service in Setup',
  'by-hand': 'was made anew by the person',
  moved: 'was taken over by another service without an erase',
  declined: 'was left out by the person',
  missing: 'is missing although the organisation manages the device',
  open: 'is not known after a backup from before it',
  removed: 'was removed by the person',
  retired: 'was ended by the organisation',
} as const;
export type Enrolment = keyof typeof ENROLMENTS;

/** What becomes of what iCloud keeps when its account is signed out on the device. */
export type Copies = 'kept' | 'removed' | 'not-said' | 'by-itself';

/** What the restore has settled so far, beside the world. Small, plain, JSON. */
export interface Situation {
  readonly backup: string | null;
  readonly account: string | null;
  /** iOS of the device now; an update may have raised it. */
  readonly ios: string;
  readonly passcode: boolean;
  readonly erased: boolean;
  /** What the choice about the eSIM was when the device was erased; null: not erased, or nobody has said. */
  readonly esim: 'kept' | 'deleted' | null;
  /** A computer has put a backup in the place of what was on a device in use. */
  readonly replaced: boolean;
  readonly blocked: Block | null;
  readonly ended: 'running' | 'finished' | 'stopped' | 'failed' | 'never-started' | 'story-ended';
  /** Store accounts whose password was given, and those whose prompt was skipped. */
  readonly passwordsGiven: readonly string[];
  readonly passwordsSkipped: readonly string[];
  readonly loggedIn: readonly string[];
  /** Apps that the person deleted, and those that the person installed, each as it stands now. */
  readonly appsDeleted: readonly string[];
  readonly appsInstalled: readonly string[];
  /** Apps that took back their own backup, and those that moved their data by a transfer of their own. */
  readonly ownRestored: readonly string[];
  readonly ownMoved: readonly string[];
  /** Apps whose download stands still, those that the person offloaded, and those in which the person signed out. */
  readonly appsStuck: readonly string[];
  readonly appsOffloaded: readonly string[];
  readonly signedOut: readonly string[];
  /** Apps that had still to come when no room was left; only while that is so. */
  readonly appsWithoutRoom?: readonly string[];
  /** Somebody forced a restart while the restored data were moved into place; only where it was so. */
  readonly restartForced?: true;
  /** Apps that sent their empty state to their server; only where one did. */
  readonly serversEmptied?: readonly string[];
  /** No room is left on the device for what the store delivers. */
  readonly full: boolean;
  /** What opens all that is encrypted from end to end; `reset`: it was given up instead. */
  readonly keychainPasscode: 'not-asked' | 'given' | 'skipped' | 'reset';
  /** A device that had let nobody in was opened with its previous passcode. */
  readonly unlocked?: true;
  /** Only where an organisation has a say. */
  readonly enrolment?: Enrolment;
  /** The organisation’s service erased the device, and so ended the enrolment that it knew. */
  readonly wiped?: true;
  /** Whether management was ended on the device in use, before anything was restored, and by whom. */
  readonly unmanaged?: 'by-person' | 'by-service';
  /** A second account: one of an organisation beside a personal one, or the reverse. */
  readonly besides?: string | null;
  /** The account that was signed out on this device, and what became of the copies of what iCloud keeps. */
  readonly left?: string | null;
  readonly copies?: Copies;
  /** The same account once somebody has signed in again: what had gone comes from iCloud. */
  readonly returned?: string | null;
  /** The way that was chosen when it is another than the world's: who has joined two phones may still take iCloud. */
  readonly route: Route | null;
  /** Phone to phone: whether the eSIM line came along, and what was answered for the watch. */
  readonly line: 'not-asked' | 'moved' | 'left';
  readonly watch: 'not-asked' | 'taken' | 'left';
}

/** Before anybody has done anything; what the device brings along is stated by whoever begins. */
export const SITUATION_AT_START: Situation = {
  backup: null,
  account: null,
  ios: '',
  passcode: true,
  erased: false,
  esim: null,
  replaced: false,
  blocked: null,
  ended: 'running',
  passwordsGiven: [],
  passwordsSkipped: [],
  loggedIn: [],
  appsDeleted: [],
  appsInstalled: [],
  ownRestored: [],
  ownMoved: [],
  appsStuck: [],
  appsOffloaded: [],
  signedOut: [],
  full: false,
  keychainPasscode: 'not-asked',
  route: null,
  line: 'not-asked',
  watch: 'not-asked',
};

/** The first situation on this device. One that is new was erased before the story, or never used. */
export function situationAtStart({ world }: CaseFile): Situation {
  const { device } = world;
  const enrolment = device.state === 'in-use' && isManaged(world) ? 'before' : 'none';
  return {
    ...SITUATION_AT_START,
    ios: device.ios,
    passcode: device.passcode === 'yes',
    erased: device.state === 'new',
    ...(device.assigned === 'yes' || enrolment === 'before' ? { enrolment } : {}),
  };
}

/*
 * How a situation changes, each change under its name. A situation is a value: verdicts are remembered by it
 * (`CaseFile.rememberFor`), so a change is always a new one.
 */
export const passcodeSet = (before: Situation, passcode: boolean): Situation => ({ ...before, passcode });
export const deviceErased = (before: Situation): Situation => ({
  ...before,
  erased: true,
  ...(before.enrolment === undefined ? {} : { enrolment: 'none' }),
  ...(before.left === undefined ? {} : { left: null, returned: null }),
});
export const esimChosen = (before: Situation, choice: 'keep' | 'delete' | undefined): Situation => ({
  ...before,
  esim: choice === undefined ? null : choice === 'keep' ? 'kept' : 'deleted',
});
export const contentReplaced = (before: Situation): Situation => ({ ...before, replaced: true });
export const signedInAs = (before: Situation, account: string | null): Situation => ({
  ...before,
  account,
  ...(account === null || before.left === undefined ? {} : comesBack(before)),
});
/** Of the accounts that a situation may name. */
export const isNamed = (account: string | null | undefined): account is string => typeof account === 'string';
/** Named only where some account was signed out. */
const comesBack = ({ left, returned }: Situation) => ({
  left: null,
  ...(isNamed(left) ? { returned: left } : returned === undefined ? {} : { returned }),
});
/** An account beside the one that is signed in. */
export const signedInBeside = (before: Situation, account: string): Situation => ({
  ...before,
  besides: account,
  ...(before.left === account ? comesBack(before) : {}),
});
/** Whoever else is signed in stays so. */
export const signedOutOf = (before: Situation, account: string, copies: Copies): Situation => ({
  ...before,
  account: before.account !== account ? before.account : isNamed(before.besides) ? before.besides : null,
  ...(before.besides === undefined ? {} : { besides: null }),
  keychainPasscode: 'not-asked',
  left: account,
  copies,
});
export const copiesChosen = (choice: 'keep' | 'remove' | undefined): Copies =>
  choice === undefined ? 'not-said' : choice === 'keep' ? 'kept' : 'removed';
/** Management is ended on the device in use. */
export const managementEnded = (before: Situation, by: 'by-person' | 'by-service'): Situation => ({
  ...enrolledAs(before, by === 'by-person' ? 'removed' : 'retired'),
  unmanaged: by,
});
export const isSignedIn = ({ account, besides }: Situation, id: string): boolean => account === id || besides === id;
export const updatedTo = (before: Situation, ios: string): Situation => ({ ...before, ios });
export const backupChosen = (before: Situation, backup: string | null): Situation => ({ ...before, backup });
export const blockedBy = (before: Situation, blocked: Block | null): Situation => ({ ...before, blocked });
export const enrolledAs = (before: Situation, enrolment: Enrolment): Situation => ({ ...before, enrolment });
/** TG-12: an erase by the service takes the line along unless it asks to keep it. */
export const wipedByService = (before: Situation, keepsEsim: boolean): Situation => ({
  ...esimChosen(before, keepsEsim ? 'keep' : 'delete'),
  wiped: true,
});
export const endedAs = (before: Situation, ended: Situation['ended']): Situation => ({ ...before, ended });
export const passwordGiven = (before: Situation, account: string): Situation => ({
  ...before,
  passwordsGiven: [...before.passwordsGiven, account],
  passwordsSkipped: before.passwordsSkipped.filter((skipped) => skipped !== account),
});
export const passwordSkipped = (before: Situation, account: string): Situation => ({
  ...before,
  passwordsSkipped: [...before.passwordsSkipped, account],
});
const without = (names: readonly string[], name: string): readonly string[] => names.filter((other) => other !== name);
const withName = (names: readonly string[], name: string): readonly string[] =>
  names.includes(name) ? names : [...names, name];
/** What the app held goes with it, and so does its login. */
export const appDeleted = (before: Situation, app: string): Situation => ({
  ...before,
  appsDeleted: [...without(before.appsDeleted, app), app],
  appsInstalled: without(before.appsInstalled, app),
  appsOffloaded: without(before.appsOffloaded, app),
  appsStuck: without(before.appsStuck, app),
  ownRestored: without(before.ownRestored, app),
  ownMoved: without(before.ownMoved, app),
  loggedIn: without(before.loggedIn, app),
});
/** Deleted, and not installed again since. */
export const isAppDeleted = ({ appsDeleted, appsInstalled }: Situation, app: string): boolean =>
  appsDeleted.includes(app) && !appsInstalled.includes(app);
export const appInstalled = (before: Situation, app: string): Situation => ({
  ...before,
  appsInstalled: [...without(before.appsInstalled, app), app],
  appsOffloaded: without(before.appsOffloaded, app),
  appsStuck: without(before.appsStuck, app),
});
/** The program goes and its data stay. */
export const appOffloaded = (before: Situation, app: string): Situation => ({
  ...before,
  appsInstalled: without(before.appsInstalled, app),
  appsOffloaded: withName(before.appsOffloaded, app),
  appsStuck: without(before.appsStuck, app),
});
export const appStuck = (before: Situation, app: string): Situation => ({
  ...before,
  appsStuck: withName(before.appsStuck, app),
});
export const appSignedOut = (before: Situation, app: string): Situation => ({
  ...before,
  signedOut: withName(before.signedOut, app),
  loggedIn: without(before.loggedIn, app),
});
export const serverEmptied = (before: Situation, app: string): Situation => ({
  ...before,
  serversEmptied: before.serversEmptied === undefined ? [app] : withName(before.serversEmptied, app),
});
export const isServerEmptied = ({ serversEmptied }: Situation, { app }: Item): boolean =>
  app !== undefined && serversEmptied?.includes(app) === true;
export const ownBackupRestored = (before: Situation, app: string): Situation => ({
  ...before,
  ownRestored: withName(before.ownRestored, app),
});
export const ownDataMoved = (before: Situation, app: string): Situation => ({
  ...before,
  ownMoved: withName(before.ownMoved, app),
});
export const deviceUnlocked = (before: Situation): Situation => ({ ...before, unlocked: true });
export const restartForced = (before: Situation): Situation => ({ ...before, restartForced: true });
/** `apps`: those that had still to come. */
export const roomRanOut = (before: Situation, apps: readonly string[]): Situation => ({
  ...before,
  full: true,
  ...(apps.length === 0 ? {} : { appsWithoutRoom: apps }),
});
export const roomMade = (before: Situation): Situation => ({
  ...before,
  full: false,
  ...(before.appsWithoutRoom === undefined ? {} : { appsWithoutRoom: [] }),
});
export const loggedIn = (before: Situation, app: string): Situation => ({
  ...before,
  loggedIn: withName(before.loggedIn, app),
});

export const wayChosen = (before: Situation, route: Route | null): Situation => ({ ...before, route });
/** The old phone's passcode, typed on the new one, is that of an older device. */
export const phonesJoined = (before: Situation): Situation => ({ ...before, keychainPasscode: 'given' });
export const lineAnswered = (before: Situation, line: 'moved' | 'left'): Situation => ({ ...before, line });
export const watchAnswered = (before: Situation, watch: 'taken' | 'left'): Situation => ({ ...before, watch });

/** The way by which the data would come. */
export const routeOf = ({ world }: CaseFile, { route }: Situation): Route => route ?? world.route;

/** Whose iCloud it is where two accounts are signed in; else whoever is. */
export const accountOfServices = (file: CaseFile, situation: Situation): Account | undefined => {
  const { account } = file.world.services;
  // While nobody is signed in, it is the account that the services would belong to.
  return file.account(situation.besides === account ? account : (situation.account ?? account));
};

/** What a fact is read from. */
export interface Question {
  readonly file: CaseFile;
  readonly item: Item;
  readonly category: Category;
  readonly backup: Backup | null;
  readonly situation: Situation;
  /** The way by which the data would come: that of the backup, where one is looked at. */
  readonly route: Route;
  /** Whether a backup, whichever of the world, holds an item. */
  readonly isHeldBy: (item: Item, backup: Backup) => Held;
  /** What it needs and what is not on the device. */
  readonly lacking: readonly Item[];
}

/** `unknown`: it hangs on a fact that is not given. */
export type Held = 'yes' | 'no' | 'unknown';

/**
 * By item, the items that it needs and that are not on the device. Small: only what is of no use stands in it, and what
 * hangs on a need of which nobody knows whether it is there; that need is written with a `?`, which no id has.
 */
export type Lacking = Readonly<Record<string, readonly string[]>>;
export const perhapsLacking = (need: string): string => `?${need}`;
export const isPerhaps = (need: string): boolean => need.startsWith('?');
/** The part that is meant, whether or not it is sure that it lacks. */
export const partNamed = (need: string): string => (isPerhaps(need) ? need.slice(1) : need);
