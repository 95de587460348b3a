import { addToGroup } from '../../src/model/groups.ts';
import { must } from '../../src/model/must.ts';
import type { Item } from '../../src/model/world.ts';
import type { ServiceId } from '../../src/model/services.ts';
import { SERVICE_IDS } from '../../src/model/services.ts';
import { type CaseFile, categoryOf } from '../../src/rulebook/case/case-file.ts';
import { isNamed, type Situation } from '../../src/rulebook/case/situation.ts';
import { leavesWith } from '../../src/rulebook/facts/account-left.facts.ts';
import { questionFor } from '../../src/rulebook/judge/decide.ts';
import { freeze, type ItemGroup, judge } from '../../src/rulebook/judge/judgement.ts';
import { isOfOwnWay } from '../../src/rulebook/rules/own-way.ts';
import { durationOf } from '../content-download/download-queue.ts';

/** What iCloud sync goes by: the situation with the Home Screen, and the answer about the chain. */
export interface SyncCase {
  readonly file: CaseFile;
  /** As the restore reported it with the Home Screen; null before that. */
  readonly situation: Situation | null;
  readonly restoreRan: boolean;
  readonly keychainPasscode: Situation['keychainPasscode'];
}

/** One to which the restore has reported. */
interface Reported extends SyncCase {
  readonly situation: Situation;
}
const isReported = (sync: SyncCase): sync is Reported => sync.situation !== null;
const reported = (sync: SyncCase): Reported => ({ ...sync, situation: must(sync.situation, 'what the restore left') });

/** What one iCloud service delivers in its turn, and how long that takes. */
export interface SyncTurn {
  readonly service: ServiceId;
  readonly items: readonly Item[];
  readonly durationMs: number;
}

/** What the restore had brought and what then left with its account: after a new sign-in iCloud brings it. */
const hadLeft = (file: CaseFile, item: Item, situation: Situation): boolean =>
  isNamed(situation.returned) &&
  ['removed', 'by-itself', 'unknown'].includes(leavesWith(questionFor(file, item, situation), situation.returned));

/** Items that the restore does not bring, by the service that may keep a copy; services in their own order. */
function itemsByService({ file, situation, restoreRan }: Reported): ReadonlyMap<ServiceId, readonly Item[]> {
  return file.rememberFor(situation, `sync ${restoreRan}`, () => {
    const brought = new Set(restoreRan ? freeze(file, situation).eligible : []);
    const byService = new Map<ServiceId, Item[]>(SERVICE_IDS.map((service) => [service, []]));
    for (const item of file.world.items) {
      const { service } = categoryOf(item);
      if (service && (!brought.has(item) || hadLeft(file, item, situation))) addToGroup(byService, service, [item]);
    }
    // Most worlds keep something in two or three of the services: the others are not asked about again and again.
    return new Map([...byService].filter(([, items]) => items.length > 0));
  });
}

/** What becomes of iCloud's own copies, under an answer about the chain. */
const judgedUnder = (
  { file, situation }: Reported,
  items: readonly Item[],
  keychainPasscode: Situation['keychainPasscode'],
): readonly ItemGroup[] => judge(file, items, { ...situation, keychainPasscode }, 'sync');

interface OfService {
  readonly service: ServiceId;
  readonly items: readonly Item[];
  readonly groups: readonly ItemGroup[];
}

/** Who has joined two phones has given the passcode there: nothing waits for an answer that came before. */
const answeredBefore = ({ keychainPasscode }: Situation): 'given' | 'not-asked' =>
  keychainPasscode === 'given' ? 'given' : 'not-asked';

/** The same before anybody has answered here, service by service: whatever is told of sync begins with it. */
function judgedAtFirst(sync: Reported): readonly OfService[] {
  const { file, situation, restoreRan } = sync;
  return file.rememberFor(situation, `sync at first ${restoreRan}`, () =>
    [...itemsByService(sync)].map(([service, items]) => ({
      service,
      items,
      groups: judgedUnder(sync, items, answeredBefore(situation)),
    })),
  );
}

const ofOutcome = (items: readonly Item[], groups: readonly ItemGroup[], outcome: ItemGroup['outcome']): Item[] => {
  const ids = new Set(groups.filter((group) => group.outcome === outcome).flatMap((group) => group.items));
  return items.filter(({ id }) => ids.has(id));
};

