import type { Item } from '../src/model/world.ts';
import { must } from '../src/model/must.ts';
import { keptByItsApp } from '../src/rulebook/case/kept-by-its-app.ts';
import { ownCopy } from '../src/rulebook/case/on-the-device.ts';
import { itemsWithOwnWays, type OwnWay } from '../src/rulebook/case/own-ways.ts';
import {
  appDeleted,
  appInstalled,
  appOffloaded,
  loggedIn,
  ownBackupRestored,
  ownDataMoved,
  roomMade,
  serverEmptied,
} from '../src/rulebook/case/situation-changes.ts';
import type { Situation } from '../src/rulebook/case/situation.ts';
import { freeze, type ItemGroup, judge, judgeAnew, missingParts } from '../src/rulebook/judge/judgement.ts';
import { isOfOwnWay } from '../src/rulebook/rules/own-way.ts';
import { type AppsKnown, hadItsTurn, heldByServer, isMadeAnew, ofNoUseIn, turnsHad, verdictOn } from './apps-known.ts';
import { downloadQueue, queuedOfApp } from './content-download/download-queue.ts';
import type { Emitted } from './events.ts';
import { eventOfGroup, eventOfOwnWay } from './item-events.ts';

/*
 * What a person does with the apps on the phone, while the restore still brings its content and after it. Both
 * machines do the same, so it stands here once; what both know of the apps stands in `apps-known.ts`.
 */

/** What an act leaves behind. */
export interface ActDone {
  readonly situation: Situation;
  readonly told: readonly Emitted[];
}

/** Data that a server or a cloud of its own keeps are not held on the device, and do not go with the icon. */
const isKeptHere = (item: Item): boolean => item.category === 'app' || !keptByItsApp(item);

/** What has been told before its turn comes: an app that the person installed, and what went with a deleted icon. */
export const isToldAlready = ({ appsInstalled, appsDeleted, serversEmptied }: Situation, item: Item): boolean =>
  item.app !== undefined &&
  ((item.category === 'app' && appsInstalled.includes(item.app)) ||
    (appsDeleted.includes(item.app) && isKeptHere(item)) ||
    (item.policy === 'server' && serversEmptied?.includes(item.app) === true));

const queued = ({ file, situationAtFreeze, ...known }: AppsKnown, app: string): readonly Item[] =>
  situationAtFreeze ? queuedOfApp(file, situationAtFreeze, app, turnsHad({ file, situationAtFreeze, ...known })) : [];

const tellAll = (groups: readonly ItemGroup[]): readonly Emitted[] => groups.map(eventOfGroup);
const judged = (group: ItemGroup): Emitted => ({ type: 'item.judged', ...group });

/** After the restore nothing begins to wait: only what comes now is told. */
export const comesNow = ({ outcome, rule }: ItemGroup): boolean => outcome === 'downloaded-again' || rule === null;

export function installedByHand(known: AppsKnown, before: Situation, app: string): ActDone {
  const { file } = known;
  const situation = appInstalled(before, app);
  const program = file.appItem(app);
  const items = [...(program ? [program] : []), ...queued(known, app)].filter(
    (item) => item === program || ownCopy(file, item, before) !== 'deleted',
  );
  return { situation, told: tellAll(judgeAnew(file, items, before, situation, 'download').filter(comesNow)) };
}

/** `there`: what of the app is on the device or held aside there. What had still to come is given up with its icon. */
export function deletedByHand(known: AppsKnown, before: Situation, app: string, there: readonly string[]): ActDone {
  const { file, situationAtFreeze } = known;
  const situation = appDeleted(before, app);
  const gone = there.map((id) => must(file.item(id), `the item ${id}`));
  const ahead = situationAtFreeze
    ? downloadQueue(file, situationAtFreeze)
        .flatMap(({ items }) => items)
        .filter((item) => item.app === app && !hadItsTurn(known, item) && isKeptHere(item) && !gone.includes(item))
    : [];
  return {
    situation,
    told: [...judge(file, gone, situation, 'phone').map(judged), ...tellAll(judge(file, ahead, situation, 'download'))],
  };
}

export function emptyStateSent(known: AppsKnown, before: Situation, app: string): ActDone {
  const { file } = known;
  const situation = serverEmptied(before, app);
  const held = heldByServer(known, app);
  // A login has nothing left to fetch; and what had been there is gone.
  const told = [...judgeAnew(file, held, before, situation, 'download'), ...judge(file, held, situation, 'phone')];
  return { situation, told: told.map(judged) };
}

