/** The parts of a story in which a script entry can happen, in their order. */
export const PHASES = [
  'in-use',
  'erasing',
  'set-up',
  'quick-start',
  'sign-in',
  'listing',
  'preconditions',
  'eligibility',
  'placement',
  'restart',
  'enrolment',
  'download',
  'sync',
  'over',
] as const;
export type Phase = (typeof PHASES)[number];

/** What an event of a script can carry: the name of something in the world, or one of these words. */
export const EVENT_DATA = {
  account: 'name',
  backup: 'name',
  app: 'name',
  password: ['right', 'wrong'],
  esim: ['keep', 'delete'],
  copies: ['keep', 'remove'],
} as const satisfies Readonly<Record<string, 'name' | readonly string[]>>;
export type EventData = keyof typeof EVENT_DATA;

/** When a person who does everything as expected does it, in a state that calls for it. */
export type UsualWhen =
  | 'always'
  | 'first-account-signs-in'
  | 'first-password-known'
  | 'password-known'
  | 'backup-password-known'
  | 'linked-password-known'
  | 'passcode-in-use';

/** What the customer can see of the phone's surroundings and of its lock. */
export const PHONE_SWITCHES = ['wifi', 'power', 'locked'] as const;

/** What a person does or what happens around the phone: what a script can give. */
export interface ScriptEventRow {
  readonly by: 'person' | 'surroundings';
  readonly data: readonly EventData[];
  readonly mayCarry?: readonly EventData[];
  /** The words on a button; `shortTitle` where the data follow. */
  readonly title: string;
  readonly shortTitle?: string;
  /** To be read aloud; by the password where it carries one. */
  readonly sentence: string | Readonly<Record<(typeof EVENT_DATA)['password'][number], string>>;
  /** The part of the story in which it comes; null for what can come at any time. */
  readonly phase: Phase | null;
  readonly usual: UsualWhen;
  /** No effect on anything; left out when something is looked for that would move the story. */
  readonly harmless?: true;
  /** It leaves the way that leads to everything that can come back. */
  readonly leaves?: true;
  /** What `src/run` tells the machines with it, out of the journal. */
  readonly told?: readonly InnerEventData[];
  /** What it changes about the phone that the customer can see at once. */
  readonly phone?: Readonly<Partial<Record<(typeof PHONE_SWITCHES)[number], boolean>>>;
}

/** What an event carries that no script can give. */
export type InnerEventData = 'file' | 'situation' | 'restoreRan' | 'lacking' | 'anew' | 'there' | 'kept' | 'enrolment';

/** What `src/run` says, and what one machine tells another. */
interface InnerEventRow {
  readonly by: 'run' | 'notice';
  readonly data: readonly InnerEventData[];
}

