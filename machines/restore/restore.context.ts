import type { Outcome } from '../../src/model/fates.ts';
import { must } from '../../src/model/must.ts';
import { daysBetween } from '../../src/model/time.ts';
import { compareVersions } from '../../src/model/version.ts';
import type { Item, World } from '../../src/model/world.ts';
import type { Route } from '../../src/model/kinds.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { managedBy } from '../../src/rulebook/case/enrolment.ts';
import { isManaged } from '../../src/rulebook/case/managed.ts';
import { whyNotDirect } from '../../src/rulebook/case/direct-move.ts';
import { mayBeRefusedAsThin, stopsWithoutAppList } from '../../src/rulebook/case/computer-restore.ts';
import type { Block } from '../../src/rulebook/case/blocks.ts';
import { type Lacking, routeOf, type Situation } from '../../src/rulebook/case/situation.ts';
import { isThereAlready } from '../content-download/download-queue.ts';
import { asksForPassword, whyUnreadable } from '../../src/rulebook/case/listing.ts';
import { freeze, placedItems, stopperAmong } from '../../src/rulebook/judge/judgement.ts';
import { APP_DATA } from '../../src/rulebook/rules/scopes.ts';
import type { Connection } from '../connection/connection.setup.ts';
import type { KnowsConnection } from '../connection/knows-connection.ts';
import { accountPassword, acceptsPerson } from './device-protection.ts';
import type { CanBeHeldUp } from '../waiting.ts';

export interface RestoreContext extends CanBeHeldUp, KnowsConnection {
  readonly file: CaseFile;
  readonly situation: Situation;
  /** The situation under which the verdicts were frozen; null before that. */
  readonly situationAtFreeze: Situation | null;
  readonly findMy: boolean;
  /** What is on the device and of no use, as it was told last. */
  readonly lacking: Lacking;
  /** Whether the device knows the place; the person may reach a familiar one. */
  readonly place: World['device']['place'];
  /** It was erased past Find My, and asks for the account that it belongs to. */
  readonly bound: boolean;
  /** Two phones have been joined by Quick Start. */
  readonly joined: boolean;
}
export interface RestoreOutput {
  readonly outcome: Outcome;
  readonly situation: Situation;
  readonly situationAtFreeze: Situation | null;
}
export interface RestoreInput {
  readonly file: CaseFile;
  readonly connection: Connection;
  readonly at: number;
}

/** Find My does not work with a Managed Apple Account, whatever its switch says. */
export const hasFindMy = ({ world: { accounts, device } }: CaseFile): boolean =>
  device.findMy === 'on' && accounts[0]?.kind !== 'managed';

const comesBy =
  (route: Route) =>
  ({ file, situation }: RestoreContext): boolean =>
    routeOf(file, situation) === route;
export const isCloud = comesBy('icloud');
export const isComputer = comesBy('computer');
export const isDirect = comesBy('direct');
/** What guards of the route saw. */
export const sawRoute = ({ file, situation }: RestoreContext) => ({ route: routeOf(file, situation) });

export const mayErase = (context: RestoreContext): boolean => mayEraseBut(context) && acceptsPerson(context);
const mayEraseBut = (context: RestoreContext): boolean =>
  context.file.world.organisation.erase === 'allowed' && (!context.findMy || accountPassword(context) === 'known');

/** OG-17: with Activation Lock on, a phone cannot return to service by itself. */
export function serviceMayWipe({ file: { world }, situation }: RestoreContext): boolean {
  const { device, organisation } = world;
  const isOver = situation.unmanaged !== undefined;
  return isManaged(world) && !isOver && (organisation.returnToService === 'off' || device.activationLock === 'off');
}

/** OG-12, OG-14: without an erase, for devices enrolled automatically, and once. */
export const serviceMayChange = ({ file: { world }, situation }: RestoreContext): boolean =>
  world.organisation.movesTo !== undefined &&
  world.organisation.enrolment === 'automatic' &&
  isPastItsFirstDays(world) &&
  situation.enrolment === 'before' &&
  compareVersions(situation.ios, '26') >= 0;

/** OG-14: a device that Configurator added can leave its organisation for so many days, and does not move before. */
const FIRST_DAYS = 30;
const isPastItsFirstDays = ({ organisation: { addedByConfigurator: day }, today }: World): boolean =>
  day === undefined || daysBetween(day, today) >= FIRST_DAYS;

