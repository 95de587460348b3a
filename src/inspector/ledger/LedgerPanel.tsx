import { type ReactNode, useMemo, useState } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { usePicked, useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import { FateChips } from './FateChips.tsx';
import { LedgerHead } from './LedgerHead.tsx';
import { type Layout, OrderChoice } from './OrderChoice.tsx';
import { entriesOf } from './order.ts';
import { Table } from './Table.tsx';
import './ledger.css';

interface LedgerProps extends ViewProps {
  /** On a narrow page: the tabs that this card shares with another. */
  readonly tabs?: ReactNode;
  readonly onClose?: () => void;
}

/** Where every item is at this step: searchable, filtered by fate, grouped, and marked where it just changed. */
export function LedgerPanel({ store, tabs, onClose }: LedgerProps) {
  const { recording, ledger } = useStory(store, 'recording', 'ledger');
  const { filter } = usePicked(store, 'filter');
  const route = useRoute(store);
  const [layout, setLayout] = useState<Layout>({ sort: 'newest', grouping: 'none' });
  const { sort, grouping } = layout;
  const entries = useMemo(
    () => entriesOf(recording, ledger, filter, sort, grouping, route),
    [recording, ledger, filter, sort, grouping, route],
  );
  return (
    <section className="card ledger" aria-label="Ledger">
      <LedgerHead
        store={store}
        tabs={tabs}
        order={<OrderChoice layout={layout} onChange={setLayout} />}
        {...(onClose ? { onClose } : {})}
      />
      <FateChips store={store} />
      {filter.label !== null && (
        <p className="filter-note">
          From the flow: <bdi>{filter.label}</bdi>
          <button type="button" className="button small bare" onClick={() => store.picked.clearFilter()}>
            <Icon name="close" size={12} /> Show all
          </button>
        </p>
      )}
      <Table store={store} entries={entries} />
    </section>
  );
}
