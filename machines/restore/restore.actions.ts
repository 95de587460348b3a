import type { EventObject } from 'xstate';
import type { Outcome } from '../../src/model/fates.ts';
import { must } from '../../src/model/must.ts';
import type { Item } from '../../src/model/world.ts';
import { type CaseFile, categoryOf } from '../../src/rulebook/case/case-file.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import { endedAs } from '../../src/rulebook/case/situation-changes.ts';
import { ownCopy, itemsOnDevice } from '../../src/rulebook/case/on-the-device.ts';
import { freeze, judge, judgeAtClose, placedItems } from '../../src/rulebook/judge/judgement.ts';
import { enrolmentEvents } from '../enrolment/enrolment.events.ts';
import { type Emitted, momentOf, type NoticeEvent } from '../events.ts';
import { eventOfGroup, eventOfOpenGroup } from '../item-events.ts';
import type { RestoreContext, RestoreOutput } from './restore.context.ts';

/** What is settled with the Home Screen: the items that were put in place before it. */
export function placementEvents({ file, situation, ...context }: RestoreContext): readonly Emitted[] {
  const situationAtFreeze = must(context.situationAtFreeze, 'what was frozen');
  const { eligible } = freeze(file, situationAtFreeze);
  const comesAgain = new Set(eligible.filter((item) => categoryOf(item).returns !== 'store'));
  return [
    ...judge(file, placedItems(file, situationAtFreeze), situation, 'placement').map(eventOfGroup),
    ...onTheDevice(file, situation, (item) => !comesAgain.has(item)),
  ];
}

/** What is on the device by itself, as the restore leaves it: what nothing has taken, and what nobody knows of. */
export function onTheDevice(
  file: CaseFile,
  situation: Situation,
  counts: (item: Item) => boolean = () => true,
): readonly Emitted[] {
  const items = itemsOnDevice(file).filter(
    (item) => ['stayed', 'unknown'].includes(ownCopy(file, item, situation)) && counts(item),
  );
  return judge(file, items, situation, 'phone').map((group): Emitted => ({ type: 'item.judged', ...group }));
}

/** What a change of the situation takes from the device. */
export function removedEvents(
  { file }: RestoreContext,
  before: Situation,
  after: Situation,
  by: 'erase' | 'computer',
): readonly Emitted[] {
  const items = itemsOnDevice(file)
    .filter((item) => ownCopy(file, item, before) === 'stayed' && ownCopy(file, item, after) !== 'stayed')
    .map(({ id }) => id);
  return items.length > 0 ? [{ type: 'item.removed', items, by }] : [];
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
    ...enrolmentEvents(file, situation),
    ...onTheDevice(file, situation),
    endEvents(situation, 'never-started'),
  ];
}

export function failedEvents(context: RestoreContext, situation: Situation): readonly Emitted[] {
  const groups = judgeAtClose(context.file, openItems(context), situation, 'placement');
  return [
    ...groups.map((group): Emitted => ({ type: 'item.judged', ...group })),
    ...onTheDevice(context.file, situation),
    endEvents(situation, 'failed'),
  ];
}

export function unfinishedEvents(context: RestoreContext): readonly Emitted[] {
  const { file, situation } = context;
  const ended = endedAs(situation, 'story-ended');
  return [
    ...judgeAtClose(file, openItems(context), ended, 'placement').map(eventOfOpenGroup),
    ...onTheDevice(file, ended),
  ];
}

/** AX-08: a VPN entry that was put in place, connects by itself and lets nothing through. */
export const cutsNetwork = ({ file, situation, situationAtFreeze }: RestoreContext): boolean => {
  const entries = placedItems(file, must(situationAtFreeze, 'what was frozen')).filter(
    ({ category, onDemand }) => category === 'network-settings' && onDemand === 'cuts-network',
  );
  return judge(file, entries, situation, 'placement').some(({ rule }) => rule === null);
};

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
