import { addToGroup, groupOf } from '../../src/model/groups.ts';
import { HOUR } from '../../src/model/time.ts';
import type { Item } from '../../src/model/world.ts';
import { type CaseFile, categoryOf } from '../../src/rulebook/case/case-file.ts';
import { DOWNLOAD_KINDS, type DownloadKind } from '../../src/rulebook/categories/category.ts';
import { decideAll } from '../../src/rulebook/judge/decide.ts';
import { ownCopy } from '../../src/rulebook/case/on-the-device.ts';
import { freeze, isHandedOver, isPlaced } from '../../src/rulebook/judge/judgement.ts';
import { routeOf, type Situation } from '../../src/rulebook/case/situation.ts';

/** A stretch of the content download that arrives as one. */
export interface Batch {
  readonly kind: DownloadKind;
  /** A cable brought it before the restart: it waits for no network and no power. */
  readonly isHere: boolean;
  readonly items: readonly Item[];
  readonly bytes: number;
}

/** Few enough that a large library takes no more steps than a person can follow. */
const BATCHES_PER_KIND = 40;
const MIN_BATCH_MS = 20_000;

/** C16: hours for each gigabyte, never outside 1 to 4. Slower away from the usual region. */
export function hoursPerGigabyte({ surroundings }: CaseFile['world']): number {
  const atHome = { fast: 1, usual: 2, slow: 4 }[surroundings.speed];
  return Math.min(4, surroundings.region === 'abroad' ? atHome * 2 : atHome);
}

export const durationOf = (file: CaseFile, bytes: number): number =>
  Math.max(MIN_BATCH_MS, Math.round((bytes / 1e9) * hoursPerGigabyte(file.world) * HOUR));

/** Simulated milliseconds for a batch: what waits for a password or a login, or cannot come, takes no time. */
export function batchDurationOf(file: CaseFile, batch: Batch | undefined, situation: Situation): number {
  if (!batch) return 0;
  const verdicts = decideAll(file, batch.items, situation, ['download']);
  // From an old phone or a computer only what the store delivers comes down: the rest is there, or waits for its app.
  const isCloud = routeOf(file, situation) === 'icloud';
  const coming = batch.items.filter((_, index) => {
    const verdict = verdicts[index];
    return verdict ? verdict.outcome === 'downloaded-again' : isCloud;
  });
  return durationOf(
    file,
    coming.reduce((sum, item) => sum + item.bytes, 0),
  );
}

/** What the store would deliver and what never left the device is not fetched a second time. */
export const isThereAlready = (file: CaseFile, item: Item, situation: Situation): boolean =>
  categoryOf(item).returns === 'store' && ownCopy(file, item, situation) === 'stayed';

/**
 * What comes down after the restart, kind by kind, after what a cable has brought already. Within a kind the small come
 * first, and what is of one size by its id: whoever stops half-way has the same things, however the file is sorted.
 */
export function downloadQueue(file: CaseFile, situation: Situation): readonly Batch[] {
  return file.rememberFor(situation, 'queue', () => {
    const waiting = freeze(file, situation).eligible.filter(
      (item) => !isPlaced(file, item, situation) && !isThereAlready(file, item, situation),
    );
    const isHere = (item: Item): boolean => isHandedOver(file, item, situation);
    const ahead = waiting.filter((item) => !isHere(item));
    return [...byKind(waiting.filter(isHere), true), ...byKind(ahead, false)];
  });
}

function byKind(items: readonly Item[], isHere: boolean): readonly Batch[] {
  const kinds = new Map<DownloadKind, Item[]>(DOWNLOAD_KINDS.map((kind) => [kind, []]));
  for (const item of items) addToGroup(kinds, categoryOf(item).kind, [item]);
  return [...kinds].flatMap(([kind, ofKind]) => batchesOf(kind, isHere, ofKind.toSorted(bySize)));
}

/** For each queued item the place of its batch. */
export const placeInQueue = (file: CaseFile, situation: Situation): ReadonlyMap<string, number> =>
  file.rememberFor(
    situation,
    'places in the queue',
    () =>
      new Map(
        downloadQueue(file, situation).flatMap(({ items }, place) => items.map(({ id }) => [id, place] as const)),
      ),
  );

/** A queued item, and the place in the queue of the batch that brings it. */
interface Queued {
  readonly item: Item;
  readonly batch: number;
}

/** What of an app's data the first batches of the queue bring. Each login asks, so the queue is sorted by app once. */
export function queuedOfApp(
  file: CaseFile,
  situationAtFreeze: Situation,
  app: string,
  batches = Number.POSITIVE_INFINITY,
): readonly Item[] {
  const ofApp = groupOf(queuedByApp(file, situationAtFreeze), app);
  return ofApp.flatMap(({ item, batch }) => (batch < batches ? [item] : []));
}

const queuedByApp = (file: CaseFile, situation: Situation): ReadonlyMap<string | undefined, readonly Queued[]> =>
  file.rememberFor(situation, 'queue by app', () => {
    const byApp = new Map<string | undefined, Queued[]>();
    for (const [batch, { items }] of downloadQueue(file, situation).entries()) {
      for (const item of items) {
        if (item.category !== 'app') addToGroup(byApp, item.app, [{ item, batch }]);
      }
    }
    return byApp;
  });

const bySize = (a: Item, b: Item): number => a.bytes - b.bytes || (a.id < b.id ? -1 : 1);

function batchesOf(kind: DownloadKind, isHere: boolean, items: readonly Item[]): Batch[] {
  const size = Math.max(1, Math.ceil(items.length / BATCHES_PER_KIND));
  const batches: Batch[] = [];
  for (let start = 0; start < items.length; start += size) {
    const slice = items.slice(start, start + size);
    batches.push({ kind, isHere, items: slice, bytes: slice.reduce((sum, item) => sum + item.bytes, 0) });
  }
  return batches;
}

/**
 * C13: every account beside the one signed in that bought something in this backup, in the order of the download; one
 * prompt each.
 */
export function accountsToAsk(
  file: CaseFile,
  situationAtFreeze: Situation,
  signedIn: string | null,
): readonly string[] {
  return file.rememberFor(situationAtFreeze, `ask ${signedIn}`, () => {
    const backup = file.backup(situationAtFreeze.backup);
    const buyers = new Set<string>();
    for (const batch of downloadQueue(file, situationAtFreeze)) {
      for (const item of batch.items) {
        const buyer = categoryOf(item).returns === 'store' ? file.buyerOf(item, backup) : null;
        if (buyer !== null && buyer !== signedIn) buyers.add(buyer);
      }
    }
    return [...buyers];
  });
}
