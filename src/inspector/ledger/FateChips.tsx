import { useMemo } from 'react';
import { formatCount } from '../../model/bytes.ts';
import { given } from '../../model/given.ts';
import { FateShape, wordOf } from '../parts/Fate.tsx';
import { FATE_KEYS, type FateKey, ON_THE_WAY } from '../../stepping/fate-keys.ts';
import type { Recording } from '../../stepping/recording.ts';
import { usePicked, useRoute, useStory, type ViewProps } from '../state/use-story.ts';

/** The fates that occur anywhere in the run: chips keep their place from step to step. */
function fatesOf(recording: Recording): readonly FateKey[] {
  const found = new Set<FateKey>([ON_THE_WAY]);
  for (const { moved } of given(recording.patches)) for (const fate of Object.keys(moved)) found.add(fate as FateKey);
  return FATE_KEYS.filter((fate) => found.has(fate));
}

/** All, and one chip for each fate, with its number of items at this step. */
export function FateChips({ store }: ViewProps) {
  const {
    recording,
    ledger: { tallies },
  } = useStory(store, 'recording', 'ledger');
  const { filter } = usePicked(store, 'filter');
  const route = useRoute(store);
  const fates = useMemo(() => fatesOf(recording), [recording]);
  return (
    <div className="ledger-tools">
      <div className="chips" role="group" aria-label="Filter by fate">
        <button
          type="button"
          className="chip"
          aria-pressed={filter.fates.length === 0}
          onClick={() => store.picked.setFilter({ fates: [], label: filter.label })}
        >
          All {formatCount(recording.items.length)}
        </button>
        {fates.map((fate) => (
          <button
            key={fate}
            type="button"
            className={tallies[fate].items === 0 ? 'chip none' : 'chip'}
            aria-pressed={filter.fates.includes(fate)}
            onClick={() => store.picked.toggleFate(fate)}
          >
            <FateShape fate={fate} size={11} />
            {wordOf(fate, route)} {formatCount(tallies[fate].items)}
          </button>
        ))}
      </div>
    </div>
  );
}
