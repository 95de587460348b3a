import { orNull } from '../../model/optional.ts';
import { newestFirst } from '../../model/newest-first.ts';
import type { Backup, Item } from '../../model/world.ts';
import { type CaseFile, categoryOf } from './case-file.ts';
import { staysUnderComputerRestore } from './computer-restore.ts';
import { keepsApps } from './enrolment.ts';
import type { Situation } from './situation.ts';

/*
 * What is on the device that data are restored to. A device in use has contents of its own: what lies on it is what
 * the scenario says of each item, and it is there until something takes it: an erase, a computer that puts a backup
 * in its place, a person who deletes an app. Nothing else does, so a restore that is refused leaves it as it was.
 */

const newestBackup = (file: CaseFile): Backup | null =>
  file.remember('newest backup', () => orNull(file.world.backups.toSorted(newestFirst)[0]));

/**
 * The device that holds an item: the one it names, the old phone of a direct move, the device in use where it has a
 * backup of its own, however new that of another device is, or what made the newest backup.
 */
export function homeOf(file: CaseFile, item: Item): string {
  const { route, oldPhone, device } = file.world;
  const home = route === 'direct' ? oldPhone?.name : isBackedUpInUse(file) ? device.name : newestBackup(file)?.device;
  return item.on ?? home ?? oldPhone?.name ?? device.name;
}

const isBackedUpInUse = (file: CaseFile): boolean =>
  file.remember('a device in use with a backup of its own', () => {
    const { device, backups } = file.world;
    return device.state === 'in-use' && backups.some((backup) => backup.device === device.name);
  });

const isAtHome = (file: CaseFile, item: Item): boolean =>
  homeOf(file, item) === file.world.device.name && item.deleted === undefined;

/** Whether it was on the device when the story began; a device that is new or already erased holds nothing. */
export const wasOnDevice = (file: CaseFile, item: Item): boolean =>
  file.world.device.state === 'in-use' && isAtHome(file, item);

export const itemsOnDevice = (file: CaseFile): readonly Item[] =>
  file.remember('items on the device', () => file.world.items.filter((item) => wasOnDevice(file, item)));

/** What became of a device's own copy of an item. */
export type OwnCopy = 'none' | 'stayed' | 'erased' | 'replaced' | 'deleted' | 'unknown';

/** What is deleted together with an app: the app, and what it wrote. Its codes in the keychain stay (AX-04). */
export const goesWithItsApp = (item: Item): item is Item & { readonly app: string } =>
  item.app !== undefined && categoryOf(item).kind === 'apps';

/** No source says what is left of the old contents when such a restore breaks off in the middle. */
const LEFT_BY_A_BREAK = { unknown: 'unknown', 'leaves-old': 'stayed', 'leaves-nothing': 'replaced' } as const;

/** What has become of the copy that was on the device by itself, whatever a restore has brought beside it. */
export function ownCopy(file: CaseFile, item: Item, situation: Situation): OwnCopy {
  if (goesWithItsApp(item) && situation.appsDeleted.includes(item.app)) return 'deleted';
  if (!wasOnDevice(file, item)) return 'none';
  const survives = categoryOf(item).survivesErase;
  if (survives === 'always') return 'stayed';
  if (situation.erased) {
    if (item.category === 'app' && keepsApps(file.world, situation)) return 'stayed';
    if (survives !== 'by-choice') return 'erased';
    return situation.esim === null ? 'unknown' : situation.esim === 'kept' ? 'stayed' : 'erased';
  }
  if (!situation.replaced || survives || staysUnderComputerRestore(file, item)) return 'stayed';
  return situation.ended === 'failed' ? LEFT_BY_A_BREAK[file.world.computer.brokenOff] : 'replaced';
}

/** Whether an erase, before the story or in it, or a computer has taken the copy that was on the device. */
export const isTaken = (file: CaseFile, item: Item, situation: Situation): boolean =>
  file.world.device.state === 'in-use'
    ? ['erased', 'replaced'].includes(ownCopy(file, item, { ...situation, appsDeleted: [], ended: 'running' }))
    : // A device that is set up without its old contents was erased before that.
      (situation.erased || file.world.device.state === 'set-up') &&
      isAtHome(file, item) &&
      categoryOf(item).survivesErase === undefined;

/** AX-10: the app of an item, where that comes no further than its first pages over data of an older state. */
export function hangingApp(file: CaseFile, item: Item): Item | undefined {
  const app = item.category === 'app' ? undefined : file.appItem(item.app);
  return app?.start === 'hangs' && goesWithItsApp(item) ? app : undefined;
}

/** Whether an app, or the app of an item, exists for this kind of device. */
export function runsHere(file: CaseFile, item: Pick<Item, 'app' | 'runsOn'>): boolean {
  const { runsOn } = file.appItem(item.app) ?? item;
  return runsOn === 'any' || (runsOn === 'ipad-only') === (file.world.device.kind === 'ipad');
}

const bytesOf = (items: readonly Item[]): number => items.reduce((sum, { bytes }) => sum + bytes, 0);

/** Bytes free on the device now: an erase gives back what its contents took. */
export function roomFree(file: CaseFile, situation: Situation): number {
  const { free, room, state } = file.world.device;
  if (state !== 'in-use' || !situation.erased) return free;
  return room ?? free + bytesOf(itemsOnDevice(file));
}
