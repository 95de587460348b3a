import { type ActorRef, assign, enqueueActions, sendParent, sendTo, type Snapshot } from 'xstate';
import type { Outcome } from '../../src/model/fates.ts';
import type { Block } from '../../src/rulebook/case/blocks.ts';
import { endedAs } from '../../src/rulebook/case/situation-changes.ts';
import type { ConnectionNotice } from '../connection/connection.setup.ts';
import { broughtEnrolmentEvents } from '../enrolment/enrolment.events.ts';
import type { EventOf } from '../event-of.ts';
import { momentOf, type NoticeEvent } from '../events.ts';
import { stillRuns } from '../still-runs.ts';
import {
  cutsNetwork,
  failedEvents,
  neverStartedEvents,
  noticeForSync,
  onTheDevice,
  placementEvents,
  unfinishedEvents,
} from './restore.actions.ts';
import { restoreWithMemory } from './settled.setup.ts';

/** The whole of it, with what others are told: the journal, iCloud sync, the simulation. */
export const restoreSetup = restoreWithMemory.extend({
  actions: {
    settlePlacement: enqueueActions(({ context, enqueue }) => {
      for (const event of placementEvents(context)) enqueue.emit(event);
    }),
    tellOfEnrolment: enqueueActions(({ context: { file, situation, situationAtFreeze }, enqueue }) => {
      if (!situation.enrolment || !situationAtFreeze) return;
      for (const event of broughtEnrolmentEvents(file, situation, situationAtFreeze)) enqueue.emit(event);
    }),
    reportHomeScreen: enqueueActions(({ context, event, enqueue }) => {
      const notice = noticeForSync(context, event);
      enqueue(sendTo(({ system }) => system.get('icloudSync') as ActorRef<Snapshot<unknown>, NoticeEvent>, notice));
    }),
    tellSimulation: sendParent(({ context, event }) => ({
      type: 'homeScreen.reached',
      at: momentOf(event),
      situation: context.situation,
      restoreRan: context.situationAtFreeze !== null,
    })),
    tellOfCutNetwork: enqueueActions(({ context, event, enqueue }) => {
      if (cutsNetwork(context)) enqueue(sendParent({ type: 'network.cut', at: momentOf(event) }));
    }),
    /** The download begins under it, and is not told again. */
    noteCutNetwork: assign(({ context }) =>
      cutsNetwork(context) ? { connection: { ...context.connection, network: false } } : {},
    ),
    /** Of the cut it knows from its beginning. */
    tellDownload: enqueueActions(({ self, enqueue }, notice: ConnectionNotice) => {
      const isKnown = notice.part === 'network' && !notice.there;
      if (!isKnown && stillRuns(self, 'contentDownload')) enqueue.sendTo('contentDownload', notice);
    }),
    tellDownloadOfParts: enqueueActions(({ self, enqueue }, event: EventOf<'parts.changed'>) => {
      if (stillRuns(self, 'contentDownload')) enqueue.sendTo('contentDownload', event);
    }),
    closeUnbegun: enqueueActions(({ context, enqueue }) => {
      const situation = endedAs(context.situation, 'never-started');
      enqueue.assign({ situation });
      for (const event of neverStartedEvents(context, situation)) enqueue.emit(event);
    }),
    closeFailed: enqueueActions(({ context, enqueue }) => {
      const situation = endedAs(context.situation, 'failed');
      enqueue.assign({ situation });
      for (const event of failedEvents(context, situation)) enqueue.emit(event);
    }),
    closeUnfinished: enqueueActions(({ context, enqueue }) => {
      for (const event of unfinishedEvents(context)) enqueue.emit(event);
    }),
    reportBroken: enqueueActions(({ context, enqueue }) => {
      const situation = endedAs(context.situation, 'failed');
      enqueue.assign({ situation });
      for (const event of onTheDevice(context.file, situation)) enqueue.emit(event);
      enqueue.emit({ type: 'restore.ended', outcome: 'failed', because: context.situation.blocked });
    }),
    reportEnd: enqueueActions(({ context, enqueue }, { outcome }: { outcome: Outcome }) => {
      enqueue.assign({ situation: endedAs(context.situation, outcome === 'stopped' ? 'stopped' : 'finished') });
      enqueue.emit({ type: 'restore.ended', outcome, because: null });
    }),
  },
});

/** Nobody wants to go on: no restore begins, and this is why. */
export const giveUp = <T extends string = '#restore.neverStarted'>(
  because: Block,
  target: T = '#restore.neverStarted' as T,
) => ({ actions: { type: 'block', params: { because } }, target }) as const;
