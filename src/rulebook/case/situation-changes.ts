import type { Route } from '../../model/kinds.ts';
import type { Block } from './blocks.ts';
import { type Copies, type Enrolment, isNamed, type Situation } from './situation.ts';

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
/** Named only where some account was signed out. */
const comesBack = ({ left }: Situation) => ({
  left: null,
  ...(isNamed(left) ? { returned: left } : {}),
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
