import { addToGroup } from '../model/groups.ts';
import { must } from '../model/must.ts';
import type { Fate } from '../model/fates.ts';
import type { World } from '../model/world.ts';
import { OWN_WAYS } from '../model/copy-kinds.ts';
import { categoryNamed } from '../rulebook/case/case-file.ts';
import { homeOf } from '../rulebook/case/on-the-device.ts';
import { questionFor } from '../rulebook/judge/decide.ts';
import { FACTS } from '../rulebook/facts/facts.ts';
import { isOfAccountLeft } from '../rulebook/rules/account-left.ts';
import { isOfOwnWay } from '../rulebook/rules/own-way.ts';
import type { RuleId } from '../rulebook/rules/rules.ts';
import { type MendId, mendWords } from '../rulebook/tables/mends.ts';
import { COPY_SOURCES, copiesOffered, liesOnOneDevice } from '../rulebook/tables/copies.ts';
import { ELSEWHERE, type Elsewhere } from '../rulebook/tables/elsewhere.ts';
import { caseFileOf } from '../run/case-file-of.ts';
import type { Accessible } from './accessible.ts';
import { type Ended, UNFINISHED } from './backups-left.ts';
import type { ItemView } from './item-view.ts';
import { ruleOf } from './sources.ts';
import { titlesOf } from './story-text.ts';

/* What lies beside the backups: with iCloud, in apps, on the old phone, in other places. */

export const synced = (views: readonly ItemView[]): Accessible[] =>
  rowFor(
    'iCloud',
    views.filter(({ fate }) => fate === 'synced'),
    'Their services keep copies of their own, and these are on the phone now.',
  );

const rowFor = (where: string, items: readonly ItemView[], says: string): Accessible[] =>
  items.length === 0 ? [] : [{ where, what: titlesOf(items), says }];

/** What is there and does not work, with the act that mends it and what that costs. */
export function mended(views: readonly ItemView[]): Accessible[] {
  const groups = new Map<MendId, ItemView[]>();
  for (const view of views) if (view.mend !== null) addToGroup(groups, view.mend, [view]);
  return [...groups].flatMap(([id, group]) => rowFor('There, and of no use until it is mended', group, mendWords(id)));
}

/** One row for each rule behind the items. */
function byRule(
  items: readonly ItemView[],
  ruleIdOf: (view: ItemView) => string | null,
  whereOf: (rule: string) => string,
): Accessible[] {
  const groups = new Map<string, ItemView[]>();
  for (const view of items) {
    const id = ruleIdOf(view);
    if (id !== null) addToGroup(groups, id, [view]);
  }
  return [...groups].flatMap(([id, group]) => rowFor(whereOf(id), group, ruleOf(id)?.customer ?? id));
}

export const waiting = (missing: readonly ItemView[]): Accessible[] =>
  byRule(
    missing.filter(({ fate }) => fate === 'pending'),
    ({ rule }) => rule,
    (rule) => {
      if (isOfOwnWay(rule)) return 'In the app itself';
      // The watch and its backup are with the phone that it is paired with.
      return rule === 'direct/watch-waits' ? 'With the old phone' : 'Waits on this phone';
    },
  );

/** Rules by which a place has nothing to give, whatever is done: such a place is named as one that was looked at. */
const NOTHING_THERE: readonly RuleId[] = [
  'sync/keys-lost',
  'sync/end-to-end-reset',
  'sync/not-uploaded',
  'sync/deleted-there-too',
  'sync/managed-account-keeps-no-health',
  'own/backup-never-made',
  'own/backup-no-longer-kept',
  'own/backup-too-old',
  'own/backup-does-not-reach-back',
  'own/backup-for-another-number',
  'own/backup-fails',
  'own/transfer-without-the-old-phone',
  'own/transfer-for-another-number',
  'own/transfer-failed-for-good',
];

export const withheld = (missing: readonly ItemView[]): Accessible[] =>
  byRule(
    missing.filter(({ fate }) => fate !== 'pending'),
    ({ row }) => row.syncWithheld,
    (rule) => {
      const nothing = NOTHING_THERE.some((id) => id === rule);
      if (isOfOwnWay(rule)) return nothing ? 'Not in the app itself' : 'In the app itself';
      return nothing ? 'Not from iCloud' : 'iCloud';
    },
  );

/** What left the phone with its account lies in iCloud as before; why that copy does not come is told once. */
export const leftWithAccount = (missing: readonly ItemView[]): Accessible[] =>
  byRule(
    missing.filter(
      ({ rule, fate, row }) =>
        fate === 'lost-later' && rule !== null && isOfAccountLeft(rule) && row.syncWithheld === null,
    ),
    ({ rule }) => rule,
    (rule) => (rule === 'account/cards-went-with-it' ? 'In Wallet, by hand' : 'iCloud'),
  );

/**
 * What iCloud keeps lies there all the same where nobody is signed in, or where the story ended before its services
 * could deliver anything.
 */