export const returnsToService = ({ file, situation }: RestoreContext): boolean =>
  situation.wiped === true && file.world.organisation.returnToService !== 'off';

export function serviceOfBackup(file: CaseFile, id: string | null): string | null {
  const backup = file.backup(id);
  return backup ? managedBy(file.world, backup) : null;
}

/** Without the password of the account Find My stays on; with it, only Stolen Device Protection is left. */
export function whyFindMyStaysOn(context: RestoreContext): Block {
  // Only a computer needs it off; an erase asks for the password and goes its way.
  if (isCloud(context)) return whyNotErased(context);
  return accountPassword(context) === 'known' && !acceptsPerson(context) ? 'device-protection' : 'find-my';
}

/** Bytes that have to fit on the device; apps that are there already take no more. */
export const spaceNeeded = ({ file, situation }: RestoreContext): number =>
  freeze(file, situation).eligible.reduce(
    (sum, item) => sum + (isThereAlready(file, item, situation) ? 0 : item.bytes),
    0,
  );

/** Why the backup that was chosen cannot be read to its end; null when it can. */
export function whyBackupUnreadable({ file, situation }: RestoreContext): Block | null {
  const backup = file.backup(situation.backup);
  return backup && whyUnreadable(backup);
}

/** Encrypted, and not said to be: nobody was asked for its password, so nothing in it opens. */
export function isLockedUnawares({ file, situation }: RestoreContext): boolean {
  const backup = file.backup(situation.backup);
  return backup?.kind === 'computer' && backup.encrypted === 'yes' && !asksForPassword(backup);
}

/** What breaks the restore off while data are put in place. */
export const stopperOfPlacement = ({ file, situationAtFreeze }: RestoreContext): Item | undefined =>
  situationAtFreeze
    ? stopperAmong(file, placedItems(file, situationAtFreeze), situationAtFreeze, 'placement')
    : undefined;

/** Why a device or an older tool takes no such backup, before anything is sent; null where it does. */
export function whyBackupRefused({ file, situation }: RestoreContext): Block | null {
  const backup = file.backup(situation.backup);
  if (stopsWithoutAppList(file, backup)) return 'no-app-list';
  const isThin = mayBeRefusedAsThin(file, backup, situation) && freeze(file, situation).eligible.some(isDataOfAnApp);
  return isThin ? 'thin-backup' : null;
}
const isDataOfAnApp = ({ category }: Item): boolean => APP_DATA.some((id) => id === category);

export function whyNotErased(context: RestoreContext): Block {
  if (mayErase(context)) return 'given-up';
  if (context.file.world.organisation.erase === 'forbidden') return 'erase-refused';
  return mayEraseBut(context) ? 'device-protection' : 'find-my';
}

const SET_UP_AS_NEW: Block = 'set-up-as-new';

const whyNoOldPhone = ({ file }: RestoreContext): Block =>
  must(file.world.oldPhone, 'the old phone').state === 'at-hand' ? SET_UP_AS_NEW : 'no-old-phone';

/** Why a move does not begin whose new phone is not updated: it cannot be, or nobody did it. */
export function whyStillOlder({ file: { world } }: RestoreContext): Block {
  const { latestIos } = world.device;
  const needed = must(world.oldPhone, 'the old phone').ios;
  const isOutOfReach = latestIos !== undefined && compareVersions(latestIos, needed) < 0;
  return isOutOfReach ? 'no-update' : 'old-phone-newer';
}

/** EL-51, PP-02: the page for a backup can be hidden, and the direct choice has a page of its own. */
export const hidesRestorePage = ({ file, situation }: RestoreContext): boolean =>
  file.world.organisation.restorePane === 'forbidden' &&
  (routeOf(file, situation) !== 'direct' || whyNotDirect(file, situation) !== null);

/** Why somebody who is asked where the data shall come from chooses nothing. */
export function whyNothingChosen(context: RestoreContext): Block {
  const { organisation, accounts } = context.file.world;
  if (isDirect(context)) return whyNotDirect(context.file, context.situation) ?? whyNoOldPhone(context);
  if (organisation.restorePane === 'forbidden') return 'restore-hidden';
  if (isComputer(context) && organisation.pairing === 'forbidden') return 'pairing-forbidden';
  return isCloud(context) && accounts.length === 0 ? 'no-account' : SET_UP_AS_NEW;
}
