import { spoken, voiceOf } from '../../report/device-voice.ts';
import { useMemo } from 'react';
import { type PlayedAnswer, answersTo } from '../../insight/explain/answers.ts';
import { type Explanation, explainItem } from '../../insight/explain/why.ts';
import type { StoryStore } from '../state/story-store.ts';
import { useStory } from '../state/use-story.ts';
import type { Recording } from '../../stepping/recording.ts';

/** The explanation of an item at the present position; worked out anew only when its row is another one. */
export function useExplained(store: StoryStore, item: string | null): Explanation | undefined {
  const { recording, position, ledger } = useStory(store, 'recording', 'position', 'ledger');
  const index = item === null ? undefined : store.placeOf(item);
  const row = index === undefined ? undefined : ledger.rows[index];
  const hasBegun = position >= firstComparison(recording);
  return useMemo(
    () => row && explained(store, row.id),
    // Steps that change neither say the same of it.
    // oxlint-disable-next-line react/exhaustive-deps, react-hooks/exhaustive-deps
    [store, recording, row, hasBegun],
  );
}

/** What follows from each answer, for an item that hangs on a fact; nothing for a story that was left by hand. */
export function useAnswers(store: StoryStore, explanation: Explanation | undefined): readonly PlayedAnswer[] {
  const scenario = store.scenarioHere;
  const item = explanation?.item.id;
  const fact = explanation?.missing?.fact;
  return useMemo(
    () => (scenario && item !== undefined && fact !== undefined ? answersTo(scenario, item, fact) : []),
    [scenario, item, fact],
  );
}

function explained(store: StoryStore, item: string): Explanation {
  const { recording, frame } = store.getSnapshot();
  const lines = recording.lines.slice(0, frame.lineTo);
  const explanation = explainItem(
    { simulation: { file: store.file }, journal: { lines }, ledger: { row: (id) => store.row(id) } },
    item,
  );
  return spoken(explanation, voiceOf(store.world));
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
