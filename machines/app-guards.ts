import type { EventOf } from './event-of.ts';
import { guardOn } from './guard.ts';
import {
  type AppsKnown,
  hasIcon,
  isHalfRestored,
  isOnTheDevice,
  letsSignOut,
  offersLogin,
  ofNoUseIn,
  ownStatesInWords,
  ownStatesOf,
  appRunsHere,
} from './apps-known.ts';

/** Whether an act on an app can be done now: the same while the restore still brings its content and after it. */
export function appGuards<Context>(knownOf: (context: Context) => AppsKnown) {
  const guard = guardOn<Context>();
  const sawApp = (context: Context, { app }: { readonly app: string }) => {
    const known = knownOf(context);
    return { app, 'on the device': isOnTheDevice(known, app), 'of no use in it': ofNoUseIn(known, app).length };
  };
  return {
    appOpens: guard<EventOf<'app.loggedIn'>>({
      holds: ({ context }, { app }) => offersLogin(knownOf(context), app),
      saw: sawApp,
      words: 'The app is not there, or what it holds cannot be opened, so it offers no login.',
    }),
    appLetsSignOut: guard<EventOf<'app.signedOut'>>({
      holds: ({ context }, { app }) => letsSignOut(knownOf(context), app),
      saw: sawApp,
      words: 'The app is not there or does not open, so nobody can sign out in it.',
    }),
    appIsHalfRestored: guard<EventOf<'app.sentEmptyState'>>({
      holds: ({ context }, { app }) => isHalfRestored(knownOf(context), app),
      saw: sawApp,
      words: 'The app is not there, came back whole, or keeps nothing on a server of its own.',
    }),
    appIsThere: guard<EventOf<'app.deleted'>>({
      holds: ({ context }, { app }) => hasIcon(knownOf(context), app),
      saw: (context, { app }) => ({ app, 'icon there': hasIcon(knownOf(context), app) }),
      words: 'The app and its icon are not on the device.',
    }),
    appCanBeOffloaded: guard<EventOf<'app.offloaded'>>({
      holds: ({ context }, { app }) => {
        const known = knownOf(context);
        return (
          known.file.appItem(app) !== undefined &&
          hasIcon(known, app) &&
          known.situation?.appsOffloaded.includes(app) === false
        );
      },
      saw: (context, { app }) => ({
        app,
        'icon there': hasIcon(knownOf(context), app),
        'offloaded already': knownOf(context).situation?.appsOffloaded.includes(app) === true,
      }),
      words: 'The app and its icon are not on the device, or it is offloaded already.',
    }),
    appCanBeInstalled: guard<EventOf<'app.installed'>>({
      holds: ({ context }, { app }) => !isOnTheDevice(knownOf(context), app) && appRunsHere(knownOf(context), app),
      saw: (context, { app }) => ({
        app,
        'on the device': isOnTheDevice(knownOf(context), app),
        'runs on this device': appRunsHere(knownOf(context), app),
      }),
      words: 'The app is there already, or it does not run on this kind of device.',
    }),
    ownBackupOpens: guard<EventOf<'app.ownBackupRestored'>>({
      holds: ({ context }, { app }) =>
        isOnTheDevice(knownOf(context), app) && ownStatesOf(knownOf(context), app, 'own-backup').includes('ready'),
      saw: (context, { app }) => ({
        app,
        'on the device': isOnTheDevice(knownOf(context), app),
        'its own backup': ownStatesInWords(knownOf(context), app, 'own-backup'),
      }),
      words: 'The app is not there, or it has no backup of its own that could be used now.',
    }),
    transferCanRun: guard<EventOf<'app.transferred'>>({
      holds: ({ context }, { app }) =>
        isOnTheDevice(knownOf(context), app) && ownStatesOf(knownOf(context), app, 'own-transfer').includes('ready'),
      saw: (context, { app }) => ({
        app,
        'on the device': isOnTheDevice(knownOf(context), app),
        'its own transfer': ownStatesInWords(knownOf(context), app, 'own-transfer'),
      }),
      words: 'The app is not there, or it cannot move anything from the old phone now.',
    }),
    isFull: guard({
      holds: ({ context }) => knownOf(context).situation?.full === true,
      saw: (context) => ({ full: knownOf(context).situation?.full === true }),
      words: 'Nothing waits for room on the device.',
    }),
  };
}
