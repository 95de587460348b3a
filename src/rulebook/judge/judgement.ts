import { madeOnce } from '../../model/groups.ts';
import { eachOf } from '../../model/optional.ts';
import { type Fate, type Gate, GATES_AT_FREEZE, GATES_BEFORE_CHOICE, GATES_OF_RESTORE } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import type { Item } from '../../model/world.ts';
import { type CaseFile, categoryOf } from '../case/case-file.ts';
import { CATEGORIES } from '../categories/categories.ts';
import { decideAll, type Verdict } from './decide.ts';
import type { FactId } from '../facts/facts.ts';
import { failureHere } from '../case/computer-restore.ts';
import { isPerhaps, type Lacking, partNamed, routeOf, type Situation } from '../case/situation.ts';
import type { Category } from '../categories/category.ts';

/** Items that one rule treats alike. `rule` is null for those that passed. */
export interface ItemGroup {
  readonly items: readonly string[];
  readonly gate: Gate;
  readonly rule: string | null;
  readonly outcome: Fate | 'eligible';
  readonly missing?: FactId;
  readonly also: readonly string[];
}

interface Frozen {
  /** Category ids in the order of the category table, only those that occur. */
  readonly categories: readonly string[];
  readonly groups: Readonly<Record<string, readonly ItemGroup[]>>;
  readonly eligible: readonly Item[];
  readonly stopped: number;
  readonly excluded: number;
}

/** All verdicts up to the freeze, category by category. */
export function freeze(file: CaseFile, situation: Situation): Frozen {
  return file.rememberFor(situation, 'frozen', () => {
    const byCategory = itemsByCategory(file);
    const groups: Record<string, readonly ItemGroup[]> = {};
    const eligible = new Set<Item>();
    let excluded = 0;
    for (const [category, items] of byCategory) {
      const verdicts = decideAll(file, items, situation, GATES_AT_FREEZE);
      groups[category] = groupByVerdict(items, verdicts, 'eligibility');
      for (const [place, item] of items.entries()) {
        const verdict = verdicts[place];
        if (!verdict) eligible.add(item);
        else if (verdict.outcome === 'excluded') excluded += 1;
      }
    }
    const inOrder = file.world.items.filter((item) => eligible.has(item));
    return {
      categories: [...byCategory.keys()],
      groups,
      eligible: inOrder,
      stopped: file.world.items.length - inOrder.length,
      excluded,
    };
  });
}

/** What each item needs and has not, as items. */
export const missingParts =
  (file: CaseFile, lacking: Lacking) =>
  ({ id }: Item): readonly Item[] =>
    eachOf(lacking[id]).map((need) => {
      const part = must(file.item(partNamed(need)), `the item ${need}`);
      return isPerhaps(need) ? { ...part, id: need } : part;
    });

/** What becomes of eligible items at a later gate, in the situation of that moment. */
export function judge(
  file: CaseFile,
  items: readonly Item[],
  situation: Situation,
  gate: Gate,
  lacking?: (item: Item) => readonly Item[],
): readonly ItemGroup[] {
  return groupByVerdict(items, decideAll(file, items, situation, [gate], lacking), gate);
}

/** The same after the situation has changed, for those items alone to which the change makes a difference. */
export function judgeAnew(
  file: CaseFile,
  items: readonly Item[],
  before: Situation,
  after: Situation,
  gate: Gate,
): readonly ItemGroup[] {
  const was = decideAll(file, items, before, [gate]);
  const is = decideAll(file, items, after, [gate]);
  const differs = (_: unknown, index: number): boolean =>
    was[index]?.rule !== is[index]?.rule || was[index]?.outcome !== is[index]?.outcome;
  return groupByVerdict(items.filter(differs), is.filter(differs), gate);
}

/** That a restore still runs is told at the download, however early its story was left. */
const GATES_OF_A_STORY_LEFT_EARLY: readonly Gate[] = [...GATES_BEFORE_CHOICE, 'download'];

/** The verdicts for items that have none yet when the restore ends early or never starts. */
export function judgeAtClose(
  file: CaseFile,
  items: readonly Item[],
  situation: Situation,
  gate: Gate,
): readonly ItemGroup[] {
  // Where no backup was chosen, nothing further on would have stopped anything.
  const beforeChoice = situation.ended === 'story-ended' ? GATES_OF_A_STORY_LEFT_EARLY : GATES_BEFORE_CHOICE;
  const gates = situation.backup === null ? beforeChoice : GATES_OF_RESTORE;
  const verdicts = decideAll(file, items, situation, gates).map((verdict) => certainAtClose(file, verdict));
  return groupByVerdict(items, verdicts, gate);
}

