import { type CaseFile, categoryNamed } from '../case/case-file.ts';
import { homeOf } from '../case/on-the-device.ts';
import { whatOldPhoneHas } from '../case/own-ways.ts';
import type { Situation } from '../case/situation.ts';
import { daysBetween } from '../../model/time.ts';
import type { Copy, Item, World } from '../../model/world.ts';
import type { CopyKind } from '../../model/copy-kinds.ts';
import type { BehaviourId } from '../evidence/behaviours.ts';
import type { ReferenceId } from '../evidence/references.ts';

/** B7: days for which Recently Deleted keeps what was deleted. */
export const DAYS_IN_RECENTLY_DELETED = 30;

interface CopySource {
  readonly title: string;
  /** What to say; never a promise. */
  readonly says: string;
  readonly shows: readonly BehaviourId[];
  readonly cites: readonly ReferenceId[];
}

/** Where a copy may lie outside backup and sync. Offered at the end, only where the scenario has one. */
export const COPY_SOURCES: Readonly<Record<CopyKind, CopySource>> = {
  'own-backup': {
    title: 'The app’s own backup',
    says: 'The app keeps a backup of its own. What it asks for decides whether it opens.',
    shows: ['D16'],
    cites: ['AX-15'],
  },
  'own-transfer': {
    title: 'The app on the old phone',
    says: 'The app can move it from the old phone by itself. Keep the old phone as it is until then.',
    shows: ['D16', 'D19'],
    cites: ['AX-17'],
  },
  'recently-deleted': {
    title: 'Recently Deleted',
    says:
      'It can be put back from Recently Deleted until its 30 days are over. This returns what was deleted, ' +
      'nothing else.',
    shows: ['B5b', 'B7'],
    cites: ['SY-05'],
  },
  'other-device': {
    title: 'Another device',
    says: 'Another device on the same account may still show it and can send it over.',
    shows: ['B5c'],
    cites: ['SY-03'],
  },
  'computer-library': {
    title: 'The library on a computer',
    says: 'A computer holds a copy that can be transferred again.',
    shows: ['B5c', 'B6'],
    cites: ['CP-03'],
  },
  web: {
    title: 'The web app',
    says: 'It can be looked up and downloaded in the web app of the account.',
    shows: ['B5c'],
    cites: ['SY-03'],
  },
  'photo-service': {
    title: 'A photo service',
    says: 'A photo service with automatic upload may hold copies.',
    shows: ['B10'],
    cites: ['IC-14'],
  },
  'older-backup': {
    title: 'An older backup',
    says: 'Another backup may hold it. Restoring that one erases the device again.',
    shows: ['B5a', 'C7'],
    cites: ['CP-01'],
  },
  'recovery-tool': {
    title: 'A recovery tool',
    says: 'Recovery tools search the storage for remains. They often find nothing, and nothing can be promised.',
    shows: ['B5d'],
    cites: ['SY-15'],
  },
};

/** The story as far as it decides about other places: what is on file, and what has become of the device. */
export interface StoryEnd {
  readonly file: CaseFile;
  readonly situation: Situation | null;
}

/** The copies that are still worth looking for, each with the items for which it is; they are among those missing. */
export const copiesOffered = (told: StoryEnd, missing: ReadonlySet<string>): readonly Copy[] =>
  told.file.world.copies
    .filter((copy) => !isOutOfUse(told.file.world, copy))
    .map((copy) => ({ ...copy, of: copy.of.filter((id) => missing.has(id) && !isGone(told, copy, id)) }))
    .filter((copy) => copy.of.length > 0);

/** An app's own backup or transfer that nobody can use, whoever is signed in. */
const isOutOfUse = (world: World, copy: Copy): boolean =>
  copy.exists === 'no' ||
  copy.fails === 'yes' ||
  copy.password === 'forgotten' ||
  (copy.until !== undefined && daysBetween(copy.until, world.today) > 0) ||
  (copy.kind === 'own-transfer' && whatOldPhoneHas(world, copy) === 'gone');

/** Recently Deleted empties itself, and where iCloud never had it, it goes with the device that it lies on. */
function isGone({ file, situation }: StoryEnd, { kind, deleted }: Copy, id: string): boolean {
  if (kind !== 'recently-deleted') return false;
  if (deleted !== undefined && daysBetween(deleted, file.world.today) > DAYS_IN_RECENTLY_DELETED) return true;
  const item = file.item(id);
  return item !== undefined && liesOnOneDevice(file, item) && isDeviceLost(file, situation, homeOf(file, item));
}

/** What no iCloud service had, then or now: its Recently Deleted is that of the device alone. */
export function liesOnOneDevice(file: CaseFile, item: Item): boolean {
  const { service } = categoryNamed(item.category);
  if (service === undefined || item.uploaded === 'no' || item.syncs === 'off') return true;
  const { atBackup, now } = file.world.services[service];
  return item.uploaded !== 'yes' && atBackup === 'off' && now === 'off';
}

/** LS-03: an erase takes everything, and so what waits to be deleted; of other devices nobody knows. */
function isDeviceLost({ world: { device, oldPhone } }: CaseFile, situation: Situation | null, home: string): boolean {
  if (home === device.name)
    return device.state !== 'in-use' || situation?.erased === true || situation?.replaced === true;
  return oldPhone?.name === home && oldPhone.state !== 'at-hand' && oldPhone.state !== 'unknown';
}
