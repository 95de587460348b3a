import type { ReactNode } from 'react';
import { andSize, formatCount, sizeCell } from '../../model/bytes.ts';
import { Icon } from '../parts/Icon.tsx';
import { FATE_KEYS } from '../../stepping/fate-keys.ts';
import { usePicked, useStory, type ViewProps } from '../state/use-story.ts';

interface HeadProps extends ViewProps {
  readonly tabs?: ReactNode;
  readonly order: ReactNode;
  readonly onClose?: () => void;
}

const saveLedger = async (store: ViewProps['store']) => (await import('../export/save-ledger.ts')).saveLedger(store);

export function LedgerHead({ store, tabs, order, onClose }: HeadProps) {
  const {
    recording,
    ledger: { tallies },
    changed,
  } = useStory(store, 'recording', 'ledger', 'changed');
  const { filter } = usePicked(store, 'filter');
  const bytes = FATE_KEYS.reduce((sum, key) => sum + tallies[key].bytes, 0);
  return (
    <header className="panel-head">
      {tabs}
      <h2>Ledger</h2>
      <span className="quiet sum" title={sizeCell(bytes)}>
        {formatCount(recording.items.length)} {recording.items.length === 1 ? 'item' : 'items'}
        <span className="sum-bytes">{andSize(bytes)}</span>
      </span>
      {/* It keeps its place where nothing changed, so that nothing beside it moves. */}
      <span className={changed.size > 0 ? 'tag now' : 'tag now none'}>{formatCount(changed.size)} changed now</span>
      {order}
      <label className="field search">
        <Icon name="search" size={14} />
        <span className="hidden">Search the ledger</span>
        <input
          id="ledger-search"
          type="search"
          placeholder="Search"
          value={filter.text}
          maxLength={200}
          onChange={(event) => store.picked.setFilter({ text: event.target.value, label: filter.label })}
        />
      </label>
      <button
        type="button"
        className="button small square"
        aria-label="Save the ledger as CSV"
        title="Save the ledger as CSV"
        onClick={() => void saveLedger(store)}
      >
        <Icon name="save" />
      </button>
      {onClose && (
        <button type="button" className="button small square" aria-label="Close the ledger" onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}