/**
 * Where nothing of a backup was put anywhere, nobody has to be asked whether it held an item: it did not come, whatever
 * the answer is, and what kept the whole restore back is certain.
 */
function certainAtClose(file: CaseFile, verdict: Verdict | null): Verdict | null {
  if (verdict?.outcome !== 'unknown' || verdict.gate !== 'capture') return verdict;
  const { book } = file;
  const place = verdict.also.findIndex((id) => book[id]?.outcome === 'not-downloaded');
  const rule = verdict.also[place];
  if (rule === undefined) return verdict;
  const { gate, outcome } = must(book[rule], rule);
  return { gate, rule, outcome, also: verdict.also.slice(place + 1) };
}

/** Whether its turn comes before the restart; what fails there fails at its place, whatever kind of data it is. */
export const isPlaced = (file: CaseFile, item: Item, situation: Situation): boolean =>
  returnsIn(file, item, situation) === 'placement' || failureHere(file, item, situation)?.at === 'placement';

export const placedItems = (file: CaseFile, situation: Situation): readonly Item[] =>
  file.rememberFor(situation, 'placed', () =>
    freeze(file, situation).eligible.filter((item) => isPlaced(file, item, situation)),
  );

/** What would return and cannot be read or written, and is passed over for that. */
export const skippedItems = (file: CaseFile, situation: Situation): readonly Item[] =>
  freeze(file, situation).eligible.filter((item) => {
    const fails = failureHere(file, item, situation);
    return fails?.and === 'skipped' && fails.at !== 'capture';
  });

/** The item at which a restore breaks off, in the part in which it fails. */
export const stopperAmong = (
  file: CaseFile,
  items: readonly Item[],
  situation: Situation,
  at: 'placement' | 'download',
): Item | undefined =>
  items.find((item) => {
    const fails = failureHere(file, item, situation);
    return fails?.and === 'stops' && fails.at === at;
  });

/** What comes down from iCloud after the restart, and no program has to come for. */
function waitsForNoApp(item: Item): boolean {
  const { returns, kind } = categoryOf(item);
  return returns === 'background' && kind !== 'apps';
}

/** What a computer hands over by its cable before the restart: nothing of it is fetched after that (LC-05, LC-08). */
export const isHandedOver = (file: CaseFile, item: Item, situation: Situation): boolean =>
  waitsForNoApp(item) && routeOf(file, situation) === 'computer';

/**
 * When an eligible item returns. From an old phone everything comes over the link between the phones and is there
 * before the restart; only what belongs to an app waits for its program, which the store delivers (PP-09).
 */
export const returnsIn = (file: CaseFile, item: Item, situation: Situation): Category['returns'] =>
  waitsForNoApp(item) && routeOf(file, situation) === 'direct' ? 'placement' : categoryOf(item).returns;

export function groupByVerdict(items: readonly Item[], verdicts: readonly (Verdict | null)[], gate: Gate): ItemGroup[] {
  const groups = new Map<string, { readonly verdict: Verdict | null; readonly items: string[] }>();
  // Items that agree share one verdict, so its words are made once for all of them.
  const groupOfVerdict = new Map<Verdict | null, string[]>();
  for (const [index, verdict] of verdicts.entries()) {
    const { id } = must(items[index], 'the item of a verdict');
    let ids = groupOfVerdict.get(verdict);
    if (!ids) {
      ({ items: ids } = madeOnce(groups, wordsOf(verdict), () => ({ verdict, items: [] })));
      groupOfVerdict.set(verdict, ids);
    }
    ids.push(id);
  }
  return [...groups.values()].map(({ verdict, items: ids }) =>
    verdict ? { items: ids, ...verdict } : { items: ids, gate, rule: null, outcome: 'eligible', also: [] },
  );
}

const wordsOf = (verdict: Verdict | null): string =>
  verdict ? [verdict.gate, verdict.rule, verdict.outcome, verdict.missing, ...verdict.also].join(' ') : '';

function itemsByCategory(file: CaseFile): ReadonlyMap<string, readonly Item[]> {
  return file.remember('items by category', () => {
    const cache = new Map<string, Item[]>();
    for (const category of Object.keys(CATEGORIES)) cache.set(category, []);
    for (const item of file.world.items) must(cache.get(item.category), item.category).push(item);
    return new Map([...cache].filter(([, items]) => items.length > 0));
  });
}
