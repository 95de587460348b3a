import { useMemo } from 'react';
import { formatCount } from '../../model/bytes.ts';
import { FateShape, wordOf } from '../parts/Fate.tsx';
import { FATE_KEYS, type FateKey, fateKeyOf, ON_THE_WAY } from '../state/ledger-cursor.ts';
import type { Tape } from '../state/tape.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { type Grouping, GROUPS, type Sort, SORTS } from './order.ts';

interface ChipsProps extends ViewProps {
  readonly sort: Sort;
  readonly grouping: Grouping;
  readonly onSort: (sort: Sort) => void;
  readonly onGroup: (grouping: Grouping) => void;
}

/** The fates that occur anywhere in the run: chips keep their place from step to step. */
function fatesOf(tape: Tape): readonly FateKey[] {
  const found = new Set<FateKey>([ON_THE_WAY]);
  for (const group of tape.patches) for (const { after } of group ?? []) found.add(fateKeyOf(after));
  return FATE_KEYS.filter((fate) => found.has(fate));
}

export function FateChips({ store, sort, grouping, onSort, onGroup }: ChipsProps) {
  const { tape, tallies, filter } = useStory(store);
  const fates = useMemo(() => fatesOf(tape), [tape]);
  return (
    <div className="ledger-tools">
      <div className="chips" role="group" aria-label="Filter by fate">
        <button type="button" className="chip" aria-pressed={filter.fates.length === 0} onClick={() => store.setFilter({ fates: [], label: filter.label })}>All {formatCount(tape.items.length)}</button>
        {fates.map((fate) => (
          <button key={fate} type="button" className={tallies[fate].items === 0 ? 'chip none' : 'chip'} aria-pressed={filter.fates.includes(fate)} onClick={() => store.toggleFate(fate)}>
            <FateShape fate={fate} size={11} />
            {wordOf(fate)} {formatCount(tallies[fate].items)}
          </button>
        ))}
        <span className="orders">
          <Choice label="Order" value={sort} words={SORTS} onChange={onSort} />
          <Choice label="Groups" value={grouping} words={GROUPS} onChange={onGroup} />
        </span>
      </div>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly words: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, words, onChange }: ChoiceProps<T>) {
  return (
    <select className="select" aria-label={label} value={value} onChange={(event) => onChange(event.target.value as T)}>
      {(Object.keys(words) as T[]).map((word) => <option key={word} value={word}>{words[word]}</option>)}
    </select>
  );
}
