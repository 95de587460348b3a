import { OUTCOMES } from '../../model/fates.ts';
import { categoryOf } from '../../rulebook/case/case-file.ts';
import type { StoryStore } from '../state/story-store.ts';

/** The whole run as one plain object: what the command line gives, and the journal. */
export function recordingAsJson(store: StoryStore): unknown {
  const { scenario, changes, recording, hand, position } = store.getSnapshot();
  const end = recording.frames.at(-1);
  const rows = store.rowsAt(recording.last);
  const named = (type: 'alert.raised' | 'prompt.shown') => recording.lines.filter((line) => line.type === type);
  return {
    scenario: scenario.id,
    title: scenario.title,
    edition: scenario.edition,
    route: scenario.route,
    changes,
    byHandFrom: hand ? hand.from + 1 : null,
    outcome: end?.outcome ?? 'in-progress',
    outcomeMeans: OUTCOMES[end?.outcome ?? 'in-progress'].means,
    fingerprints: store.fingerprints,
    steps: recording.last + 1,
    simulatedMs: end?.atMs ?? 0,
    shownStep: position + 1,
    items: recording.items.map((item, index) => {
      const row = rows[index];
      return {
        id: item.id,
        title: item.title,
        category: item.category,
        form: categoryOf(item).form,
        count: item.count,
        bytes: item.bytes,
        fate: row?.fate ?? null,
        gate: row?.gate ?? null,
        rule: row?.rule ?? null,
        missing: row?.missing ?? null,
        alsoStoppedBy: row?.also ?? [],
        from: row?.from ?? null,
      };
    }),
    alerts: named('alert.raised'),
    prompts: named('prompt.shown'),
    journal: recording.lines,
  };
}
