import { firstDifference, type LineDifference } from '../../insight/explain/compare.ts';
import type { Outcome } from '../../model/fates.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { foldLedger } from '../../run/ledger.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { StoryStore } from '../state/story-store.ts';
import type { Fingerprints } from '../../stepping/steppable-run.ts';

/** How a run ended, as the comparison needs it. */
export interface EndShown {
  readonly rows: readonly LedgerRow[];
  readonly lines: readonly JournalLine[];
  readonly outcome: Outcome;
  readonly fingerprints: Fingerprints;
}

/** The end of the run that the page shows, whatever step it stands at. */
export function shownEnd(store: StoryStore): EndShown {
  const { recording } = store.getSnapshot();
  return {
    rows: store.rowsAt(recording.last),
    lines: recording.lines,
    outcome: recording.frame(recording.last).outcome,
    fingerprints: store.fingerprints,
  };
}

export function endOf(
  scenario: Scenario,
  { lines, fingerprints }: { readonly lines: readonly JournalLine[]; readonly fingerprints: Fingerprints },
): EndShown {
  const { rows, outcome } = foldLedger(scenario.world.items, lines);
  return { rows, lines, outcome, fingerprints };
}

/** Two runs of the same items side by side. Numbers are places in the list of items. */
export interface Comparison {
  /** Another fate, those that parted at the earlier gate first. */
  readonly flips: readonly number[];
  /** The same fate, but another gate or rule decided it. */
  readonly moved: readonly number[];
  readonly same: readonly number[];
  readonly first: LineDifference | null;
}

export function compareEnds(given: EndShown, changed: EndShown): Comparison {
  const flips: number[] = [];
  const moved: number[] = [];
  const same: number[] = [];
  for (const [place, before] of given.rows.entries()) {
    const after = changed.rows[place];
    if (!after || before.fate !== after.fate) flips.push(place);
    else if (before.gate !== after.gate || before.rule !== after.rule) moved.push(place);
    else same.push(place);
  }
  return { flips, moved, same, first: given === changed ? null : firstDifference(given.lines, changed.lines) };
}
