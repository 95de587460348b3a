import { type Explanation, explainItem } from '../../insight/explain/why.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import type { StoryStore } from '../state/story-store.ts';
import type { Tape } from '../../stepping/recording.ts';

interface Kept {
  readonly tape: Tape;
  readonly item: string;
  readonly row: LedgerRow;
  readonly began: boolean;
  readonly explanation: Explanation;
}

let kept: Kept | undefined;

/** The explanation of an item at the present position; worked out anew only when its row is another one. */
export function explained(store: StoryStore, item: string): Explanation | undefined {
  const { tape, frame, position } = store.getSnapshot();
  const row = store.row(item);
  if (!row) return undefined;
  const began = position >= firstComparison(tape);
  if (kept && kept.tape === tape && kept.item === item && kept.row === row && kept.began === began)
    return kept.explanation;
  const lines = tape.lines.slice(0, frame.lineTo);
  const explanation = explainItem(
    { simulation: { file: store.file }, journal: { lines }, ledger: { row: (id) => store.row(id) } },
    item,
  );
  kept = { tape, item, row, began, explanation };
  return explanation;
}

const comparisons = new WeakMap<Tape, number>();

/** The position at which a backup was first opened. */
function firstComparison(tape: Tape): number {
  let position = comparisons.get(tape);
  if (position === undefined) {
    const line = tape.lines.find(({ type }) => type === 'conditions.compared' || type === 'verdicts.frozen');
    position = line ? line.step - 1 : Number.POSITIVE_INFINITY;
    comparisons.set(tape, position);
  }
  return position;
}
