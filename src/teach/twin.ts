import { factsBehind } from '../insight/what-if/what-matters.ts';
import { Draw } from '../model/draw.ts';
import type { Fate } from '../model/fates.ts';
import { must } from '../model/must.ts';
import type { Item } from '../model/world.ts';
import { categoryOf } from '../rulebook/case/case-file.ts';
import type { LedgerRow } from '../run/ledger.ts';
import type { Run } from '../run/play.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Confusion, confusionOf, fatesOf, pairOf } from './confusions.ts';
import { factsFor } from './diagnose/seen.ts';
import type { LessonCase } from './lesson.ts';
import {
  type Contrast,
  rowIn,
  type TriedTwin,
  tryCandidate,
  type TwinCandidate,
  twinCandidates,
} from './twin-candidates.ts';
import type { Variant } from './variant.ts';

/** The same phone with one condition that differs, and one item for which something else follows. */
export interface Twin {
  readonly item: Item;
  readonly here: LedgerRow;
  readonly there: LedgerRow;
  /** The two fates, in the order of the fates. */
  readonly pair: Confusion;
  /** What can be named as the one that differs: the right one and others with which the item ends as it does here. */
  readonly options: readonly Contrast[];
  /** The place of the right one. */
  readonly key: number;
  readonly scenario: Scenario;
  readonly run: Run;
  /** Other items that end otherwise too. */
  readonly others: readonly string[];
}

export interface TwinOptions {
  /** Runs at most; each takes a few milliseconds. */
  readonly most?: number;
  readonly offered?: number;
}

/** A twin as it can be told to another thread: all of it but the two stories. */
export interface TwinPlan {
  readonly item: string;
  readonly options: readonly Contrast[];
  readonly key: number;
}

export const planOf = ({ item, options, key }: Twin): TwinPlan => ({ item: item.id, options, key });

/** By case and seed: the same learner at the same task has the same twin, however often the task is opened. */
const known = new WeakMap<LessonCase, Map<string, Twin | null>>();

function keep(variant: Variant, twin: Twin | null): Twin | null {
  let ofCase = known.get(variant.case);
  if (!ofCase) known.set(variant.case, (ofCase = new Map()));
  ofCase.set(variant.seed, twin);
  return twin;
}

/** Takes over what was found elsewhere, such as in a worker: only the other story is played again. */
export function rememberTwin(variant: Variant, plan: TwinPlan | null): Twin | null {
  if (plan === null) return keep(variant, null);
  const contrast = must(plan.options[plan.key], 'the condition that differs');
  const candidate = twinCandidates(variant.scenario).find(
    ({ contrast: { path, to } }) => path === contrast.path && to === contrast.to,
  );
  const by = must(tryCandidate(variant.scenario, variant.run, must(candidate, contrast.path)), 'a twin that was found');
  const item = must(
    variant.items.find(({ id }) => id === plan.item),
    plan.item,
  );
  return keep(variant, twinBy(variant, by, item, plan));
}

/**
 * The twin of a variant: one condition differs, and with it one item ends otherwise. Pairs of fates that are wanted
 * come first, then twins in which nothing else moves: what looks equal is compared best. `null`: there is none, or none
 * beside which another condition could be named. Which of several it is hangs on the learner's seed alone.
 */
export function twinOf(variant: Variant, about: readonly Confusion[] = [], options: TwinOptions = {}): Twin | null {
  const twin = known.get(variant.case)?.get(variant.seed);
  return twin === undefined ? keep(variant, lookForTwin(variant, about, options)) : twin;
}

function twinBy(
  { run }: Variant,
  by: TriedTwin,
  item: Item,
  { options, key }: Pick<TwinPlan, 'options' | 'key'>,
): Twin {
  const [here, there] = [rowIn(run, item.id), rowIn(by.run, item.id)];
  return {
    item,
    here,
    there,
    pair: must(pairIn(here.fate, there.fate), 'the pair of fates of a twin'),
    options,
    key,
    scenario: by.scenario,
    run: by.run,
    others: by.moved.filter((id) => id !== item.id),
  };
}

