import { newestFirst } from '../../model/newest-first.ts';
import { daysBetween } from '../../model/time.ts';
import { compareVersions } from '../../model/version.ts';
import { NO_SERVICE } from '../../model/kinds.ts';
import type { Backup, Item, World } from '../../model/world.ts';
import { BY_THE_SERVICE } from '../rules/scopes.ts';
import type { CaseFile } from './case-file.ts';
import { isManaged } from './managed.ts';
import { type Enrolment, routeOf, type Situation } from './situation.ts';

/** EL-54: so many days after it was issued the certificate of an enrolment is over, whatever day it was issued on. */
const DAYS_OF_A_CERTIFICATE = 365;

/** Profiles of a managed device are the organisation's unless it is said who put them there; an enrolment always is. */
export const installedBy = (world: World, { installedBy: by, category }: Item): 'organisation' | 'person' =>
  by ?? (category === 'enrolment' || isManaged(world) ? 'organisation' : 'person');

const OF_THE_SERVICE: ReadonlySet<string> = new Set(BY_THE_SERVICE);

/** What the organisation’s service sets up has a copy there, whatever becomes of the phone. */
export const isSetUpByService = (world: World, item: Item): boolean =>
  isManaged(world) && OF_THE_SERVICE.has(item.category) && installedBy(world, item) === 'organisation';

/** EL-41: apps of an organisation, and what they hold, can be tied to its profile. */
export const goesWithProfile = ({ management }: Item): boolean => management === 'remove-with-profile';

/** OG-18: from this iOS on a phone that returns to service can keep its apps. */
const KEEPS_APPS_SINCE = '26';

/** Whether the service’s own erase leaves the apps themselves on the phone. */
export const keepsApps = ({ organisation, device }: World, { wiped }: Pick<Situation, 'wiped'>): boolean =>
  wiped === true && organisation.returnToService === 'keeps-apps' && compareVersions(device.ios, KEEPS_APPS_SINCE) >= 0;

const isOfThisDevice = ({ device }: World, backup: Backup): boolean => backup.device === device.name;

/** The service that managed the device on the day of a backup, or `null`. */
export function managedBy(world: World, backup: Backup): string | null {
  const { organisation } = world;
  const isEnrolledByHand = organisation.enrolment === 'by-hand' && isOfThisDevice(world, backup);
  const wasManaged = backup.supervised === 'yes' || isEnrolledByHand;
  const stated = backup.managedBy ?? (wasManaged ? organisation.service : NO_SERVICE);
  return stated === NO_SERVICE ? null : stated;
}

/** What follows when a phone gets a backup from before its enrolment; `not-older` when the backup is none. */
export type AfterOlderBackup = 'not-older' | 'enrols' | 'missing' | 'unknown';

export function afterOlderBackup(file: CaseFile, backup: Backup | null, situation: Situation): AfterOlderBackup {
  const { world } = file;
  const { ios } = situation;
  if (!backup || world.device.assigned === 'no' || managedBy(world, backup) !== null) return 'not-older';
  if (world.organisation.afterOlderBackup) return world.organisation.afterOlderBackup;
  // OG-01: another assigned phone goes on to Remote Management whatever the backup says.
  if (!isOfThisDevice(world, backup)) return 'enrols';
  // OG-07 tells of iOS 9 and iCloud alone; OG-08 only warns, so nobody knows of later ones.
  const isIos9 = compareVersions(ios, '9') >= 0 && compareVersions(ios, '10') < 0;
  return isIos9 && routeOf(file, situation) === 'icloud' ? 'missing' : 'unknown';
}

const certificateAt = ({ organisation, today }: World, { made }: Pick<Backup, 'made'>) =>
  organisation.certificate ?? (daysBetween(made, today) > DAYS_OF_A_CERTIFICATE ? 'expired' : 'valid');

/** That of the enrolment in the newest backup, which the usual person takes. */
export function certificateOf(world: World): 'valid' | 'expired' | 'unknown' {
  const newest = world.backups.filter(({ kind }) => kind === world.route).toSorted(newestFirst)[0];
  return newest ? certificateAt(world, newest) : (world.organisation.certificate ?? 'valid');
}

/** OG-06: whether the service still takes the enrolment that came back with a backup. */
export function stillTaken(
  { world }: CaseFile,
  backup: Backup | null,
  { wiped, unmanaged }: Pick<Situation, 'wiped' | 'unmanaged'>,
): 'yes' | 'no' | 'unknown' {
  if (!backup) return 'yes';
  const { organisation } = world;
  const isEnded = wiped === true || unmanaged === 'by-service';
  // What a service is told of a profile that the person removed, no source says.
  const record = unmanaged === 'by-person' && organisation.record === 'kept' ? 'unknown' : organisation.record;
  const states = [certificateAt(world, backup), isEnded ? 'gone' : record];
  if (states.includes('expired') || states.includes('gone')) return 'no';
  return states.includes('unknown') ? 'unknown' : 'yes';
}

/** Where Setup leaves management after the restore, or without one. `page`: it comes to Remote Management. */
export function enrolmentAfterSetup(file: CaseFile, situation: Situation): Enrolment | 'page' {
  const { world } = file;
  const backup = situation.blocked === null ? file.backup(situation.backup) : null;
  const isAssigned = world.device.assigned === 'yes';
  // OG-22: where nobody assigned the device, the person enrols it by hand at the end.
  const notAssigned = world.organisation.enrolment === 'by-hand' ? 'missing' : 'none';
  if (!backup || !isOfThisDevice(world, backup)) return isAssigned ? 'page' : notAssigned;
  const service = managedBy(world, backup);
  if (service !== null) return isAssigned && service !== world.organisation.service ? 'other-service' : 'from-backup';
  if (!isAssigned) return notAssigned;
  const after = afterOlderBackup(file, backup, situation);
  if (after === 'missing') return 'missing';
  return after === 'unknown' ? 'open' : 'page';
}

/** Whether management has anything to do with this story: without an organisation nothing is told of it. */
export const mattersEnrolment = (file: CaseFile, situation: Situation): boolean =>
  enrolmentAfterSetup(file, situation) !== 'none';

/** An old management profile stands in the way of every other enrolment. */
export const hasOldProfile = ({ enrolment }: Situation): boolean =>
  enrolment === 'from-backup' || enrolment === 'other-service';

const IS_ENROLLED: ReadonlySet<Situation['enrolment']> = new Set(['before', 'moved', 'by-service', 'by-hand'] as const);

/** Whether a service manages the phone, whose profile did not come from a backup. */
export const isEnrolled = ({ enrolment }: Situation): boolean => IS_ENROLLED.has(enrolment);

const NOT_MANAGED: ReadonlySet<Situation['enrolment']> = new Set([
  'removed',
  'retired',
  'declined',
  'missing',
] as const);

/** Whether an organisation manages the phone at this moment, or is about to in Setup. */
function isManagedNow({ device }: World, situation: Situation): boolean {
  if (NOT_MANAGED.has(situation.enrolment)) return false;
  return isEnrolled(situation) || hasOldProfile(situation) || device.assigned === 'yes' || device.supervised === 'yes';
}

/** EE-24: whether the organisation of an account lets it be signed in on this device. */
export function maySignIn(file: CaseFile, id: string, situation: Situation): boolean {
  const account = file.account(id);
  if (account?.kind !== 'managed' || account.signIn === 'anywhere') return true;
  const { world } = file;
  return isManagedNow(world, situation) && (account.signIn === 'managed' || world.device.supervised === 'yes');
}