export function offloadedByHand({ file }: AppsKnown, before: Situation, app: string): ActDone {
  const situation = appOffloaded(before, app);
  const program = file.appItem(app);
  if (!program) return { situation, told: [] };
  return {
    situation,
    told: [
      { type: 'item.removed', items: [program.id], by: 'person' },
      ...tellAll(judgeAnew(file, [program], before, situation, 'download')),
    ],
  };
}

/** What a login brings: what the server holds, and what the app makes anew with it. */
export function loggedInAgain(known: AppsKnown, before: Situation, app: string): ActDone {
  const { file, lacking } = known;
  const situation = loggedIn(before, app);
  const anew = ofNoUseIn(known, app).filter((item) => isMadeAnew(known, app, item));
  const missing = missingParts(file, lacking);
  return {
    situation,
    told: [
      { type: 'prompt.shown', prompt: 'app-login' },
      { type: 'prompt.answered', prompt: 'app-login', answer: 'given' },
      ...tellAll(judgeAnew(file, queued(known, app), before, situation, 'download').filter(comesNow)),
      ...judge(file, anew, situation, 'download', missing).flatMap(
        ({ items, gate, rule, outcome }): readonly Emitted[] =>
          outcome === 'downloaded-again' ? [{ type: 'item.arrived', items, gate, from: 'app', rule }] : [],
      ),
    ],
  };
}

/** Items that an own way of their app could bring, since the restore does not, or what it brought was deleted. */
function leftToOwnWays({ file, situationAtFreeze }: AppsKnown, situation: Situation): readonly Item[] {
  const eligible = situationAtFreeze ? new Set(freeze(file, situationAtFreeze).eligible) : new Set<Item>();
  return itemsWithOwnWays(file).filter((item) => {
    const copy = ownCopy(file, item, situation);
    if (copy === 'deleted') return true;
    if (copy === 'stayed') return false;
    if (!eligible.has(item) || situation.ended === 'failed') return true;
    return verdictOn(file, item, situation).outcome === 'not-downloaded';
  });
}

/** Told when the restore is over: what each app can still bring by itself, and what it cannot. */
export const ownWaysLeft = (known: AppsKnown, now: Situation): readonly Emitted[] =>
  judge(known.file, leftToOwnWays(known, now), now, 'sync').flatMap(eventOfOwnWay);

/** The same after the situation has changed, for those to which that makes a difference. */
export const ownWaysUnder = (known: AppsKnown, before: Situation, after: Situation): readonly Emitted[] =>
  judgeAnew(known.file, leftToOwnWays(known, before), before, after, 'sync').flatMap(eventOfOwnWay);

/** After an account has left: what waited for a backup that opens with that one alone does not come now. */
export function ownWaysShut(known: AppsKnown, before: Situation, after: Situation): readonly Emitted[] {
  const { file } = known;
  const waited = judge(file, leftToOwnWays(known, before), before, 'sync')
    .filter(({ rule, outcome }) => outcome === 'pending' && isOfOwnWay(rule))
    .flatMap(({ items }) => items);
  return judgeAnew(
    file,
    waited.map((id) => must(file.item(id), `the item ${id}`)),
    before,
    after,
    'sync',
  ).flatMap((group): readonly Emitted[] =>
    group.outcome === 'not-downloaded' ? [judged(group), ...eventOfOwnWay(group)] : eventOfOwnWay(group),
  );
}

export function broughtByItself(known: AppsKnown, before: Situation, app: string, way: OwnWay): ActDone {
  const situation = way === 'own-backup' ? ownBackupRestored(before, app) : ownDataMoved(before, app);
  const { file } = known;
  return {
    situation,
    told: [
      ...tellAll(judgeAnew(file, queued(known, app), before, situation, 'download')),
      ...judgeAnew(file, leftToOwnWays(known, before), before, situation, 'sync').flatMap(eventOfOwnWay),
    ],
  };
}

/** What had its turn while there was no room. */
export function roomFreed(known: AppsKnown, before: Situation): ActDone {
  const { file, situationAtFreeze } = known;
  const situation = roomMade(before);
  const items = situationAtFreeze
    ? downloadQueue(file, situationAtFreeze)
        .slice(0, known.done)
        .flatMap((batch) => batch.items)
    : [];
  return { situation, told: tellAll(judgeAnew(file, items, before, situation, 'download').filter(comesNow)) };
}
