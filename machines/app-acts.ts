import type { Item } from '../src/model/world.ts';
import { FATES } from '../src/model/fates.ts';
import { must } from '../src/model/must.ts';
import type { CaseFile } from '../src/rulebook/case/case-file.ts';
import { keptByItsApp } from '../src/rulebook/case/kept-by-its-app.ts';
import { itemsOnDevice, ownCopy, runsHere } from '../src/rulebook/case/on-the-device.ts';
import { itemsWithOwnWays, OWN_STATES, ownState, type OwnWay } from '../src/rulebook/case/own-ways.ts';
import {
  appDeleted,
  appInstalled,
  appOffloaded,
  isAppDeleted,
  isNamed,
  isPerhaps,
  isServerEmptied,
  type Lacking,
  loggedIn,
  ownBackupRestored,
  ownDataMoved,
  roomMade,
  serverEmptied,
  type Situation,
} from '../src/rulebook/case/situation.ts';
import { freeze, type ItemGroup, judge, judgeAnew, missingParts } from '../src/rulebook/judge/judgement.ts';
import { downloadQueue, placeInQueue, queuedOfApp } from './content-download/download-queue.ts';
import type { Emitted } from './events.ts';
import { eventOfGroup, eventOfOwnWay } from './item-events.ts';

/*
 * What a person does with the apps on the phone, while the restore still brings its content and after it. Both
 * machines know the same of it and do the same, so it stands here once.
 */

/** What has to be known of the phone for it. */
export interface AppsKnown {
  readonly file: CaseFile;
  /** `null` while a restore runs that has not come to the Home Screen. */
  readonly situation: Situation | null;
  /** `null` where no restore came so far. */
  readonly situationAtFreeze: Situation | null;
  readonly lacking: Lacking;
  /** Batches of the download that have had their turn; all of them once the restore is over. */
  readonly done?: number;
}

/** What an act leaves behind. */
export interface ActDone {
  readonly situation: Situation;
  readonly told: readonly Emitted[];
}

const turns = ({ done = Number.POSITIVE_INFINITY }: AppsKnown): number => done;
/** Whether the restore has come to what it brings of this item. */
const hadItsTurn = (known: AppsKnown, item: Item): boolean =>
  known.situationAtFreeze !== null &&
  (placeInQueue(known.file, known.situationAtFreeze).get(item.id) ?? Number.POSITIVE_INFINITY) < turns(known);

const isDeleted = ({ situation }: AppsKnown, app: string): boolean =>
  situation !== null && isAppDeleted(situation, app);
const isOffloaded = ({ situation }: AppsKnown, app: string): boolean =>
  situation !== null && situation.appsOffloaded.includes(app);

/** Whether the app or its grey icon is there: it was on the device, or a restore came to the Home Screen. */
export const isKnown = ({ situationAtFreeze, file }: AppsKnown, app: string): boolean =>
  situationAtFreeze !== null || itemsOnDevice(file).some((item) => item.app === app);
export const hasIcon = (known: AppsKnown, app: string): boolean => !isDeleted(known, app) && isKnown(known, app);

const COMES = new Set<string>([
  'eligible',
  ...Object.entries(FATES).flatMap(([fate, { works }]) => (works ? [fate] : [])),
]);

/**
 * Whether the program itself is on the device; of an app that no item names, a restore is believed to have
 * brought it.
 */
export function isOnTheDevice(known: AppsKnown, app: string): boolean {
  const { file, situation, situationAtFreeze } = known;
  const program = file.appItem(app);
  if (!situation || isDeleted(known, app) || isOffloaded(known, app)) return false;
  if (situation.appsInstalled.includes(app)) return true;
  if (!program) return isKnown(known, app);
  if (ownCopy(file, program, situation) === 'stayed') return true;
  if (!situationAtFreeze || !freeze(file, situationAtFreeze).eligible.includes(program)) return false;
  // What the store delivered to an account does not go when that account signs out.
  const first = [situation.left, situation.returned].find(isNamed);
  const then = first === undefined ? situation : { ...situation, account: first };
  return (
    hadItsTurn(known, program) && judge(file, [program], then, 'download').every(({ outcome }) => COMES.has(outcome))
  );
}

export const appRunsHere = ({ file }: AppsKnown, app: string): boolean => {
  const program = file.appItem(app);
  return program === undefined || runsHere(file, program);
};

/** What an app holds that is of no use. */
export const ofNoUseIn = ({ file, lacking }: AppsKnown, app: string): readonly Item[] =>
  file.itemsOfApp(app).filter(({ id }) => lacking[id]?.some((need) => !isPerhaps(need)) === true);

/** What a new login makes anew: an entry of a VPN; and, where one signed out before, the codes of the app. */
const isMadeAnew = ({ situation }: AppsKnown, app: string, { category }: Item): boolean =>
  category === 'network-settings' || (category === 'app-keychain' && situation?.signedOut.includes(app) === true);

/** An app whose store cannot be opened lets nobody in, and one that looks signed in offers no login. */
export const offersLogin = (known: AppsKnown, app: string): boolean =>
  isOnTheDevice(known, app) && ofNoUseIn(known, app).every((item) => isMadeAnew(known, app, item));