export function keptByServices({ world, outcome, situation }: Ended, missing: readonly ItemView[]): Accessible[] {
  if (!situation || world.accounts.length === 0) return [];
  if (situation.account !== null && !UNFINISHED.has(outcome)) return [];
  const file = caseFileOf(world);
  const kept = missing.filter(({ id, fate, row }) => {
    const question = questionFor(file, must(file.item(id), id), situation);
    return (
      fate !== 'pending' &&
      fate !== 'lost-later' &&
      row.syncWithheld === null &&
      FACTS['service.now'].read(question) === 'on' &&
      FACTS['service.holds'].read(question) === 'yes'
    );
  });
  const trust = (view: ItemView): string =>
    FACTS['service.trust'].read(questionFor(file, must(file.item(view.id), view.id), situation));
  const sealed = kept.filter((view) => trust(view) === 'waits');
  const lost = kept.filter((view) => trust(view) === 'lost');
  return [
    ...rowFor(
      'iCloud',
      kept.filter((view) => !sealed.includes(view) && !lost.includes(view)),
      'Their services keep copies of their own, and bring them once the account is signed in.',
    ),
    ...rowFor(
      'iCloud',
      sealed,
      'Their services keep copies of their own, sealed from end to end. They come once the account is signed in and ' +
        'opened with the passcode of an older device or a recovery way.',
    ),
    ...rowFor('Not from iCloud', lost, must(ruleOf('sync/keys-lost'), 'sync/keys-lost').customer),
  ];
}

/** What iCloud is known to have of a service that was off at the backup and is off now: sync has no rule for it. */
export const heldThoughOff = ({ world }: Ended, missing: readonly ItemView[]): Accessible[] =>
  rowFor(
    'iCloud',
    missing.filter(({ id, fate, category, row }) => {
      const { service } = categoryNamed(category);
      const item = caseFileOf(world).item(id);
      return (
        service !== undefined &&
        fate !== 'pending' &&
        row.syncWithheld === null &&
        item?.uploaded === 'yes' &&
        item.syncs !== 'off' &&
        world.services[service].now === 'off'
      );
    }),
    ELSEWHERE.icloud.says,
  );

/** Not of this restore, and not lost either: it has another way, which is named. */
export const isKeptElsewhere = ({ hand }: ItemView): boolean => hand !== undefined;

const isOnInICloud = ({ services }: World, { category }: ItemView): boolean => {
  const { service } = categoryNamed(category);
  return service !== undefined && services[service].now === 'on';
};

export function keptElsewhere({ world, situation }: Ended, missing: readonly ItemView[]): Accessible[] {
  // A library that the customer has stated is told with its place.
  const told = { file: caseFileOf(world), situation };
  const stated = new Set(copiesOffered(told, new Set(missing.map(({ id }) => id))).flatMap(({ of }) => of));
  const left = missing.filter(
    (view) =>
      isKeptElsewhere(view) &&
      view.fate !== 'pending' &&
      view.row.syncWithheld === null &&
      !stated.has(view.id) &&
      !isOnInICloud(world, view),
  );
  return (Object.keys(ELSEWHERE) as Elsewhere[]).flatMap((hand) =>
    rowFor(
      ELSEWHERE[hand].where,
      left.filter((view) => view.hand === hand),
      ELSEWHERE[hand].says,
    ),
  );
}

export function copies({ world, situation }: Ended, missing: readonly ItemView[]): Accessible[] {
  const file = caseFileOf(world);
  const ids = new Set(missing.map(({ id }) => id));
  // What becomes of a copy that the app keeps by itself is told by its rules, with all that it hangs on.
  const offered = copiesOffered({ file, situation }, ids).filter(({ kind }) => !OWN_WAYS.some((way) => way === kind));
  return offered.map(({ kind, of, where }) => {
    const items = of.map((id) => must(file.item(id), id));
    const isThere = kind === 'recently-deleted' && items.every((item) => liesOnOneDevice(file, item));
    const place = where ?? (isThere ? 'on the device that it was deleted from' : undefined);
    return {
      where: `${COPY_SOURCES[kind].title}${place === undefined ? '' : `: ${place}`}`,
      what: titlesOf(items),
      says: COPY_SOURCES[kind].says,
    };
  });
}

const NOT_KNOWN_TO_BE_THERE: ReadonlySet<Fate | null> = new Set(['pending', null]);

/** PP-26: a line is moved and not copied, so where nobody knows of it the old phone may have it no longer. */
const isMovedAway = ({ fate, category }: ItemView): boolean => fate === 'unknown' && category === 'esim';

/** What no phone gives to another, so that keeping the old one helps nobody to it. */
const MADE_ANEW: ReadonlySet<string> = new Set(['payment-cards', 'biometrics', 'device-passcode']);

/** What did not come lies where it came from while that phone lives; an app’s own transfer may have emptied it. */
export function leftOnOldPhone(world: World, missing: readonly ItemView[]): Accessible[] {
  const { oldPhone } = world;
  if (oldPhone?.state !== 'at-hand' && oldPhone?.state !== 'broken') return [];
  const file = caseFileOf(world);
  const left = missing.filter((view) => {
    const { id, fate, rule, category } = view;
    const item = must(file.item(id), id);
    return (
      !NOT_KNOWN_TO_BE_THERE.has(fate) &&
      !isMovedAway(view) &&
      !isOfOwnWay(rule) &&
      categoryNamed(category).returns !== 'store' &&
      !MADE_ANEW.has(category) &&
      item.deleted === undefined &&
      homeOf(file, item) === oldPhone.name
    );
  });
  // AX-06: its app fetches the empty state as soon as it reaches the server.
  const emptied = left.filter(({ rule }) => rule === 'phone/emptied-by-its-app');
  if (oldPhone.state === 'broken')
    return rowFor(
      'The old phone',
      left,
      'It cannot be used now. What is on it may be there again if it can be repaired, so keep the old phone ' +
        'until then.',
    );
  return [
    ...rowFor(
      'The old phone',
      left.filter((view) => !emptied.includes(view)),
      'Still there. Keep the old phone as it is until all of it is here in another way.',
    ),
    ...rowFor(
      'The old phone',
      emptied,
      'It may be there until its app reaches the server and takes the empty state over. Take the old phone off every ' +
        'network before the app is opened, and export from it there.',
    ),
  ];
}