/** What waits for a way of its app’s own hangs on nothing that iCloud does; it is told with the other own ways. */
const hangsOnICloud = ({ rule }: ItemGroup): boolean => !isOfOwnWay(rule);

interface Sealed {
  readonly open: readonly Item[];
  readonly sealed: readonly Item[];
}

/** For each service: what it delivers whatever is answered, and what waits for an answer about the chain. */
function partsOf(sync: Reported): ReadonlyMap<ServiceId, Sealed> {
  const { file, situation, restoreRan } = sync;
  return file.rememberFor(situation, `sync parts ${restoreRan}`, () => {
    const parts = judgedAtFirst(sync).map(
      ({ service, items, groups }) =>
        [
          service,
          {
            open: ofOutcome(items, groups, 'synced'),
            sealed: ofOutcome(items, groups.filter(hangsOnICloud), 'pending'),
          },
        ] as const,
    );
    return new Map(parts);
  });
}

/** All that the chain holds back. */
export const sealedItems = (sync: SyncCase): readonly Item[] =>
  isReported(sync) ? [...partsOf(sync).values()].flatMap(({ sealed }) => sealed) : [];

/** What no answer opens, since nobody has one: the phone cannot know that, and asks for it all the same. */
export function shutItems(sync: SyncCase): readonly Item[] {
  if (!isReported(sync)) return [];
  const { file, situation, restoreRan } = sync;
  return file.rememberFor(situation, `sync shut ${restoreRan}`, () =>
    judgedAtFirst(sync).flatMap(({ items, groups }) => {
      const lost = groups.filter(({ rule }) => rule === 'sync/keys-lost');
      const ids = new Set(lost.flatMap((group) => group.items));
      return items.filter(({ id }) => ids.has(id));
    }),
  );
}

/**
 * What was open without an answer about the chain and has not come so far, such as messages whose key lies in the
 * backup, or of which nobody knows whether it does: a reset takes what iCloud seals of it.
 */
export function openAhead(sync: SyncCase & { readonly done: number }): readonly Item[] {
  if (!isReported(sync)) return [];
  const isAhead = new Set(notYetDelivered(sync));
  return judgedAtFirst(sync).flatMap(({ items, groups }) => [
    ...ofOutcome(items, groups, 'synced').filter((item) => isAhead.has(item)),
    ...ofOutcome(
      items,
      groups.filter(({ missing }) => missing === 'service.trust'),
      'unknown',
    ),
  ]);
}

export const judgeUnder = (sync: SyncCase, items: readonly Item[]): readonly ItemGroup[] =>
  judgedUnder(reported(sync), items, sync.keychainPasscode);

/** Why copies do not come, or not yet: all that iCloud keeps but what its services deliver by themselves. */
export const withheldAtFirst = (sync: SyncCase): readonly ItemGroup[] =>
  judgedAtFirst(reported(sync)).flatMap(({ groups }) =>
    groups.filter((group) => group.outcome !== 'synced' && hangsOnICloud(group)),
  );

const turnOf = (file: CaseFile, service: ServiceId, items: readonly Item[]): readonly SyncTurn[] => {
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
  return items.length === 0 ? [] : [{ service, items, durationMs: durationOf(file, bytes) }];
};

/**
 * The services that have something to deliver, in the order of their turns: what is open first, then what the answer
 * about the chain has opened. An answer only adds to the end, so those that have had their turn stay where they are.
 */
export function turnsOf(sync: SyncCase): readonly SyncTurn[] {
  if (!isReported(sync)) return [];
  const { file, situation, restoreRan, keychainPasscode } = sync;
  return file.rememberFor(situation, `sync turns ${restoreRan} ${keychainPasscode}`, () => {
    const parts = [...partsOf(sync)];
    return [
      ...parts.flatMap(([service, { open }]) => turnOf(file, service, open)),
      ...parts.flatMap(([service, { sealed }]) =>
        turnOf(file, service, ofOutcome(sealed, judgedUnder(sync, sealed, keychainPasscode), 'synced')),
      ),
    ];
  });
}

/** What iCloud keeps and has not brought so far: turns that are ahead, and what is sealed still. */
export function notYetDelivered(sync: SyncCase & { readonly done: number }): readonly Item[] {
  const isOpen = sync.keychainPasscode === 'given' || sync.keychainPasscode === 'reset';
  return [
    ...turnsOf(sync)
      .slice(sync.done)
      .flatMap(({ items }) => items),
    ...(isOpen ? [] : sealedItems(sync)),
  ];
}
