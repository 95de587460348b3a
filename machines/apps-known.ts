import { must } from '../src/model/must.ts';
import type { Item } from '../src/model/world.ts';
import { FATES } from '../src/model/fates.ts';
import type { CaseFile } from '../src/rulebook/case/case-file.ts';
import { keptByItsApp } from '../src/rulebook/case/kept-by-its-app.ts';
import { itemsOnDevice, ownCopy, runsHere } from '../src/rulebook/case/on-the-device.ts';
import { OWN_STATES, ownState, type OwnWay } from '../src/rulebook/case/own-ways.ts';
import {
  isAppDeleted,
  isNamed,
  isPerhaps,
  isServerEmptied,
  type Lacking,
  type Situation,
} from '../src/rulebook/case/situation.ts';
import { freeze, type ItemGroup, judge } from '../src/rulebook/judge/judgement.ts';
import { placeInQueue } from './content-download/download-queue.ts';

/*
 * How the apps on the phone stand, while the restore still brings its content and after it: what a person can do with
 * an app hangs on nothing else.
 */

/** What has to be known of the phone for them. */
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

export const turnsHad = ({ done = Number.POSITIVE_INFINITY }: AppsKnown): number => done;
/** Whether the restore has come to what it brings of this item. */
export const hadItsTurn = (known: AppsKnown, item: Item): boolean =>
  known.situationAtFreeze !== null &&
  (placeInQueue(known.file, known.situationAtFreeze).get(item.id) ?? Number.POSITIVE_INFINITY) < turnsHad(known);

/** What the download has to say of one item. */
export const verdictOn = (file: CaseFile, item: Item, situation: Situation): ItemGroup =>
  must(judge(file, [item], situation, 'download')[0], `a verdict on ${item.id}`);

const isDeleted = ({ situation }: AppsKnown, app: string): boolean =>
  situation !== null && isAppDeleted(situation, app);

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
  const { file, situation } = known;
  const program = file.appItem(app);
  if (!situation || isDeleted(known, app) || situation.appsOffloaded.includes(app)) return false;
  if (situation.appsInstalled.includes(app)) return true;
  if (!program) return isKnown(known, app);
  if (ownCopy(file, program, situation) === 'stayed') return true;
  if (!hadItsTurn(known, program)) return false;
  // What the store delivered to an account does not go when that account signs out.
  const first = [situation.left, situation.returned].find(isNamed);
  const then = first === undefined ? situation : { ...situation, account: first };
  return COMES.has(verdictOn(file, program, then).outcome);
}

export const appRunsHere = ({ file }: AppsKnown, app: string): boolean => {
  const program = file.appItem(app);
  return program === undefined || runsHere(file, program);
};

/** What an app holds that is of no use. */
export const ofNoUseIn = ({ file, lacking }: AppsKnown, app: string): readonly Item[] =>
  file.itemsOfApp(app).filter(({ id }) => lacking[id]?.some((need) => !isPerhaps(need)) === true);

/** What a new login makes anew: an entry of a VPN; and, where one signed out before, the codes of the app. */
export const isMadeAnew = ({ situation }: AppsKnown, app: string, { category }: Item): boolean =>
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

/** What an app holds on its server alone, and has not lost there. */
export const heldByServer = ({ file, situation }: AppsKnown, app: string): readonly Item[] =>
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
