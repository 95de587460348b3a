import type { EventObject } from 'xstate';
import type { Outcome } from '../../src/model/fates.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import { endedAs } from '../../src/rulebook/case/situation.ts';
import { freeze, judge, judgeAtClose, placedItems } from '../../src/rulebook/judge/judgement.ts';
import { enrolmentEvents } from '../enrolment/enrolment.events.ts';
import { type Emitted, momentOf, type NoticeEvent } from '../events.ts';
import { eventOfGroup, eventOfOpenGroup } from '../item-events.ts';
import type { RestoreContext, RestoreOutput } from './restore.context.ts';

/** What is settled with the Home Screen: the items that were put in place before it. */
export function placementEvents({ file, situation, situationAtFreeze }: RestoreContext): readonly Emitted[] {
  if (!situationAtFreeze) return [];
  return judge(file, placedItems(file, situationAtFreeze), situation, 'placement').map(eventOfGroup);
}

/** Items without a verdict when the restore breaks off: once frozen, only what was eligible is still open. */
const openItems = ({ file, situationAtFreeze }: RestoreContext) =>
  situationAtFreeze ? freeze(file, situationAtFreeze).eligible : file.world.items;

const endEvents = (situation: Situation, outcome: Outcome): Emitted => ({
  type: 'restore.ended',
  outcome,
  because: situation.blocked,
});

export function neverStartedEvents({ file }: RestoreContext, situation: Situation): readonly Emitted[] {
  const groups = judgeAtClose(file, file.world.items, situation, 'listing');
  return [
    ...groups.map((group): Emitted => ({ type: 'item.judged', ...group })),
    // What the service has set up is there, although no restore brought anything.
    ...enrolmentEvents(file, situation, null),
    endEvents(situation, 'never-started'),
  ];
}

export function failedEvents(context: RestoreContext, situation: Situation): readonly Emitted[] {
  const groups = judgeAtClose(context.file, openItems(context), situation, 'placement');
  return [...groups.map((group): Emitted => ({ type: 'item.judged', ...group })), endEvents(situation, 'failed')];
}

export const unfinishedEvents = (context: RestoreContext): readonly Emitted[] =>
  judgeAtClose(context.file, openItems(context), endedAs(context.situation, 'story-ended'), 'placement').map(
    eventOfOpenGroup,
  );

/** What iCloud sync has to know: it goes by what was frozen, and by whoever is signed in now. */
export const noticeForSync = ({ situation, situationAtFreeze }: RestoreContext, event: EventObject): NoticeEvent => ({
  type: 'homeScreen.reached',
  at: momentOf(event),
  situation: situationAtFreeze ? { ...situationAtFreeze, account: situation.account } : situation,
  restoreRan: situationAtFreeze !== null,
});

export const end =
  (outcome: Outcome) =>
  ({ context }: { context: RestoreContext }): RestoreOutput => ({
    outcome,
    situation: context.situation,
    situationAtFreeze: context.situationAtFreeze,
  });
