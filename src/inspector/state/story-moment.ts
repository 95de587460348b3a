import type { Recording } from '../../stepping/recording.ts';
import type { SteppableRun } from '../../stepping/steppable-run.ts';
import type { LedgerCursor } from '../../stepping/ledger-cursor.ts';
import type { ShownLedger } from './snapshot.ts';

const NOTHING: ReadonlySet<number> = new Set();

/** What the page shows of a story at a position. */
export function shownAt({ scenario, recording }: SteppableRun, position: number, ledger: ShownLedger) {
  const frame = recording.frame(position);
  const changed = recording.patches[position]?.visible ?? NOTHING;
  return { scenario, recording, position, frame, changed, ledger, refused: frame.refused };
}

/** The position at or before another at which the ledger was changed last, or -1. */
export function lastChange({ patches }: Recording, position: number): number {
  let at = position;
  while (at >= 0 && patches[at] === undefined) at -= 1;
  return at;
}

export const ledgerAt = (cursor: LedgerCursor, recording: Recording, position: number): ShownLedger => ({
  rows: [...cursor.rows],
  since: lastChange(recording, position),
  tallies: cursor.tallies(),
});
