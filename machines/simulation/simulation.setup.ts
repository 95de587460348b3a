import { assign, enqueueActions, sendTo, setup } from 'xstate';
import type { Item } from '../../src/model/world.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { enrolledAs, signedInAs, situationAtStart } from '../../src/rulebook/case/situation.ts';
import { must } from '../../src/model/must.ts';
import { judge, missingParts } from '../../src/rulebook/judge/judgement.ts';
import { appActions } from '../app-actions.ts';
import { comesNow, ownWaysLeft } from '../app-acts.ts';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import { connectionMachine } from '../connection/connection.machine.ts';
import type { ConnectionNotice } from '../connection/connection.setup.ts';
import { downloadQueue } from '../content-download/download-queue.ts';
import { passwordAnswered } from '../content-download/late-answers.ts';
import type { EventOf } from '../event-of.ts';
import { type Emitted, momentOf, type SimulationEvent } from '../events.ts';
import { enrolmentEvents, itemsLeaving } from '../enrolment/enrolment.events.ts';
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

/** Everything that the restore had still to bring after the restart, wherever it is now. */
const queuedItems = ({ file, situationAtFreeze }: SimulationContext): readonly Item[] =>
  situationAtFreeze ? downloadQueue(file, situationAtFreeze).flatMap((batch) => batch.items) : [];

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
        if (!situation) return;
        const items = queuedItems(context);
        const answer = passwordAnswered(file, items, situationAtFreeze ?? situation, situation, account);
        enqueue.assign({ situation: answer.situation });
        for (const event of [...answer.told, ...answer.groups.filter(comesNow).map(eventOfGroup)]) enqueue.emit(event);
      }),
      changeEnrolment: enqueueActions(({ context, enqueue }, { enrolment, there }: EventOf<'enrolment.changed'>) => {
        const { file } = context;
        if (!context.situation) return;
        const situation = enrolledAs(context.situation, enrolment);
        enqueue.assign({ situation });
        const leave = [
          ...itemsLeaving(file, context.situation, situation, context.situationAtFreeze),
          ...there.map((id) => must(file.item(id), `the item ${id}`)),
        ];
        for (const group of judge(file, leave, situation, 'phone')) enqueue.emit({ type: 'item.judged', ...group });
        for (const event of enrolmentEvents(file, situation, (item) => leave.includes(item))) enqueue.emit(event);
      }),
      tellOwnWays: enqueueActions(({ context, enqueue }) => {
        for (const event of ownWaysLeft(context)) enqueue.emit(event);
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
      passToSync: sendTo('icloudSync', (_, notice: ConnectionNotice<'wifi'> | ConnectionNotice<'network'>) => notice),
      tellConnection: sendTo('connection', (_, notice: EventOf<'network.cut'>) => notice),
      passToRestore: sendTo('restore', (_, notice: ConnectionNotice) => notice),
      tellRestoreOfParts: sendTo('restore', (_, event: EventOf<'parts.changed'>) => event),
      tellSync: sendTo('icloudSync', ({ context, event }, { account }: EventOf<'settings.signedIn'>) => {
        if (!context.situation) throw new TypeError('somebody signs in from Settings before the restore is over');
        return {
          type: 'homeScreen.reached' as const,
          at: momentOf(event),
          situation: signedInAs(context.situation, account),
          restoreRan: context.situationAtFreeze !== null,
        };
      }),
    },
  });
