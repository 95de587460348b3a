import { cellOf } from '../../model/optional.ts';
import type { FullScreenId } from '../../model/screens.ts';
import type { World } from '../../model/world.ts';
import { accountInWords, UNNAMED_ACCOUNT } from '../../model/account-names.ts';
import type { Edition, Route } from '../../model/kinds.ts';
import { onScreen } from '../../report/device-voice.ts';

/** Whether a source shows these words. `in part`: the headline or the main button. */
export type Wording = 'sourced' | 'in part' | 'ours';

interface PhoneWords {
  readonly title: string | Readonly<Record<Edition, string>>;
  readonly text?: string | Readonly<Record<Edition, string>>;
  readonly wording: Wording;
}

const account = (before: string, after = ''): Readonly<Record<Edition, string>> => ({
  ios7: `${before}Apple ID${after}`,
  ios8: `${before}Apple ID${after}`,
  modern: `${before}Apple Account${after}`,
});

/** An account as it stands on a screen, with capitals where nobody has named it. */
export const addressOf = (name: string): string =>
  name === UNNAMED_ACCOUNT ? accountInWords(name).replace('the', 'The') : `${name}@example.com`;

/** The words of every screen. What no source gives is in our own words and says so under the phone. */
const PHONE_WORDS: Readonly<Record<FullScreenId, PhoneWords>> = {
  hello: { title: 'Hello', text: 'Hallo, Bonjour, Hola', wording: 'in part' },
  wifi: { title: 'Choose Wi-Fi', text: 'Needed to reach your backup.', wording: 'ours' },
  activating: { title: 'Activating', text: 'This takes a moment.', wording: 'ours' },
  'activation-lock': {
    title: 'Activation Lock',
    text: account('This iPhone is linked to an ', '. Its password opens it.'),
    wording: 'in part',
  },
  passcode: {
    title: 'Choose a passcode',
    text: 'It guards what is on this iPhone. Some data comes back only with one.',
    wording: 'ours',
  },
  'apps-and-data': {
    title: { ios7: 'Set up iPhone', ios8: 'Set up iPhone', modern: 'Apps & Data' },
    text: 'Choose where your data comes from. This choice is made once.',
    wording: 'in part',
  },
  'setup-goes-on': {
    title: 'Setup goes on',
    text: 'The organisation hides the page on which a backup could be chosen.',
    wording: 'ours',
  },
  'remote-management': {
    title: 'Remote Management',
    text: 'An organisation manages this device and sets it up.',
    wording: 'in part',
  },
  enrolling: { title: 'Remote Management', text: 'The organisation sets this device up.', wording: 'ours' },
  home: { title: 'In use', text: 'This iPhone is set up and in use.', wording: 'ours' },
  'locked-out': {
    title: 'iPhone unavailable',
    text: 'No passcode opens it. An erase does, and takes what is on it along.',
    wording: 'ours',
  },
  'find-my': { title: 'Find My is on', text: 'It has to be off before a computer can restore.', wording: 'ours' },
  'security-delay': { title: 'Security delay', text: 'An hour has to pass before Find My goes off.', wording: 'ours' },
  erasing: { title: 'Erasing', text: 'All content and settings are removed.', wording: 'ours' },
  'quick-start': { title: 'Quick Start', text: 'Hold your old phone beside this one.', wording: 'ours' },
  'owner-of-old-phone': {
    title: 'On the old phone',
    text: 'It asks for the face or finger of its owner.',
    wording: 'ours',
  },
  'old-passcode': { title: 'Passcode of the old phone', text: 'It is typed here, on the new one.', wording: 'ours' },
  'needs-update': { title: 'Update first', text: 'Your old phone runs a later iOS.', wording: 'ours' },
  'esim-transfer': {
    title: 'Your line',
    text: 'It can move here. The old phone then has it no longer.',
    wording: 'ours',
  },
  'watch-question': { title: 'Apple Watch', text: 'Use your watch with this iPhone?', wording: 'ours' },
  'sign-in': { title: 'Sign in', text: account('To the ', ' that made the backup.'), wording: 'ours' },
  'two-factor': { title: 'Enter the code', text: 'It was sent to your other devices.', wording: 'ours' },
  'backup-list-loading': { title: 'Choose a backup', text: 'Looking for your backups.', wording: 'ours' },
  'backup-list': { title: 'Choose a backup', text: 'Nothing newer than its date comes back.', wording: 'ours' },
  updating: { title: 'Updating', text: 'The restore can follow.', wording: 'ours' },
  'backup-password': {
    title: 'Backup password',
    text: 'Enter the password to unlock your iPhone backup.',
    wording: 'sourced',
  },
  'needs-power': { title: 'Plug in', text: 'The restore begins with power.', wording: 'ours' },
  'needs-wifi': { title: 'Connect to Wi-Fi', text: 'The restore begins with Wi-Fi.', wording: 'ours' },
  'needs-space': {
    title: 'Not enough space',
    text: 'This backup is larger than the space that is free.',
    wording: 'ours',
  },
  restoring: { title: 'Restoring from iCloud', text: '', wording: 'in part' },
  'restoring-paused': { title: 'Restore paused', text: 'It goes on where it was.', wording: 'ours' },
  'restoring-frozen': { title: 'Restoring from iCloud', text: '', wording: 'in part' },
  'restart-awaited': { title: 'Restore in Progress', text: '', wording: 'ours' },
  restarting: { title: 'Restarting', text: 'Putting your data in place', wording: 'ours' },
  failed: {
    title: 'The restore broke off',
    text: 'Nothing you did caused this. The phone can be set up again.',
    wording: 'ours',
  },
  'home-restoring': { title: 'Home Screen', wording: 'ours' },
  'home-paused': { title: 'Home Screen', wording: 'ours' },
  'home-new': { title: 'Home Screen', wording: 'ours' },
  'home-frozen': { title: 'Home Screen', wording: 'ours' },
  'home-done': { title: 'Home Screen', wording: 'ours' },
};

