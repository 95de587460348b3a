import type { ScreenId } from '../model/screens.ts';
import type { Edition, Route } from '../model/kinds.ts';

/** What one screen of the phone shows, in our words; only alerts and prompts carry wording of their own. */
type Words = string | Readonly<Record<Edition, string>>;

const byEra = (old: string, modern: string): Words => ({ ios7: old, ios8: old, modern });

const HOME_FILLING = 'The Home Screen, with apps still to come. It can be used.';

const SCREEN_WORDS: Readonly<Record<ScreenId, Words>> = {
  home: 'The Home Screen of a phone in use. A restore from iCloud is not offered here.',
  'locked-out': 'A lock screen that takes no passcode and says that the phone is unavailable.',
  'find-my': 'A notice that Find My has to be switched off first.',
  'security-delay': 'A notice that a security delay of an hour is running.',
  erasing: 'A progress bar while everything on the phone is erased.',
  hello: 'A greeting. Language and region are chosen here.',
  wifi: 'The list of Wi-Fi networks.',
  activating: 'A wait while the phone is activated.',
  'activation-lock': 'The phone asks for the account that it is linked to.',
  passcode: byEra('The choice of a passcode.', 'The choice of a passcode, after Face ID or Touch ID.'),
  'apps-and-data': byEra(
    'The choice: from an iCloud backup, from an iTunes backup, or as a new phone.',
    'The choice where apps and data come from: an iCloud backup, a computer, or nowhere.',
  ),
  'setup-goes-on': 'Setup goes on without a page on which a backup could be chosen.',
  'remote-management': 'The page of the organisation: this device is to be enrolled in Remote Management.',
  enrolling: 'A wait while the organisation’s service enrols the device.',
  'quick-start': 'The phone shows a pattern that the old phone beside it can read.',
  'owner-of-old-phone': 'The old phone asks for the face or finger of its owner.',
  'old-passcode': 'The phone asks for the passcode of the old phone.',
  'needs-update': 'A notice that this phone has to be updated before data can move to it.',
  'esim-transfer': 'The offer to move the line of the old phone.',
  'watch-question': 'The question whether the watch shall be used with this phone.',
  'sign-in': byEra('Sign-in with an Apple ID and its password.', 'Sign-in with an Apple Account and its password.'),
  'two-factor': 'The code that proves who is signing in.',
  'backup-list-loading': 'The list of backups is being fetched.',
  'backup-list': 'The list of backups:',
  'backup-password': 'The computer asks for the password of the encrypted backup.',
  updating: 'A progress bar while a newer iOS is installed.',
  'needs-power': 'A notice that the phone has to be connected to power.',
  'needs-wifi': 'A notice that the phone has to be on Wi-Fi.',
  'needs-space': 'A notice that this backup does not fit on the phone.',
  restoring: 'A progress bar: the restore has begun.',
  'restoring-paused': 'The progress bar stands still.',
  'restoring-frozen': 'The progress bar does not move, and says nothing.',
  'restart-awaited': 'The bar is full. The program on the computer is done, and nothing restarts.',
  restarting: 'A dark screen: the phone restarts.',
  'home-restoring': `${HOME_FILLING} In Settings, iCloud Backup is dimmed and offers Stop Restoring.`,
  'home-paused': 'The Home Screen. What is still to come waits.',
  'home-new': 'The Home Screen of a device that was set up as new. No backup was put onto it.',
  'home-frozen': 'The Home Screen. Icons wait, and nothing comes.',
  'home-done': 'The Home Screen. Nothing on it says whether anything is missing.',
  'store-password': 'A prompt for the password of another store account.',
  'keychain-passcode': 'A prompt for the passcode of an older device.',
  failed: 'A notice that the restore could not be completed.',
};

/** Screens that show something else where the data do not come from iCloud. */
const ON_OTHER_WAYS: Readonly<Record<Exclude<Route, 'icloud'>, Readonly<Partial<Record<ScreenId, Words>>>>> = {
  computer: {
    'backup-list-loading': 'The list of backups is being fetched.',
    'backup-list': 'The list of backups:',
    'home-restoring': HOME_FILLING,
  },
  direct: {
    home: 'The Home Screen of a phone in use. A move from another phone is not offered here.',
    'apps-and-data': 'The choice where apps and data come from: the old phone, iCloud, or nowhere.',
    'home-restoring': HOME_FILLING,
    'home-new': 'The Home Screen of a device that was set up as new. Nothing was moved to it.',
  },
};

export function screenWords(screen: ScreenId, edition: Edition, route: Route): string {
  const words = (route === 'icloud' ? undefined : ON_OTHER_WAYS[route][screen]) ?? SCREEN_WORDS[screen];
  return typeof words === 'string' ? words : words[edition];
}
