import { daysBetween, isLaterDay } from '../../model/time.ts';
import type { Copy, Item, World } from '../../model/world.ts';
import { OWN_WAYS } from '../../model/copy-kinds.ts';
import { addToGroup } from '../../model/groups.ts';
import type { CaseFile } from './case-file.ts';
import { homeOf } from './on-the-device.ts';
import { USUAL_OWN_BACKUP } from './usual-parts.ts';
import { isSignedIn, type Situation } from './situation.ts';

/*
 * Copies that an app keeps by itself, beside the backup of the phone: a backup of its own, and a transfer of its own
 * from phone to phone. Each hangs on conditions that no restore of the phone knows of, and either copy is enough.
 */

export type OwnWay = (typeof OWN_WAYS)[number];

/** What stands in the way of an own backup or transfer; `none`: there is no such way for this item. */
export const OWN_STATES = {
  none: 'is none that this story knows of',
  ready: 'can be used',
  missing: 'was never made',
  over: 'is no longer kept by its maker',
  'too-old': 'is older than these data',
  'not-covered': 'does not reach back as far as these data',
  'password-forgotten': 'is sealed with a password or key that nobody knows',
  'other-account': 'lies under an account that is not signed in',
  'number-changed': 'was made for another phone number or login',
  'old-phone-gone': 'needs the old phone with its data, and there is none any more',
  fails: 'breaks off each time',
  'fails-for-good': 'broke off, and the old phone was empty all the same',
} as const;
export type OwnState = keyof typeof OWN_STATES | 'unknown';

const isOwnWay = ({ kind }: Copy): boolean => OWN_WAYS.some((way) => way === kind);

const statedWays = (file: CaseFile): ReadonlyMap<string, readonly Copy[]> =>
  file.remember('own ways', () => {
    const ways = new Map<string, Copy[]>();
    for (const copy of file.world.copies.filter(isOwnWay)) for (const id of copy.of) addToGroup(ways, id, [copy]);
    return ways;
  });

export const statesOwnWay = (file: CaseFile, item: Item): boolean => statedWays(file).has(item.id);

/** The ways of one item: those that are stated, or the one that its app is said to have. */
export function ownWaysOf(file: CaseFile, item: Item): readonly Copy[] {
  const stated = statedWays(file).get(item.id);
  if (stated) return stated;
  return item.policy === 'own-cloud' ? [{ ...USUAL_OWN_BACKUP, of: [item.id] }] : [];
}

/** Every item that has such a way, in the order of the world; the same for each app. */
export const itemsWithOwnWays = (file: CaseFile): readonly Item[] =>
  file.remember('items with own ways', () =>
    file.world.items.filter(
      (item) => statesOwnWay(file, item) || (item.policy === 'own-cloud' && item.inBackup === 'yes'),
    ),
  );

/**
 * Whether an app could still move an item from the old phone. The world's old phone is the one teller of it: where that
 * is gone or empty, no app has anything left on it. A device that holds the item itself is no old phone.
 */
function transferSource(file: CaseFile, copy: Copy, item: Item): 'there' | 'gone' | 'unknown' {
  return homeOf(file, item) === file.world.device.name ? 'gone' : whatOldPhoneHas(file.world, copy);
}

/** The same without looking at the item. */
export function whatOldPhoneHas({ oldPhone }: World, copy: Copy): 'there' | 'gone' | 'unknown' {
  const stands = oldPhone === null ? 'at-hand' : oldPhone.state;
  if (stands !== 'at-hand' && stands !== 'unknown') return 'gone';
  if (copy.oldPhone !== 'as-it-stands') return copy.oldPhone;
  return stands === 'unknown' ? 'unknown' : 'there';
}

function stateOf(copy: Copy, item: Item, file: CaseFile, situation: Situation): OwnState {
  const { today } = file.world;
  const { made, until, days, account, kind } = copy;
  if (copy.exists !== 'yes') return copy.exists === 'no' ? 'missing' : 'unknown';
  if (until !== undefined && isLaterDay(today, until)) return 'over';
  if (made !== undefined && item.created !== undefined && isLaterDay(item.created, made)) return 'too-old';
  if (days !== undefined) {
    if (item.created === undefined) return 'unknown';
    if (daysBetween(item.created, made ?? today) > days) return 'not-covered';
  }
  if (copy.password === 'forgotten') return 'password-forgotten';
  if (kind === 'own-transfer') {
    const source = transferSource(file, copy, item);
    if (source !== 'there') return source === 'gone' ? 'old-phone-gone' : 'unknown';
  }
  if (copy.number === 'changed') return 'number-changed';
  if (account !== undefined && !isSignedIn(situation, account)) return 'other-account';
  if (copy.fails !== 'yes') return 'ready';
  if (kind === 'own-backup' || copy.afterFailure === 'kept') return 'fails';
  return copy.afterFailure === 'emptied' ? 'fails-for-good' : 'unknown';
}

/** What holds of the ways of one kind: one that can be used is enough, and one that may be is worth a question. */
export function ownState(file: CaseFile, item: Item, situation: Situation, way: OwnWay): OwnState {
  const states = ownWaysOf(file, item)
    .filter(({ kind }) => kind === way)
    .map((copy) => stateOf(copy, item, file, situation));
  const [first] = states;
  if (first === undefined) return 'none';
  return (['ready', 'unknown'] as const).find((state) => states.includes(state)) ?? first;
}

/** Whether an own backup could still bring it, whoever is signed in at the moment. */
export function isInOwnBackup(file: CaseFile, item: Item, situation: Situation): 'yes' | 'no' | 'unknown' {
  const state = ownState(file, item, situation, 'own-backup');
  if (state === 'unknown') return 'unknown';
  return state === 'ready' || state === 'other-account' ? 'yes' : 'no';
}