const inEdition = (words: string | Readonly<Record<Edition, string>> | undefined, edition: Edition): string =>
  typeof words === 'string' ? words : cellOf(words?.[edition]);

/** Screens that say something else where the data do not come from iCloud. */
const ON_OTHER_WAYS: Readonly<Record<Exclude<Route, 'icloud'>, Readonly<Partial<Record<FullScreenId, PhoneWords>>>>> = {
  computer: {
    wifi: { title: 'Choose Wi-Fi', text: 'Needed to activate this iPhone.', wording: 'ours' },
  },
  direct: {
    wifi: { title: 'Choose Wi-Fi', text: 'Needed to activate this iPhone.', wording: 'ours' },
    restoring: { title: 'Moving from the old iPhone', text: '', wording: 'ours' },
    'restoring-paused': { title: 'The move is paused', text: 'It goes on where it was.', wording: 'ours' },
    failed: {
      title: 'The move was cancelled',
      text: 'It begins anew. The old iPhone is still there.',
      wording: 'ours',
    },
  },
};

export function phoneWords(
  id: FullScreenId,
  { edition, route, device: { kind } }: World,
): { readonly title: string; readonly text: string; readonly wording: Wording } {
  const { title, text, wording } = (route === 'icloud' ? undefined : ON_OTHER_WAYS[route][id]) ?? PHONE_WORDS[id];
  return { title: onScreen(inEdition(title, edition), kind), text: onScreen(inEdition(text, edition), kind), wording };
}

export const WORDING_NOTES: Readonly<Record<Wording, string>> = {
  sourced: 'These words stand so in a source.',
  'in part': 'Some of these words stand in a source, the rest are ours.',
  ours: 'These words are ours: no source shows the screen.',
};
