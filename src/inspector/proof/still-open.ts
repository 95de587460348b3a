import { voiceOf } from '../../report/device-voice.ts';
import type { StoryStore } from '../state/story-store.ts';

/** What the customer can still do: the rules' own sentences for items that wait, once each. */
export function stillOpen(store: StoryStore): readonly { readonly id: string; readonly says: string }[] {
  const found = new Map<string, string>();
  const { book } = store.file;
  const voice = voiceOf(store.world);
  for (const row of store.getSnapshot().ledger.rows) {
    if (row.fate !== 'pending' || row.rule === null) continue;
    const rule = book[row.rule];
    if (rule) found.set(row.rule, voice(rule.customer));
  }
  return [...found].map(([id, says]) => ({ id, says }));
}
