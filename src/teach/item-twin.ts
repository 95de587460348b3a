import { factsBehind } from '../insight/what-if/what-matters.ts';
import type { Fate } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import type { Rule } from '../rulebook/tables/rule.ts';
import type { LedgerRow } from '../run/ledger.ts';
import { confusionOf, MIXED_UP, pairOf } from './confusions.ts';
import { factsFor } from './diagnose/seen.ts';
import {
  type Contrast,
  rowIn,
  type TriedTwin,
  tryCandidate,
  type TwinCandidate,
  twinCandidates,
} from './twin-candidates.ts';
import type { Variant } from './variant.ts';

/** The same case with one condition changed, and where one item ends then. */
export interface ItemTwin {
  readonly contrast: Contrast;
  readonly fate: Fate;
  /** The sentence of the rule that decides there; none where it simply comes back. */
  readonly says: string | null;
  /** Other items of the case that end otherwise too. */
  readonly others: number;
}

/** Runs at most; each takes some ten milliseconds. */
const MOST_RUNS = 48;
/** With more of the case ending otherwise, it is another case and no longer the same with one thing changed. */
const isAnotherCase = (moved: number, items: number): boolean => moved > 4 && moved * 5 > items * 2;
const BOOK: Readonly<Record<string, Rule>> = RULES;

/**
 * Looks for the one condition with which an item ends otherwise: best as it was said to end, else as one of the fates
 * that the lesson tells apart from its own; and among those, where least of the rest moves. Whoever runs it may pause
 * after each run. `null`: none of the conditions behind this item does.
 */
export function* itemTwinSearch(variant: Variant, item: string, said: Fate | null): Generator<void, ItemTwin | null> {
  const { scenario, run } = variant;
  const here = rowIn(run, item);
  if (here.fate === null || here.fate === 'unknown') return null;
  let best: { readonly by: TriedTwin; readonly rank: number } | undefined;
  for (const candidate of likelyFor(variant, here).slice(0, MOST_RUNS)) {
    yield;
    const by = tryCandidate(scenario, run, candidate);
    const there = by && rowIn(by.run, item).fate;
    if (by === null || there === null || there === here.fate || there === 'unknown') continue;
    if (isAnotherCase(by.moved.length, scenario.world.items.length)) continue;
    const rank = 1000 * interestOf(variant, here.fate, there, said) + by.moved.length - 1;
    if (!best || rank < best.rank) best = { by, rank };
    if (rank === 0) break;
  }
  return best ? toldOf(best.by, item) : null;
}

function toldOf(by: TriedTwin, item: string): ItemTwin {
  const { fate, rule } = rowIn(by.run, item);
  return {
    contrast: by.contrast,
    fate: must(fate, `the fate of ${item}`),
    says: rule === null ? null : must(BOOK[rule], rule).says,
    others: by.moved.filter((id) => id !== item).length,
  };
}

/** One that was found before, by its condition and value: played once, not looked for. */
export function itemTwinBy({ scenario, run }: Variant, item: string, path: string, to: string): ItemTwin | undefined {
  const candidate = twinCandidates(scenario).find(({ contrast }) => contrast.path === path && contrast.to === to);
  const by = candidate && tryCandidate(scenario, run, candidate);
  return by && rowIn(by.run, item).fate !== null ? toldOf(by, item) : undefined;
}

/** Conditions that the verdict hangs on, then those that rules of such an item read; of other items none. */
function likelyFor({ scenario, run }: Variant, here: LedgerRow): readonly TwinCandidate[] {
  const { file } = run.simulation;
  const own = file.item(here.id);
  const category = must(own, here.id).category;
  const [behind, read] = [factsBehind(run, here), factsFor(file, category, [scenario.route])];
  const isAbout = ({ condition }: TwinCandidate): boolean => {
    const of = condition.item === undefined ? own : file.item(condition.item);
    return of?.id === here.id || (of?.app !== undefined && of.app === own?.app);
  };
  const about = twinCandidates(scenario).filter(isAbout);
  const hangs = ({ condition }: TwinCandidate): boolean => condition.moves.some((fact) => behind.has(fact));
  const isRead = ({ condition }: TwinCandidate): boolean => condition.moves.some((fact) => read.has(fact));
  return [...about.filter(hangs), ...about.filter((one) => !hangs(one) && isRead(one))];
}

/** Small is good. */
function interestOf({ lesson: { teaches } }: Variant, here: Fate, there: Fate, said: Fate | null): number {
  if (there === said) return 0;
  const pair = pairOf(confusionOf(here, there));
  if (teaches.confusions.some((one) => pairOf(one) === pair)) return 1;
  return MIXED_UP.some((one) => pairOf(one) === pair) ? 2 : 3;
}

/** The same at one go. */
export function itemTwinOf(variant: Variant, item: string, said: Fate | null): ItemTwin | null {
  const search = itemTwinSearch(variant, item, said);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}
