import type { Account, Backup, Item } from '../../model/world.ts';
import type { Route } from '../../model/kinds.ts';
import type { Category } from '../categories/category.ts';
import type { Block } from './blocks.ts';
import type { CaseFile } from './case-file.ts';
import { isManaged } from './managed.ts';

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

/** Of the accounts that a situation may name. */
export const isNamed = (account: string | null | undefined): account is string => typeof account === 'string';
export const isSignedIn = ({ account, besides }: Situation, id: string): boolean => account === id || besides === id;
/** Deleted, and not installed again since. */
export const isAppDeleted = ({ appsDeleted, appsInstalled }: Situation, app: string): boolean =>
  appsDeleted.includes(app) && !appsInstalled.includes(app);
export const isServerEmptied = ({ serversEmptied }: Situation, { app }: Item): boolean =>
  serversEmptied?.some((emptied) => emptied === app) === true;

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
