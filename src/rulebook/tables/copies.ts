import { whatOldPhoneHas } from '../case/own-ways.ts';
import { daysBetween } from '../../model/time.ts';
import type { Copy, World } from '../../model/world.ts';
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

/** The copies that are still worth looking for, for items that did not arrive. */
export function copiesOffered(world: World, missing: ReadonlySet<string>): readonly Copy[] {
  return world.copies.filter(
    (copy) => copy.of.some((id) => missing.has(id)) && !isGone(world, copy) && !isOutOfUse(world, copy),
  );
}

/** An app's own backup or transfer that nobody can use, whoever is signed in. */
const isOutOfUse = (world: World, copy: Copy): boolean =>
  copy.exists === 'no' ||
  copy.fails === 'yes' ||
  copy.password === 'forgotten' ||
  (copy.until !== undefined && daysBetween(copy.until, world.today) > 0) ||
  (copy.kind === 'own-transfer' && whatOldPhoneHas(world, copy) === 'gone');

const isGone = (world: World, copy: Copy): boolean =>
  copy.kind === 'recently-deleted' &&
  copy.deleted !== undefined &&
  daysBetween(copy.deleted, world.today) > DAYS_IN_RECENTLY_DELETED;