/** One can sign out of an app that opens. */
export const letsSignOut = (known: AppsKnown, app: string): boolean =>
  isOnTheDevice(known, app) &&
  ofNoUseIn(known, app).every(({ category }) => category === 'network-settings' || category === 'app-keychain');

/** Items of an app that have a way of its own of this kind, with what stands in its way now. */
export const ownStatesOf = ({ file, situation }: AppsKnown, app: string, way: OwnWay): readonly string[] =>
  situation === null
    ? []
    : [...new Set(file.itemsOfApp(app).map((item) => ownState(file, item, situation, way)))].filter(
        (state) => state !== 'none',
      );

/** What stands in the way of an own backup or transfer, for who reads why it was refused. */
export const ownStatesInWords = (known: AppsKnown, app: string, way: OwnWay): string =>
  ownStatesOf(known, app, way)
    .map((state) => (Object.hasOwn(OWN_STATES, state) ? OWN_STATES[state as keyof typeof OWN_STATES] : 'nobody knows'))
    .join(', ') || OWN_STATES.none;

/** Data that a server or a cloud of its own keeps are not held on the device, and do not go with the icon. */
const isKeptHere = (item: Item): boolean => item.category === 'app' || !keptByItsApp(item);

/** What has been told before its turn comes: an app that the person installed, and what went with a deleted icon. */
export const isToldAlready = ({ appsInstalled, appsDeleted, serversEmptied }: Situation, item: Item): boolean =>
  item.app !== undefined &&
  ((item.category === 'app' && appsInstalled.includes(item.app)) ||
    (appsDeleted.includes(item.app) && isKeptHere(item)) ||
    (item.policy === 'server' && serversEmptied?.includes(item.app) === true));

const queued = ({ file, situationAtFreeze, ...known }: AppsKnown, app: string): readonly Item[] =>
  situationAtFreeze ? queuedOfApp(file, situationAtFreeze, app, turns({ file, situationAtFreeze, ...known })) : [];

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
    told: [
      ...judge(file, gone, situation, 'phone').map(judged),
      ...(ahead.length > 0 ? tellAll(judge(file, ahead, situation, 'download')) : []),
    ],
  };
}

/** What an app holds on its server alone, and has not lost there. */
const heldByServer = ({ file, situation }: AppsKnown, app: string): readonly Item[] =>
  situation === null
    ? []
    : file.itemsOfApp(app).filter((item) => item.policy === 'server' && !isServerEmptied(situation, item));

/** AX-06: a part of the app's own did not come, or is of no use; so what it knows is less than its server has. */
export function isHalfRestored(known: AppsKnown, app: string): boolean {
  const { file, situationAtFreeze } = known;
  if (!isOnTheDevice(known, app) || heldByServer(known, app).length === 0) return false;
  if (ofNoUseIn(known, app).length > 0) return true;
  if (situationAtFreeze === null) return false;
  const { eligible } = freeze(file, situationAtFreeze);
  return file.itemsOfApp(app).some((item) => !keptByItsApp(item) && !eligible.includes(item));
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
function leftToOwnWays({ file, situation, situationAtFreeze }: AppsKnown): readonly Item[] {
  if (!situation) return [];
  const eligible = situationAtFreeze ? new Set(freeze(file, situationAtFreeze).eligible) : new Set<Item>();
  return itemsWithOwnWays(file).filter((item) => {
    const copy = ownCopy(file, item, situation);
    if (copy === 'deleted') return true;
    if (copy === 'stayed') return false;
    if (!eligible.has(item) || situation.ended === 'failed') return true;
    return judge(file, [item], situation, 'download').some(({ outcome }) => outcome === 'not-downloaded');
  });
}

/** Told when the restore is over: what each app can still bring by itself, and what it cannot. */
export const ownWaysLeft = (known: AppsKnown): readonly Emitted[] => {
  const { file, situation } = known;
  return situation ? judge(file, leftToOwnWays(known), situation, 'sync').flatMap(eventOfOwnWay) : [];
};

/** The same after the situation has changed, for those to which that makes a difference. */
export const ownWaysUnder = (known: AppsKnown, after: Situation): readonly Emitted[] => {
  const { file, situation } = known;
  return situation ? judgeAnew(file, leftToOwnWays(known), situation, after, 'sync').flatMap(eventOfOwnWay) : [];
};

export function broughtByItself(known: AppsKnown, before: Situation, app: string, way: OwnWay): ActDone {
  const situation = way === 'own-backup' ? ownBackupRestored(before, app) : ownDataMoved(before, app);
  const { file } = known;
  const left = leftToOwnWays({ ...known, situation: before }).filter((item) => item.app === app);
  return {
    situation,
    told: [
      ...tellAll(judgeAnew(file, queued(known, app), before, situation, 'download').filter(comesNow)),
      ...judgeAnew(file, left, before, situation, 'sync')
        .filter(({ outcome }) => outcome === 'downloaded-again')
        .flatMap(eventOfOwnWay),
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
