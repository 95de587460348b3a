import type { Backup, Item } from '../../model/world.ts';
import { addToGroup, groupOf } from '../../model/groups.ts';
import { isAfterBackup } from '../facts/captured.facts.ts';
import { type CaseFile, categoryOf } from './case-file.ts';
import { addsToDevice } from './computer-restore.ts';
import { wasOnDevice } from './on-the-device.ts';
import type { Question } from './situation.ts';

/*
 * A program that adds keeps what the backup lacks (TG-19, RT-07). That is said of whole files: many items lie in one
 * file, as all messages do, and when the backup brings an older state of it, no source says what becomes of what was
 * newer in it.
 */

/** Whether what a backup brings lies in the same files, and what was seen of the item afterwards. */
export type SharedStore = 'apart' | 'kept' | 'written-over' | 'unknown';
const seenOf = ({ stillShown }: Item): SharedStore =>
  stillShown === 'yes' ? 'kept' : stillShown === 'no' ? 'written-over' : 'unknown';

export function sharedStore(question: Question): SharedStore {
  const { file, item, backup, situation, isHeldBy } = question;
  if (!situation.replaced || !backup || !addsToDevice(file) || !wasOnDevice(file, item)) return 'apart';
  const held = isHeldBy(item, backup);
  if (!isWritten(file, item) || held === 'yes') return 'apart';
  const isLacking = held === 'no' || isAfterBackup(question);
  const isBeside = (other: Item): boolean =>
    lieTogether(other, item) && (isLacking || isHeldBy(other, backup) === 'yes');
  return groupOf(heldInStores(question, backup), storeOf(item)).some(isBeside) ? seenOf(item) : 'apart';
}

/** RT-01, RT-05: without the option for system files only apps are written, and kept settings are not. */
function isWritten({ world: { computer } }: CaseFile, item: Item): boolean {
  const { ofApps, store } = categoryOf(item);
  if (store === 'apart' || (computer.systemFiles === 'no' && !ofApps)) return false;
  return item.category !== 'device-settings' || computer.keepsSettings === 'no';
}

const storeOf = (item: Item): string => {
  const { store } = categoryOf(item);
  return store === 'keychain' ? store : item.category;
};

/** Whether two items may lie in the same files. Of data whose app nobody names, every app may be the one. */
export const lieTogether = (one: Item, other: Item): boolean => {
  const { store } = categoryOf(one);
  if (store === 'apart' || storeOf(one) !== storeOf(other)) return false;
  return store !== 'app' || one.app === undefined || other.app === undefined || one.app === other.app;
};

/** What a backup holds, or may hold, store by store. */
const heldInStores = (question: Question, backup: Backup): ReadonlyMap<string, readonly Item[]> =>
  question.file.remember(`held in stores by ${backup.id}`, () => {
    const stores = new Map<string, Item[]>();
    for (const item of question.file.world.items) {
      const held = question.isHeldBy(item, backup);
      if (held === 'yes' || (held === 'unknown' && !isAfterBackup({ ...question, item })))
        addToGroup(stores, storeOf(item), [item]);
    }
    return stores;
  });
