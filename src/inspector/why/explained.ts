import { type Explanation, explainItem } from '../../insight/explain/why.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import type { StoryStore } from '../state/story-store.ts';
import type { Recording } from '../../stepping/recording.ts';

interface Kept {
  readonly recording: Recording;
  readonly item: string;
  readonly row: LedgerRow;
  readonly began: boolean;
  readonly explanation: Explanation;
}

let kept: Kept | undefined;

/** The explanation of an item at the present position; worked out anew only when its row is another one. */
export function explained(store: StoryStore, item: string): Explanation | undefined {
  const { recording, frame, position } = store.getSnapshot();
  const row = store.row(item);
  if (!row) return undefined;
  const began = position >= firstComparison(recording);
  if (kept && kept.recording === recording && kept.item === item && kept.row === row && kept.began === began)
    return kept.explanation;
  const lines = recording.lines.slice(0, frame.lineTo);
  const explanation = explainItem(
    { simulation: { file: store.file }, journal: { lines }, ledger: { row: (id) => store.row(id) } },
    item,
  );
  kept = { recording, item, row, began, explanation };
  return explanation;
}

const comparisons = new WeakMap<Recording, number>();

/** The position at which a backup was first opened. */
function firstComparison(recording: Recording): number {
  let position = comparisons.get(recording);
  if (position === undefined) {
    const line = recording.lines.find(({ type }) => type === 'conditions.compared' || type === 'verdicts.frozen');
    position = line ? line.step - 1 : Number.POSITIVE_INFINITY;
    comparisons.set(recording, position);
  }
  return position;
}
