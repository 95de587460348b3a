import { itemConditions, listConditions } from '../../insight/what-if/conditions.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { COMPANIONS } from '../../insight/what-if/condition.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';

/** A run that differs from the scenario of that name says so on paper, in the words of the conditions. */
export function ChangesOnPaper({ store }: ViewProps) {
  const { given, changes, hand } = useStory(store, 'given', 'changes', 'hand');
  const said = changesInWords(given, changes);
  if (said.length === 0 && !hand) return null;
  return (
    <div className="sheet-changed">
      <b>This is not the scenario as it was given.</b>
      <ul>
        {said.map((words) => (
          <li key={words}>Changed: {words}</li>
        ))}
        {hand && <li>From step {hand.from + 1} on it was played by hand.</li>}
      </ul>
    </div>
  );
}

function changesInWords(given: Scenario, changes: Changes): readonly string[] {
  const paths = Object.keys(changes).filter((path) => !COMPANIONS.some((companion) => companion === path));
  if (paths.length === 0) return [];
  const items = new Set(
    given.world.items.filter(({ id }) => paths.some((path) => path.startsWith(`items.${id}.`))).map(({ id }) => id),
  );
  const conditions = [...listConditions(given), ...itemConditions(given, items)];
  return paths.map((path) => {
    const value = String(changes[path]);
    const condition = conditions.find((other) => other.path === path);
    if (!condition) return `${path}: ${value}`;
    const words = condition.choices.find((choice) => choice.value === value)?.words ?? value;
    return `${condition.title}: ${words} (as given: ${condition.words})`;
  });
}
