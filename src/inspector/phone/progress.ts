import { categoryOf } from '../../rulebook/case/case-file.ts';
import { must } from '../../model/must.ts';
import type { Item } from '../../model/world.ts';
import type { Route } from '../../model/kinds.ts';
import type { LedgerRow } from '../../run/ledger.ts';

/** How far the bar stands, and the words beside it; from state and ledger alone. */
export interface BarProgress {
  /** 0 … 1. */
  readonly part: number;
  readonly says: string;
  readonly left: string;
}

interface Stage extends BarProgress {
  /** Names of states begin so. */
  readonly states: readonly string[];
}

/** What the data come from, as the bar names it. */
const SOURCE: Readonly<Record<Route, string>> = {
  icloud: 'the backup',
  computer: 'the backup',
  direct: 'the old iPhone',
};

/** `%` stands for the source. */
const STAGES: readonly Stage[] = [
  { states: ['eligibility', 'reading'], part: 0.02, says: 'Reading %', left: 'Estimating time left' },
  { states: ['comparing'], part: 0.04, says: 'Comparing % with this iPhone', left: 'Estimating time left' },
  { states: ['judging'], part: 0.06, says: 'Comparing % with this iPhone', left: 'Estimating time left' },
  { states: ['placing'], part: 0.38, says: 'Putting settings and messages in place', left: 'About 12 min left' },
  // What freezes in the middle of the restart had everything staged before it.
  {
    states: ['staging', 'awaitingRestart', 'frozen'],
    part: 0.96,
    says: 'Almost done',
    left: 'Less than a minute left',
  },
];

/** The stage that a state of the restore shows as. */
export function stageOf(state: string): Stage {
  const stage = STAGES.findLast((known) => known.states.some((name) => state.startsWith(name)));
  return must(stage, `a stage of the bar for the state ${state}`);
}

/** The bar of the first part of a restore. */
export function progressOf(rows: readonly LedgerRow[], state: string, route: Route): BarProgress {
  const { part, says: words, left } = stageOf(state);
  const says = words.replace('%', SOURCE[route]);
  return state === 'judging' ? { part: part + 0.2 * judgedPart(rows), says, left } : { part, says, left };
}

const judgedPart = (rows: readonly LedgerRow[]): number =>
  rows.length === 0 ? 1 : rows.reduce((sum, row) => sum + (row.backupCopy ? 1 : 0), 0) / rows.length;

/**
 * What still comes down in the second part: apps that wait, bytes on their way, and bytes that arrived after the
 * restart.
 */
export function downloadOf(
  items: readonly Item[],
  rows: readonly LedgerRow[],
): {
  readonly apps: number;
  readonly bytes: number;
  readonly part: number;
} {
  let [apps, waiting, arrived] = [0, 0, 0];
  for (const [place, row] of rows.entries()) {
    const item = must(items[place], 'the item of a row');
    if (row.backupCopy?.outcome !== 'eligible' && row.gate !== 'download') continue;
    if (categoryOf(item).returns === 'placement') continue;
    if (row.fate === null) {
      waiting += item.bytes;
      if (item.category === 'app') apps += 1;
    } else if (row.from !== null) arrived += item.bytes;
  }
  return { apps, bytes: waiting, part: waiting + arrived === 0 ? 1 : arrived / (waiting + arrived) };
}
