import { assign, enqueueActions, sendTo, setup } from 'xstate';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { copiesChosen, enrolledAs, signedInAs, signedInBeside } from '../../src/rulebook/case/situation-changes.ts';
import { type Situation, situationAtStart } from '../../src/rulebook/case/situation.ts';
import { must } from '../../src/model/must.ts';
import { judge, missingParts } from '../../src/rulebook/judge/judgement.ts';
import { appActions } from '../app-actions.ts';
import { comesNow, ownWaysLeft, ownWaysShut, ownWaysUnder } from '../app-acts.ts';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import { connectionMachine } from '../connection/connection.machine.ts';
import type { ConnectionNotice } from '../connection/connection.setup.ts';
import { stillRuns } from '../still-runs.ts';
import { downloadQueue } from '../content-download/download-queue.ts';
import { passwordAnswered } from '../content-download/late-answers.ts';
import type { EventOf } from '../event-of.ts';
import { type Emitted, momentOf, type SimulationEvent } from '../events.ts';
import { accountLeaves, accountsLeaveByThemselves } from '../account-left.ts';
import { endOfEnrolment } from '../enrolment/enrolment.events.ts';
import { enrolmentMachine } from '../enrolment/enrolment.machine.ts';
import { holdsOf } from '../guard.ts';
import { icloudSyncMachine } from '../icloud-sync/icloud-sync.machine.ts';
import { eventOfGroup } from '../item-events.ts';
import { restoreMachine } from '../restore/restore.machine.ts';
import type { RestoreOutput } from '../restore/restore.context.ts';
import { SIMULATION_GUARDS, type SimulationContext } from './simulation.guards.ts';

type SimulationMachineEvent =
  | SimulationEvent
  | ConnectionNotice<'wifi'>
  | ConnectionNotice<'power'>
  | ConnectionNotice<'network'>;

/** What `must` says of a situation that is there as soon as the restore is over. */
const LEFT = 'what the restore left';

const signedIn = ({ account, besides }: Situation) => [account, besides];
/** What sync has to know of the accounts, whatever else has been settled since the verdicts fell. */
const accountsOf = ({ account, besides, left, copies, returned }: Situation) => ({
  account,
  ...(besides === undefined ? {} : { besides }),
  ...(left === undefined ? {} : { left }),
  ...(copies === undefined ? {} : { copies }),
  ...(returned === undefined ? {} : { returned }),
});

const acts = appActions<SimulationContext, SimulationMachineEvent>((context) => context);

