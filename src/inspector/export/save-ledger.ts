import { must } from '../../model/must.ts';
import { csv } from '../../report/csv.ts';
import type { StoryStore } from '../state/story-store.ts';
import { fileNameOf, saveText } from './save.ts';

/** The ledger as it is at this step. */
export function saveLedger(store: StoryStore): void {
  const { recording, position, ledger } = store.getSnapshot();
  const head = [
    'id',
    'title',
    'category',
    'count',
    'bytes',
    'gate',
    'fate',
    'rule',
    'missing fact',
    'also stopped by',
    'came from',
    'sync withheld',
  ];
  const rows = recording.items.map((item, index) => {
    const row = must(ledger.rows[index], item.id);
    return [
      item.id,
      item.title,
      item.category,
      item.count,
      item.bytes,
      row.gate,
      row.fate === null ? 'on the way' : row.fate,
      row.rule,
      row.missing,
      row.also.join(' '),
      row.from,
      row.syncWithheld,
    ];
  });
  saveText(`${fileNameOf(store)}.step-${position + 1}.csv`, 'text/csv;charset=utf-8', csv([head, ...rows]));
}
