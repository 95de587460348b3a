import type { Condition } from '../insight/what-if/condition.ts';
import { itemConditions, listConditions } from '../insight/what-if/conditions.ts';
import { conditionDifferences } from '../insight/explain/compare.ts';
import { Draw } from '../model/draw.ts';
import type { Fate } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { InputError } from '../model/problem.ts';
import type { Item } from '../model/world.ts';
import { categoryOf } from '../rulebook/case/case-file.ts';
import { UNKNOWN } from '../rulebook/facts/fact.ts';
import type { LedgerRow } from '../run/ledger.ts';
import { play, type Run } from '../run/play.ts';
import { type Changes, withChanges } from '../scenario/change.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Confusion, confusionOf, pairOf } from './confusions.ts';
import { factsFor } from './diagnose/seen.ts';
import type { Variant } from './variant.ts';

/** One condition with two values, as a person reads it. */
export interface Contrast {
  readonly path: string;
  readonly to: string;
  readonly title: string;
  readonly here: string;
  readonly there: string;
}

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

interface Candidate {
  readonly condition: Condition;
  readonly contrast: Contrast;
  readonly changes: Changes;
}

/** A candidate that was played, and what it changed. */
interface Tried extends Candidate {
  readonly scenario: Scenario;
  readonly run: Run;
  readonly moved: readonly string[];
}

/** Ways of changing a world that change more of it than one thing. */
const WIDER: ReadonlySet<string> = new Set(['route', 'newBackup']);

const known = new WeakMap<Variant, Twin | null>();

/**
 * The twin of a variant: one condition differs, and with it one item ends otherwise. Pairs of fates that are wanted
 * come first, then twins in which nothing else moves: what looks equal is compared best. `null`: there is none, or none
 * beside which enough other conditions could be named. Which of several it is hangs on the learner's seed alone.
 */
export function twinOf(variant: Variant, about: readonly Confusion[] = [], options: TwinOptions = {}): Twin | null {
  let twin = known.get(variant);
  if (twin === undefined) known.set(variant, (twin = lookForTwin(variant, about, options)));
  return twin;
}

function lookForTwin(
  variant: Variant,
  about: readonly Confusion[],
  { most = 160, offered = 4 }: TwinOptions,
): Twin | null {
  const { scenario, run: base } = variant;
  const draw = new Draw(`${variant.seed}|twin`);
  const wanted = new Set(about.map(pairOf));
  const candidates = draw.shuffled(candidatesOf(scenario));
  const tried = new Map<Candidate, Tried | null>();
  const tryOne = (candidate: Candidate): Tried | null => {
    let one = tried.get(candidate);
    if (one === undefined) tried.set(candidate, (one = tryCandidate(scenario, base, candidate)));
    return one;
  };
  let best: { readonly by: Tried; readonly item: Item; readonly rank: number } | undefined;
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
  const here = rowIn(base, item.id);
  const there = rowIn(by.run, item.id);
  const options = draw.shuffled([by.contrast, ...others]);
  return {
    item,
    here,
    there,
    pair: must(pairIn(here.fate, there.fate), 'the pair of fates of a twin'),
    options,
    key: options.indexOf(by.contrast),
    scenario: by.scenario,
    run: by.run,
    others: by.moved.filter((id) => id !== item.id),
  };
}

/**
 * What else could be named: conditions that rules read for such an item too, each played, and none of which changes
 * where it ends. Those come first that speak of nothing else.
 */
function othersBeside(
  { run, scenario }: Variant,
  item: Item,
  by: Tried,
  search: {
    readonly candidates: readonly Candidate[];
    readonly tryOne: (candidate: Candidate) => Tried | null;
    readonly most: number;
  },
): readonly Contrast[] {
  const { file } = run.simulation;
  const facts = factsFor(file, item.category, [scenario.route]);
  const { service } = categoryOf(item);
  const isAbout = ({ condition }: Candidate): boolean => {
    const of = condition.item === undefined ? item : file.item(condition.item);
    return (
      (of?.id === item.id || (item.app !== undefined && of?.app === item.app)) &&
      (condition.service === undefined || condition.service === service)
    );
  };
  const isRead = ({ condition }: Candidate): boolean => condition.moves.some((fact) => facts.has(fact));
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

/** Every value that one condition could have instead; those that would take another one along are left out. */
function candidatesOf(scenario: Scenario): Candidate[] {
  const items = new Set(scenario.world.items.map(({ id }) => id));
  return [...listConditions(scenario), ...itemConditions(scenario, items)]
    .filter(({ path, cannotMatter }) => !WIDER.has(path) && cannotMatter === undefined)
    .flatMap((condition) =>
      condition.choices
        .filter(({ value, changes }) => value !== condition.value && Object.keys(changes).length === 1)
        // What nobody knows is no condition that a phone could have.
        .filter(({ value }) => value !== UNKNOWN && condition.value !== UNKNOWN)
        .map(({ changes, value, words }) => ({ condition, changes, contrast: contrastOf(condition, value, words) })),
    );
}

const contrastOf = ({ path, title, words: here }: Condition, to: string, there: string): Contrast => ({
  path,
  to,
  title,
  here,
  there,
});

function tryCandidate(scenario: Scenario, base: Run, candidate: Candidate): Tried | null {
  try {
    const changed = withChanges(scenario, candidate.changes);
    // A value that the world works out anew may take others along: then it is no twin.
    const differences = conditionDifferences(
      { ...scenario.world, script: scenario.script },
      { ...changed.world, script: changed.script },
    );
    const isOfScript = candidate.contrast.path.startsWith('script.');
    if (!isOfScript && differences.length !== 1) return null;
    const run = play(changed, { refusalsMayFall: true });
    const moved = run.ledger.rows.filter(({ id, fate }) => fate !== rowIn(base, id).fate).map(({ id }) => id);
    return { ...candidate, scenario: changed, run, moved };
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

const rowIn = ({ ledger }: Run, id: string): LedgerRow => must(ledger.row(id), `the row of ${id}`);

/** Small is good; `null`: this item ends in both alike, or nobody can tell where. */
function rankOf(base: Run, { run, moved }: Tried, { id }: Item, wanted: ReadonlySet<Confusion>): number | null {
  const pair = pairIn(rowIn(base, id).fate, rowIn(run, id).fate);
  if (pair === null) return null;
  const isWanted = wanted.size === 0 || wanted.has(pair);
  return (isWanted ? 0 : 1000) + moved.length - 1;
}

const pairIn = (here: Fate | null, there: Fate | null): Confusion | null =>
  here === null || there === null || here === there || here === 'unknown' || there === 'unknown'
    ? null
    : pairOf(confusionOf(here, there));