/** Every event that a machine can be given. The order is that in which possible events are listed and explored. */
export const EVENTS = {
  'findMy.turnedOff': {
    by: 'person',
    data: [],
    title: 'Turn off Find My',
    sentence: 'The customer turns Find My off.',
    phase: 'in-use',
    usual: 'first-password-known',
  },
  'place.familiar': {
    by: 'surroundings',
    data: [],
    title: 'Reach a familiar place',
    sentence: 'The customer reaches a place that the phone knows, such as home or work.',
    phase: 'in-use',
    usual: 'always',
  },
  'erase.requested': {
    by: 'person',
    data: [],
    mayCarry: ['esim'],
    title: 'Erase All Content and Settings',
    sentence: 'The customer asks for all content and settings to be erased{esim}.',
    phase: 'in-use',
    usual: 'always',
  },
  'passcode.previousEntered': {
    by: 'person',
    data: [],
    title: 'Enter the previous passcode',
    sentence: 'The customer enters the passcode from before the change, and chooses a new one.',
    phase: 'in-use',
    usual: 'always',
  },
  'lockScreen.erased': {
    by: 'person',
    data: [],
    title: 'Erase from the lock screen',
    sentence: 'The customer has the phone erased from its lock screen, with the password of the account.',
    phase: 'in-use',
    usual: 'first-password-known',
  },
  'findMy.erased': {
    by: 'person',
    data: [],
    title: 'Erase from afar by Find My',
    sentence: 'The customer has the phone erased from afar by Find My.',
    phase: 'in-use',
    usual: 'first-password-known',
  },
  'recovery.restored': {
    by: 'person',
    data: [],
    title: 'Restore the software in recovery mode',
    sentence: 'A computer puts the software onto the phone anew in recovery mode, which erases it.',
    phase: 'in-use',
    usual: 'always',
  },
  'restore.requested': {
    by: 'person',
    data: [],
    title: 'Restore Backup',
    sentence: 'The customer asks the computer to restore a backup.',
    phase: 'in-use',
    usual: 'always',
  },
  'setup.started': {
    by: 'person',
    data: [],
    title: 'Start',
    sentence: 'The customer begins the setup.',
    phase: 'set-up',
    usual: 'always',
  },
  'wifi.joined': {
    by: 'person',
    data: [],
    title: 'Join Wi-Fi',
    sentence: 'The customer joins a Wi-Fi network.',
    phase: 'set-up',
    usual: 'always',
  },
  'activation.unlocked': {
    by: 'person',
    data: [],
    title: 'Enter the password of the linked account',
    sentence: 'The customer enters the password of the linked account.',
    phase: 'set-up',
    usual: 'linked-password-known',
  },
  'activation.codeEntered': {
    by: 'person',
    data: [],
    title: 'Enter the code of the organisation',
    sentence: 'The customer enters the organisation’s code against Activation Lock.',
    phase: 'set-up',
    usual: 'always',
  },
  'passcode.chosen': {
    by: 'person',
    data: [],
    title: 'Choose a passcode',
    sentence: 'The customer chooses a passcode.',
    phase: 'set-up',
    usual: 'passcode-in-use',
  },
  'passcode.skipped': {
    by: 'person',
    data: [],
    title: 'Use no passcode',
    sentence: 'The customer goes on without a passcode.',
    phase: 'set-up',
    usual: 'always',
  },
  'route.chosen': {
    by: 'person',
    data: [],
    title: 'Take the data from there',
    sentence: 'The customer chooses where the data shall come from.',
    phase: 'set-up',
    usual: 'always',
  },
  'cloud.chosen': {
    by: 'person',
    data: [],
    title: 'From iCloud instead',
    sentence: 'The customer takes iCloud in place of the old phone.',
    phase: 'set-up',
    usual: 'always',
    leaves: true,
  },
  'quickStart.begun': {
    by: 'person',
    data: [],
    title: 'Set up with the old phone',
    sentence: 'The customer holds the old phone beside the new one.',
    phase: 'set-up',
    usual: 'always',
  },
  'pattern.scanned': {
    by: 'person',
    data: [],
    title: 'Scan the pattern',
    sentence: 'The old phone reads the pattern on the new one.',
    phase: 'quick-start',
    usual: 'always',
  },
  'owner.shown': {
    by: 'person',
    data: [],
    title: 'Show face or finger',
    sentence: 'The owner shows a face or a finger to the old phone.',
    phase: 'quick-start',
    usual: 'always',
  },
  'oldPasscode.entered': {
    by: 'person',
    data: [],
    title: 'Enter the passcode of the old phone',
    sentence: 'The customer enters the passcode of the old phone on the new one.',
    phase: 'quick-start',
    usual: 'always',
  },
  'line.moved': {
    by: 'person',
    data: [],
    title: 'Move the line',
    sentence: 'The customer moves the eSIM line to the new phone.',
    phase: 'quick-start',
    usual: 'always',
  },
  'line.left': {
    by: 'person',
    data: [],
    title: 'Leave the line',
    sentence: 'The customer leaves the eSIM line on the old phone.',
    phase: 'quick-start',
    usual: 'always',
  },
  'watch.taken': {
    by: 'person',
    data: [],
    title: 'Take the watch along',
    sentence: 'The customer takes the watch along to the new phone.',
    phase: 'quick-start',
    usual: 'always',
  },
  'watch.left': {
    by: 'person',
    data: [],
    title: 'Leave the watch',
    sentence: 'The customer leaves the watch with the old phone.',
    phase: 'quick-start',
    usual: 'always',
  },
  'transfer.cancelled': {
    by: 'person',
    data: [],
    title: 'Cancel the move',
    sentence: 'The customer cancels the move from phone to phone.',
    phase: 'placement',
    usual: 'always',
    leaves: true,
  },
  'setup.asNew': {
    by: 'person',
    data: [],
    title: 'Set up as new',
    sentence: 'The customer sets the phone up as new.',
    phase: 'listing',
    usual: 'always',
    leaves: true,
  },
  'person.gaveUp': {
    by: 'person',
    data: [],
    mayCarry: ['backup'],
    title: 'Give up',
    sentence: 'The customer gives up here.',
    phase: null,
    usual: 'always',
    leaves: true,
  },
  'account.entered': {
    by: 'person',
    data: ['account', 'password'],
    title: 'Sign in',
    sentence: {
      right: 'The customer signs in {as account}.',
      wrong: 'The customer signs in {as account}, with a password that is not right.',
    },
    phase: 'sign-in',
    usual: 'first-account-signs-in',
  },
  'code.entered': {
    by: 'person',
    data: [],
    title: 'Enter the code',
    sentence: 'The customer enters the code.',
    phase: 'sign-in',
    usual: 'always',
  },
  back: {
    by: 'person',
    data: [],
    title: 'Go one screen back',
    sentence: 'The customer goes one screen back.',
    phase: null,
    usual: 'always',
    leaves: true,
  },
  'backup.chosen': {
    by: 'person',
    data: ['backup'],
    title: 'Choose this backup',
    sentence: 'The customer chooses {backup}.',
    phase: 'listing',
    usual: 'always',
  },
  'backup.passwordEntered': {
    by: 'person',
    data: ['password'],
    title: 'Enter the backup password',
    sentence: {
      right: 'The customer enters the password of the backup.',
      wrong: 'The customer enters a password that is not right.',
    },
    phase: 'listing',
    usual: 'backup-password-known',
  },
  'update.requested': {
    by: 'person',
    data: [],
    title: 'Update iOS',
    sentence: 'The customer updates iOS first.',
    phase: 'listing',
    usual: 'always',
  },
  'enrolment.accepted': {
    by: 'person',
    data: [],
    title: 'Enrol this phone',
    sentence: 'The customer lets the organisation’s service enrol the phone.',
    phase: 'enrolment',
    usual: 'always',
  },
  'enrolment.declined': {
    by: 'person',
    data: [],
    title: 'Leave enrolment out',
    sentence: 'The customer goes on without the organisation’s service.',
    phase: 'enrolment',
    usual: 'always',
    leaves: true,
  },
  'phone.restarted': {
    by: 'person',
    data: [],
    title: 'Restart the device',
    sentence: 'The customer restarts the device.',
    phase: 'placement',
    usual: 'always',
  },
  'restart.forced': {
    by: 'person',
    data: [],
    title: 'Force a restart',
    sentence: 'The customer forces the phone to restart.',
    phase: null,
    usual: 'always',
  },
  'stop.tapped': {
    by: 'person',
    data: [],
    title: 'Stop Restoring',
    sentence: 'The customer taps Stop Restoring.',
    phase: 'download',
    usual: 'always',
    leaves: true,
  },
  'store.passwordEntered': {
    by: 'person',
    data: ['account'],
    title: 'Enter the password',
    sentence: 'The customer enters the password of {account}.',
    phase: 'download',
    usual: 'password-known',
  },
  'store.passwordSkipped': {
    by: 'person',
    data: ['account'],
    title: 'Skip this account',
    sentence: 'The customer skips the password of {account}.',
    phase: 'download',
    usual: 'always',
  },
  'keychain.passcodeEntered': {
    by: 'person',
    data: [],
    title: 'Enter the old passcode',
    sentence: 'The customer enters the passcode of the older device.',
    phase: 'sync',
    usual: 'always',
  },
  'keychain.passcodeSkipped': {
    by: 'person',
    data: [],
    title: 'Not now',
    sentence: 'The customer skips the passcode of the older device.',
    phase: 'sync',
    usual: 'always',
  },
  'endToEnd.recovered': {
    by: 'person',
    data: [],
    title: 'Use a recovery way',
    sentence: 'The customer opens it with a trusted device, a recovery contact or a recovery key.',
    phase: 'sync',
    usual: 'always',
  },
  'endToEnd.reset': {
    by: 'person',
    data: [],
    title: 'Reset End-to-End Encrypted Data',
    sentence: 'The customer resets the end-to-end encrypted data of the account.',
    phase: 'sync',
    usual: 'always',
    leaves: true,
  },
  'settings.signedIn': {
    by: 'person',
    data: ['account'],
    title: 'Sign in from Settings',
    sentence: 'The customer signs in {as account} in Settings.',
    phase: 'over',
    usual: 'always',
  },
  'settings.signedOut': {
    by: 'person',
    data: [],
    mayCarry: ['account', 'copies'],
    title: 'Sign out of the account in Settings',
    shortTitle: 'Sign out',
    sentence: 'The customer signs out of the account in Settings{copies}.',
    phase: 'over',
    usual: 'always',
    leaves: true,
    told: ['kept'],
  },
  'app.loggedIn': {
    by: 'person',
    data: ['app'],
    title: 'Log in to the app',
    shortTitle: 'Log in',
    sentence: 'The customer logs in to {app}.',
    phase: 'over',
    usual: 'always',
  },
  'profile.removed': {
    by: 'person',
    data: [],
    title: 'Remove the management profile',
    sentence: 'The customer removes the management profile in Settings.',
    phase: 'over',
    usual: 'always',
    told: ['there', 'kept'],
  },
  'app.installed': {
    by: 'person',
    data: ['app'],
    title: 'Install the app by hand',
    shortTitle: 'Install',
    sentence: 'The customer installs {app} by hand.',
    phase: 'over',
    usual: 'always',
  },
  'app.deleted': {
    by: 'person',
    data: ['app'],
    title: 'Delete the app or its grey icon',
    shortTitle: 'Delete',
    sentence: 'The customer deletes {app} with all that it holds.',
    phase: 'over',
    usual: 'always',
    leaves: true,
    told: ['there'],
  },
  'app.offloaded': {
    by: 'person',
    data: ['app'],
    title: 'Offload the app and keep its data',
    shortTitle: 'Offload',
    sentence: 'The customer offloads {app} in the storage settings and keeps its data.',
    phase: 'over',
    usual: 'always',
    leaves: true,
  },
  'app.signedOut': {
    by: 'person',
    data: ['app'],
    title: 'Sign out in the app',
    shortTitle: 'Sign out',
    sentence: 'The customer signs out in {app}.',
    phase: 'over',
    usual: 'always',
  },
  'vpn.switchedOff': {
    by: 'person',
    data: [],
    title: 'Switch the VPN off',
    sentence: 'The customer switches the VPN off in Settings.',
    phase: 'download',
    usual: 'always',
  },
  'app.ownBackupRestored': {
    by: 'person',
    data: ['app'],
    title: 'Restore the app’s own backup',
    shortTitle: 'Own backup',
    sentence: 'The customer has {app} restore its own backup.',
    phase: 'over',
    usual: 'always',
  },
  'app.transferred': {
    by: 'person',
    data: ['app'],
    title: 'Move the app’s data from the old phone',
    shortTitle: 'Move data',
    sentence: 'The customer moves the data of {app} from the old phone, within the app.',
    phase: 'over',
    usual: 'always',
  },
  'room.freed': {
    by: 'person',
    data: [],
    title: 'Make room on the device',
    sentence: 'The customer makes room on the device.',
    phase: null,
    usual: 'always',
  },
  'screen.tapped': {
    by: 'person',
    data: [],
    title: 'Tap the screen',
    sentence: 'The customer taps the screen.',
    phase: null,
    usual: 'always',
    harmless: true,
  },
  'screen.locked': {
    by: 'person',
    data: [],
    title: 'Lock',
    sentence: 'The customer locks the phone.',
    phase: null,
    usual: 'always',
    harmless: true,
    phone: { locked: true },
  },
  'screen.unlocked': {
    by: 'person',
    data: [],
    title: 'Unlock',
    sentence: 'The customer unlocks the phone.',
    phase: null,
    usual: 'always',
    harmless: true,
    phone: { locked: false },
  },
  'wifi.lost': {
    by: 'surroundings',
    data: [],
    title: 'Leave Wi-Fi',
    sentence: 'Wi-Fi is lost.',
    phase: null,
    usual: 'always',
    phone: { wifi: false },
  },
  'wifi.back': {
    by: 'surroundings',
    data: [],
    title: 'Back on Wi-Fi',
    sentence: 'Wi-Fi is back.',
    phase: null,
    usual: 'always',
    phone: { wifi: true },
  },
  'power.lost': {
    by: 'surroundings',
    data: [],
    title: 'Unplug',
    sentence: 'The phone is unplugged.',
    phase: null,
    usual: 'always',
    phone: { power: false },
  },
  'power.back': {
    by: 'surroundings',
    data: [],
    title: 'Plug in',
    sentence: 'The phone is plugged in again.',
    phase: null,
    usual: 'always',
    phone: { power: true },
  },
  'computer.disconnected': {
    by: 'surroundings',
    data: [],
    title: 'Pull the cable',
    sentence: 'The cable to the computer is pulled.',
    phase: 'placement',
    usual: 'always',
  },
  'phones.parted': {
    by: 'surroundings',
    data: [],
    title: 'Part the phones',
    sentence: 'The two phones lose each other.',
    phase: 'quick-start',
    usual: 'always',
  },
  'phones.together': {
    by: 'surroundings',
    data: [],
    title: 'Bring the phones together',
    sentence: 'The two phones lie side by side, with Wi-Fi and Bluetooth on.',
    phase: 'quick-start',
    usual: 'always',
  },
  'move.failed': {
    by: 'surroundings',
    data: [],
    title: 'Moving into place fails',
    sentence: 'The restored data cannot be moved into place.',
    phase: 'restart',
    usual: 'always',
  },
  'room.ranOut': {
    by: 'surroundings',
    data: [],
    title: 'No room is left',
    sentence: 'No room is left on the device.',
    phase: 'download',
    usual: 'always',
  },
  'download.stuck': {
    by: 'surroundings',
    data: ['app'],
    title: 'The download of an app stands still',
    sentence: 'The icon of {app} stays grey: its download does not move.',
    phase: 'download',
    usual: 'always',
  },
  'app.sentEmptyState': {
    by: 'surroundings',
    data: ['app'],
    title: 'The app sends its empty state to its server',
    shortTitle: 'Empty state sent',
    sentence: '{app}, which came back in part only, sends its empty state to its server.',
    phase: 'over',
    usual: 'always',
  },
  'management.retired': {
    by: 'surroundings',
    data: [],
    title: 'The organisation retires the phone',
    sentence: 'The organisation’s service takes the phone out of its management.',
    phase: 'over',
    usual: 'always',
    told: ['there', 'kept'],
  },
  'service.changed': {
    by: 'surroundings',
    data: [],
    title: 'Another service takes over',
    sentence: 'The organisation gives the phone to another service, and the phone restarts for it.',
    phase: 'in-use',
    usual: 'always',
  },
  'service.wiped': {
    by: 'surroundings',
    data: [],
    title: 'The service erases the phone',
    sentence: 'The organisation’s service erases the phone from afar.',
    phase: 'in-use',
    usual: 'always',
  },
  'phone.froze': {
    by: 'surroundings',
    data: [],
    title: 'It freezes',
    sentence: 'The restore stands still: nothing moves any more.',
    phase: null,
    usual: 'always',
  },
  'clock.moved': { by: 'run', data: [] },
  'story.ended': { by: 'run', data: [] },
  'attempt.began': { by: 'run', data: ['file'] },
  'parts.changed': { by: 'run', data: ['lacking', 'anew'] },
  'homeScreen.reached': { by: 'notice', data: ['situation', 'restoreRan'] },
  'network.cut': { by: 'notice', data: [] },
  'enrolment.changed': { by: 'notice', data: ['enrolment', 'there', 'kept'] },
  'account.left': { by: 'notice', data: ['situation'] },
} as const satisfies Readonly<Record<string, ScriptEventRow | InnerEventRow>>;

export type EventType = keyof typeof EVENTS;
export type EventTypeBy<By> = {
  [T in EventType]: (typeof EVENTS)[T]['by'] extends By ? T : never;
}[EventType];

/** An event that a script can give. */
export type ScriptEvent = EventTypeBy<ScriptEventRow['by']>;

export const SCRIPT_EVENTS = Object.fromEntries(
  Object.entries<ScriptEventRow | InnerEventRow>(EVENTS).filter(
    ([, { by }]) => by === 'person' || by === 'surroundings',
  ),
) as Readonly<Record<ScriptEvent, ScriptEventRow>>;

export const isScriptEvent = (event: string): event is ScriptEvent => Object.hasOwn(SCRIPT_EVENTS, event);

/** What does not belong to a part of the story has its place behind all of them. */
export const placeInStory = (event: ScriptEvent): number => {
  const { phase, leaves = false } = SCRIPT_EVENTS[event];
  // Who leaves does so after all else that the part is for.
  return phase === null ? PHASES.length : PHASES.indexOf(phase) + (leaves ? 0.5 : 0);
};
