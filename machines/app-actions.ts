import { enqueueActions, type EventObject, type MachineContext } from 'xstate';
import { must } from '../src/model/must.ts';
import type { Situation } from '../src/rulebook/case/situation.ts';
import { appSignedOut } from '../src/rulebook/case/situation-changes.ts';
import {
  type ActDone,
  broughtByItself,
  deletedByHand,
  emptyStateSent,
  installedByHand,
  loggedInAgain,
  offloadedByHand,
  roomFreed,
} from './app-acts.ts';
import type { AppsKnown } from './apps-known.ts';
import type { EventOf } from './event-of.ts';
import type { Emitted } from './events.ts';

/** The acts on apps as actions of a machine that holds a situation. */
export function appActions<C extends MachineContext & { situation: Situation | null }, E extends EventObject>(
  knownOf: (context: C) => AppsKnown,
) {
  const act = <P>(does: (known: AppsKnown, before: Situation, params: P) => ActDone) =>
    enqueueActions<C, E, P, E, never, never, never, never, Emitted>(({ context, enqueue }, params) => {
      const before = must(context.situation, 'the situation in which somebody acts');
      const { situation, told } = does(knownOf(context), before, params);
      enqueue.assign({ situation } as Partial<C>);
      for (const event of told) enqueue.emit(event);
    });
  return {
    logIn: act<EventOf<'app.loggedIn'>>((known, before, { app }) => loggedInAgain(known, before, app)),
    signOut: act<EventOf<'app.signedOut'>>((_, before, { app }) => ({
      situation: appSignedOut(before, app),
      told: [],
    })),
    installApp: act<EventOf<'app.installed'>>((known, before, { app }) => installedByHand(known, before, app)),
    deleteApp: act<EventOf<'app.deleted'>>((known, before, { app, there }) => deletedByHand(known, before, app, there)),
    offloadApp: act<EventOf<'app.offloaded'>>((known, before, { app }) => offloadedByHand(known, before, app)),
    emptyServer: act<EventOf<'app.sentEmptyState'>>((known, before, { app }) => emptyStateSent(known, before, app)),
    restoreOwnBackup: act<EventOf<'app.ownBackupRestored'>>((known, before, { app }) =>
      broughtByItself(known, before, app, 'own-backup'),
    ),
    moveOwnData: act<EventOf<'app.transferred'>>((known, before, { app }) =>
      broughtByItself(known, before, app, 'own-transfer'),
    ),
    makeRoom: act<undefined>((known, before) => roomFreed(known, before)),
  };
}