function lookForTwin(
  variant: Variant,
  about: readonly Confusion[],
  { most = 160, offered = 4 }: TwinOptions,
): Twin | null {
  const { scenario, run: base } = variant;
  const draw = new Draw(`${variant.seed}|twin`);
  const wanted = new Set(about.map(pairOf));
  const candidates = likelyFirst(draw.shuffled(twinCandidates(scenario)), variant, wanted);
  const tried = new Map<TwinCandidate, TriedTwin | null>();
  const tryOne = (candidate: TwinCandidate): TriedTwin | null => {
    let one = tried.get(candidate);
    if (one === undefined) tried.set(candidate, (one = tryCandidate(scenario, base, candidate)));
    return one;
  };
  let best: { readonly by: TriedTwin; readonly item: Item; readonly rank: number } | undefined;
  for (const candidate of candidates.slice(0, most)) {
    const one = tryOne(candidate);
    if (!one) continue;
    for (const item of variant.items) {
      const rank = rankOf(base, one, item, wanted);
      if (rank !== null && (!best || rank < best.rank)) best = { by: one, item, rank };
    }
    if (best?.rank === 0) break;
  }
  if (!best) return null;
  const { by, item } = best;
  const others = othersBeside(variant, item, by, { candidates, tryOne, most: offered - 1 });
  if (others.length === 0) return null;
  const options = draw.shuffled([by.contrast, ...others]);
  return twinBy(variant, by, item, { options, key: options.indexOf(by.contrast) });
}

/** First what moves a fact behind an item whose fate is one of a wanted pair: there a twin is found soon. */
function likelyFirst(
  candidates: readonly TwinCandidate[],
  { run, items }: Variant,
  wanted: ReadonlySet<Confusion>,
): readonly TwinCandidate[] {
  const fates = new Set<Fate | null>([...wanted].flatMap(fatesOf));
  const facts = new Set(
    items
      .map(({ id }) => rowIn(run, id))
      .filter(({ fate }) => wanted.size === 0 || fates.has(fate))
      .flatMap((row) => [...factsBehind(run, row)]),
  );
  const isLikely = ({ condition }: TwinCandidate): boolean => condition.moves.some((fact) => facts.has(fact));
  return [...candidates.filter(isLikely), ...candidates.filter((candidate) => !isLikely(candidate))];
}

/**
 * What else could be named: conditions that rules read for such an item too, each played, and none of which changes
 * where it ends. Those come first that speak of nothing else.
 */
function othersBeside(
  { run, scenario }: Variant,
  item: Item,
  by: TriedTwin,
  search: {
    readonly candidates: readonly TwinCandidate[];
    readonly tryOne: (candidate: TwinCandidate) => TriedTwin | null;
    readonly most: number;
  },
): readonly Contrast[] {
  const { file } = run.simulation;
  const facts = factsFor(file, item.category, [scenario.route]);
  const { service } = categoryOf(item);
  const isAbout = ({ condition }: TwinCandidate): boolean => {
    const of = condition.item === undefined ? item : file.item(condition.item);
    return (
      (of?.id === item.id || (item.app !== undefined && of?.app === item.app)) &&
      (condition.service === undefined || condition.service === service)
    );
  };
  const isRead = ({ condition }: TwinCandidate): boolean => condition.moves.some((fact) => facts.has(fact));
  const ordered = [
    ...search.candidates.filter((one) => isAbout(one) && isRead(one)),
    ...search.candidates.filter((one) => !isAbout(one) && isRead(one)),
  ];
  const found: Contrast[] = [];
  for (const candidate of ordered) {
    if (found.length >= search.most) break;
    const { contrast } = candidate;
    if ([by.contrast, ...found].some(({ path, title }) => path === contrast.path || title === contrast.title)) continue;
    const one = search.tryOne(candidate);
    if (one && rowIn(one.run, item.id).fate === rowIn(run, item.id).fate) found.push(contrast);
  }
  return found;
}

/** Small is good; `null`: this item ends in both alike, or nobody can tell where. */
function rankOf(base: Run, { run, moved }: TriedTwin, { id }: Item, wanted: ReadonlySet<Confusion>): number | null {
  const pair = pairIn(rowIn(base, id).fate, rowIn(run, id).fate);
  if (pair === null) return null;
  const isWanted = wanted.size === 0 || wanted.has(pair);
  return (isWanted ? 0 : 1000) + moved.length - 1;
}

const pairIn = (here: Fate | null, there: Fate | null): Confusion | null =>
  here === null || there === null || here === there || here === 'unknown' || there === 'unknown'
    ? null
    : pairOf(confusionOf(here, there));
