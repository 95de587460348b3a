import { useState } from 'react';
import { Ledger } from '../ledger/Ledger.tsx';
import { PhonePanel } from '../phone/PhonePanel.tsx';
import { EndsPanel } from '../proof/EndsPanel.tsx';
import { ProofPanel } from '../proof/ProofPanel.tsx';
import { NO_FILTER } from '../state/snapshot.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { Why } from '../why/Why.tsx';
import { RightTabs, type RightPart } from './RightTabs.tsx';
import type { Sheet } from './use-keys.ts';
import { Shown } from './views.tsx';
import { ViewTabs } from './ViewTabs.tsx';

/** Phone, view, and what belongs beside the view. */
export function Body({ store, onOpen }: ViewProps & { readonly onOpen: (sheet: Sheet) => void }) {
  const { view } = useStory(store);
  if (view === 'what-if') {
    return (
      <main className="body what-if">
        <Middle store={store} />
      </main>
    );
  }
  return (
    <main className={view === 'flow' ? 'body flow' : 'body'}>
      <section className="column phone-column" aria-label="The phone">
        <PhonePanel store={store} />
      </section>
      <Middle store={store} />
      {view === 'flow' ? <BesideFlow store={store} onOpen={onOpen} /> : <LedgerAndWhy store={store} />}
    </main>
  );
}

function Middle({ store }: ViewProps) {
  const { view } = useStory(store);
  return (
    <div className="column">
      <ViewTabs store={store} />
      <div className="view" id="view" role="tabpanel" aria-labelledby={`tab-${view}`} tabIndex={-1}>
        <Shown view={view} store={store} />
      </div>
    </div>
  );
}

function LedgerAndWhy({ store }: ViewProps) {
  const [shown, setShown] = useState<RightPart>('ledger');
  const tabs = <RightTabs shown={shown} onShow={setShown} />;
  return (
    <div className="right" data-shown={shown}>
      <Ledger store={store} tabs={tabs} />
      <Why store={store} tabs={tabs} />
    </div>
  );
}

/** The proof and the ends; a branch of the flow puts the ledger, filtered, over them. */
function BesideFlow({ store, onOpen }: ViewProps & { readonly onOpen: (sheet: Sheet) => void }) {
  const { filter } = useStory(store);
  if (filter !== NO_FILTER && filter.label !== null) {
    return (
      <div className="right single over">
        <Ledger store={store} onClose={() => store.clearFilter()} />
      </div>
    );
  }
  return (
    <div className="right ends">
      <ProofPanel store={store} onOpen={() => onOpen('proof')} />
      <EndsPanel store={store} />
    </div>
  );
}
