import type { PersonEvent, SurroundingsEvent } from '../../machines/events.ts';
import { newestFirst } from '../model/newest-first.ts';
import type { CaseFile } from '../rulebook/case/case-file.ts';

type Offered<T> = T extends { at: number } ? Omit<T, 'at'> : never;
/** An event that can be sent, without its moment. */
export type PossibleEvent = Offered<PersonEvent> | Offered<SurroundingsEvent>;
export type PossibleEventType = PossibleEvent['type'];

/** What the usual person sees in the state that calls for them. */
export interface Here {
  /** The backup that was chosen. */
  readonly backup?: string | null;
}

interface Offer {
  readonly by: 'person' | 'surroundings';
  /** The words on a button. */
  readonly title: string;
  /** The data it may carry in this world; most events carry none. */
  readonly choices?: (file: CaseFile) => readonly Record<string, string>[];
  /** Whether the usual person would do it. */
  readonly usual?: (file: CaseFile, data: Record<string, string>, here: Here) => boolean;
  /** No effect on anything; left out when something is looked for that would move the story. */
  readonly harmless?: true;
}

const accounts = (file: CaseFile) => file.world.accounts.map(({ id }) => ({ account: id }));
const apps = (file: CaseFile) =>
  [...new Set(file.world.items.flatMap((item) => (item.app && item.category !== 'app' ? [item.app] : [])))].map(
    (app) => ({ app }),
  );
const knows = (file: CaseFile, account: string | undefined) => file.account(account ?? null)?.password === 'known';

/** Everything a person or the surroundings can do, as a table: a new event needs one row here. */
export const POSSIBLE_EVENTS: Readonly<Record<PossibleEventType, Offer>> = {
  'findMy.turnedOff': {
    by: 'person',
    title: 'Turn off Find My',
    usual: (file) => knows(file, file.world.accounts[0]?.id),
  },
  'erase.requested': { by: 'person', title: 'Erase All Content and Settings' },
  'restore.requested': { by: 'person', title: 'Restore Backup' },
  'setup.started': { by: 'person', title: 'Start' },
  'wifi.joined': { by: 'person', title: 'Join Wi-Fi' },
  'activation.unlocked': {
    by: 'person',
    title: 'Enter the password of the linked account',
    usual: (file) => file.world.device.activationLock === 'password-known',
  },
  'passcode.chosen': {
    by: 'person',
    title: 'Choose a passcode',
    usual: (file) => file.world.device.passcode === 'yes',
  },
  'passcode.skipped': { by: 'person', title: 'Use no passcode' },
  'route.chosen': { by: 'person', title: 'Restore from a backup' },
  'setup.asNew': { by: 'person', title: 'Set up as new' },
  'person.gaveUp': { by: 'person', title: 'Give up' },
  'account.entered': {
    by: 'person',
    title: 'Sign in',
    choices: (file) =>
      accounts(file).flatMap(({ account }) => [
        { account, password: 'right' },
        { account, password: 'wrong' },
      ]),
    usual: (file, { account, password }) =>
      account === file.world.accounts[0]?.id && password === 'right' && knows(file, account),
  },
  'code.entered': { by: 'person', title: 'Enter the code' },
  back: { by: 'person', title: 'Back' },
  'backup.chosen': {
    by: 'person',
    title: 'Choose this backup',
    choices: (file) => file.world.backups.toSorted(newestFirst).map(({ id }) => ({ backup: id })),
  },
  'backup.passwordEntered': {
    by: 'person',
    title: 'Enter the backup password',
    choices: () => [{ password: 'right' }, { password: 'wrong' }],
    usual: (file, { password }, { backup = null }) => password === 'right' && file.backup(backup)?.password === 'known',
  },
  'update.requested': { by: 'person', title: 'Update iOS' },
  'stop.tapped': { by: 'person', title: 'Stop Restoring' },
  'store.passwordEntered': {
    by: 'person',
    title: 'Enter the password',
    choices: accounts,
    usual: (file, { account }) => knows(file, account),
  },
  'store.passwordSkipped': { by: 'person', title: 'Skip this account', choices: accounts },
  'keychain.passcodeEntered': { by: 'person', title: 'Enter the old passcode' },
  'keychain.passcodeSkipped': { by: 'person', title: 'Not now' },
  'settings.signedIn': { by: 'person', title: 'Sign in from Settings', choices: accounts },
  'app.loggedIn': { by: 'person', title: 'Log in to the app', choices: apps },
  'screen.tapped': { by: 'person', title: 'Tap the screen', harmless: true },
  'screen.locked': { by: 'person', title: 'Lock', harmless: true },
  'screen.unlocked': { by: 'person', title: 'Unlock', harmless: true },
  'wifi.lost': { by: 'surroundings', title: 'Leave Wi-Fi' },
  'wifi.back': { by: 'surroundings', title: 'Back on Wi-Fi' },
  'power.lost': { by: 'surroundings', title: 'Unplug' },
  'power.back': { by: 'surroundings', title: 'Plug in' },
  'computer.disconnected': { by: 'surroundings', title: 'Pull the cable' },
  'move.failed': { by: 'surroundings', title: 'Moving into place fails' },
};
export const POSSIBLE_EVENT_TYPES = Object.keys(POSSIBLE_EVENTS) as readonly PossibleEventType[];

/** Every form in which an event of this type can be sent in this world. */
export function formsOf(file: CaseFile, type: PossibleEventType): readonly PossibleEvent[] {
  const choices = POSSIBLE_EVENTS[type].choices?.(file) ?? [{}];
  return choices.map((data) => ({ type, ...data }) as PossibleEvent);
}