export const simulationSetup = setup({
  types: {
    context: {} as SimulationContext,
    events: {} as SimulationMachineEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; at: number },
    meta: {} as ChartMeta,
    tags: {} as ChartTag,
  },
  actors: {
    connection: connectionMachine,
    enrolment: enrolmentMachine,
    icloudSync: icloudSyncMachine,
    restore: restoreMachine,
  },
  guards: holdsOf(SIMULATION_GUARDS),
})
  .extend({ actions: acts })
  .extend({
    actions: {
      rememberEnd: assign((_, { situation, situationAtFreeze }: RestoreOutput) => ({ situation, situationAtFreeze })),
      beginAttempt: assign(({ context }, { file }: EventOf<'attempt.began'>) => ({
        file,
        attempt: context.attempt + 1,
        situation: null,
        situationAtFreeze: null,
        lacking: {},
      })),
      acceptStorePassword: enqueueActions(({ context, enqueue }, { account }: EventOf<'store.passwordEntered'>) => {
        const { file, situation, situationAtFreeze } = context;
        const items = downloadQueue(file, must(situationAtFreeze, 'what was frozen')).flatMap((batch) => batch.items);
        const answer = passwordAnswered(file, items, must(situation, LEFT), account);
        enqueue.assign({ situation: answer.situation });
        for (const event of [...answer.told, ...answer.groups.filter(comesNow).map(eventOfGroup)]) enqueue.emit(event);
      }),
      changeEnrolment: enqueueActions(
        ({ context, event, enqueue }, { enrolment, there, kept }: EventOf<'enrolment.changed'>) => {
          const { file, situationAtFreeze } = context;
          const before = must(context.situation, LEFT);
          const situation = enrolledAs(before, enrolment);
          const left = accountsLeaveByThemselves(file, situation, signedIn(situation), kept);
          enqueue.assign({ situation: left.situation });
          const ended = endOfEnrolment(file, before, situation, situationAtFreeze, there);
          const shut = ownWaysShut(context, situation, left.situation);
          for (const emitted of [...ended, ...left.told, ...shut]) enqueue.emit(emitted);
          if (left.situation !== situation)
            enqueue.sendTo('icloudSync', { type: 'account.left', at: momentOf(event), situation: left.situation });
        },
      ),
      signOutOfAccount: enqueueActions(({ context, event, enqueue }, params: EventOf<'settings.signedOut'>) => {
        const { file } = context;
        const situation = must(context.situation, LEFT);
        const account = must(params.account ?? situation.account, 'the account that signs out');
        const left = accountLeaves(file, situation, account, copiesChosen(params.copies), params.kept);
        enqueue.assign({ situation: left.situation });
        for (const emitted of [...left.told, ...ownWaysShut(context, situation, left.situation)]) enqueue.emit(emitted);
        // Whose iCloud it is not had brought nothing.
        if (account === file.world.services.account)
          enqueue.sendTo('icloudSync', { type: 'account.left', at: momentOf(event), situation: left.situation });
      }),
      signIn: enqueueActions(({ context, event, enqueue }, { account }: EventOf<'settings.signedIn'>) => {
        const { file, situationAtFreeze } = context;
        const situation = must(context.situation, LEFT);
        const after = situation.account === null ? signedInAs(situation, account) : signedInBeside(situation, account);
        enqueue.assign({ situation: after });
        // What an app keeps in the iCloud of an account opens with that account.
        for (const emitted of ownWaysUnder(context, situation, after)) enqueue.emit(emitted);
        const isBeside = situation.account !== null;
        // The services of the account that was there go their way, unless they are the new one’s.
        if (isBeside && account !== file.world.services.account) return;
        const at = momentOf(event);
        const told = situationAtFreeze ? { ...situationAtFreeze, ...accountsOf(after) } : after;
        if (isBeside) enqueue.sendTo('icloudSync', { type: 'account.left', at, situation: told });
        enqueue.sendTo('icloudSync', {
          type: 'homeScreen.reached',
          at,
          situation: told,
          restoreRan: situationAtFreeze !== null,
        });
      }),
      tellOwnWays: enqueueActions(({ context, enqueue }) => {
        for (const event of ownWaysLeft(context, must(context.situation, LEFT))) enqueue.emit(event);
      }),
    },
  })
  .extend({
    actions: {
      judgeUse: enqueueActions(({ context, enqueue }, { lacking, anew }: EventOf<'parts.changed'>) => {
        const { file } = context;
        enqueue.assign({ lacking });
        const changed = anew.map((id) => must(file.item(id), `the item ${id}`));
        const situation = context.situation ?? situationAtStart(file);
        const missing = missingParts(file, lacking);
        for (const group of judge(file, changed, situation, 'phone', missing))
          enqueue.emit({ type: 'item.judged', ...group });
      }),
    },
  })
  .extend({
    actions: {
      /** An event without target and action would count as refused. */
      changeNothing: () => {},
      // Sync and the connection have no end.
      passToSync: sendTo('icloudSync', (_, notice: ConnectionNotice<'wifi'> | ConnectionNotice<'network'>) => notice),
      tellConnection: sendTo('connection', (_, notice: EventOf<'network.cut'>) => notice),
    },
  })
  .extend({
    actions: {
      passToRestore: enqueueActions(({ self, enqueue }, notice: ConnectionNotice) => {
        if (stillRuns(self, 'restore')) enqueue.sendTo('restore', notice);
      }),
      tellRestoreOfParts: enqueueActions(({ self, enqueue }, event: EventOf<'parts.changed'>) => {
        if (stillRuns(self, 'restore')) enqueue.sendTo('restore', event);
      }),
    },
  });
