import { type ComponentType, type ReactNode, Suspense, useState } from 'react';
import { part } from '../parts/part.ts';
import { LedgerPanel } from '../ledger/LedgerPanel.tsx';
import { useVoice } from '../parts/voice.ts';
import { ToolsPlace } from '../parts/ViewTools.tsx';
import { useEarlyLayout } from '../parts/use-early-layout.ts';
import { useNarrow } from '../parts/use-narrow.ts';
import { PhonePanel } from '../phone/PhonePanel.tsx';
import { NO_FILTER } from '../state/snapshot.ts';
import { usePicked, type ViewProps } from '../state/use-story.ts';
import { type AroundView, VIEWS } from '../state/views.ts';
import { RightTabs, type RightPart } from './RightTabs.tsx';
import type { Overlay } from '../state/overlay.ts';
import { ShownView } from './views.tsx';
import { ViewTabs } from './ViewTabs.tsx';

// Rules' sources and what would answer an open question are read only here: the first picture does not wait for them.
const Why = part(async () => (await import('../why/Why.tsx')).Why);
// The flow's own column comes with the flow.
const EndsPanel = part(async () => (await import('../proof/EndsPanel.tsx')).EndsPanel);
const ProofPanel = part(async () => (await import('../proof/ProofPanel.tsx')).ProofPanel);

type BodyProps = ViewProps & { readonly onOpen: (sheet: Overlay) => void };

/** How the page is laid out by what stands around the view. */
const AROUND: Readonly<
  Record<AroundView, { readonly className: string; readonly Right: ComponentType<BodyProps> | null }>
> = {
  'phone and ledger': { className: 'body', Right: LedgerAndWhy },
  'story and ledger': { className: 'body story', Right: LedgerAndWhy },
  'phone and ends': { className: 'body flow', Right: BesideFlow },
  nothing: { className: 'body what-if', Right: null },
};

/** Phone, view, and what belongs beside the view. */
export function Body({ store, onOpen }: BodyProps) {
  const { view } = usePicked(store, 'view');
  const { className, Right } = AROUND[VIEWS[view].around];
  useEarlyLayout(store.subscribe);
  const isNarrow = useNarrow();
  const voice = useVoice();
  const phone = Right && (
    <section className="column phone-column" aria-label={voice('The phone')} tabIndex={-1}>
      <PhonePanel store={store} />
    </section>
  );
  return (
    <main className={className}>
      {!isNarrow && phone}
      <Middle store={store} />
      {Right && <Right store={store} onOpen={onOpen} />}
      {/* Where all stands below each other, what was asked for comes first. The story has the phone inside. */}
      {isNarrow && view !== 'story' && phone}
    </main>
  );
}

function Middle({ store }: ViewProps) {
  const { view } = usePicked(store, 'view');
  const [tools, setTools] = useState<HTMLElement | null>(null);
  return (
    <div className="column">
      <ViewTabs store={store} tools={setTools} />
      <div className="view" id="view" role="tabpanel" aria-labelledby={`tab-${view}`} tabIndex={-1}>
        <ToolsPlace value={tools}>
          <ShownView view={view} store={store} />
        </ToolsPlace>
      </div>
    </div>
  );
}

function LedgerAndWhy({ store }: ViewProps) {
  const [shown, setShown] = useState<RightPart>('ledger');
  const tabs = <RightTabs shown={shown} onShow={setShown} />;
  return (
    <div className="right" data-shown={shown}>
      <LedgerPanel store={store} tabs={tabs} />
      <Suspense fallback={<WhyToCome tabs={tabs} />}>
        <Why store={store} tabs={tabs} />
      </Suspense>
    </div>
  );
}

/** The panel while it is fetched: its place and its tabs are there at once. */
function WhyToCome({ tabs }: { readonly tabs?: ReactNode }) {
  return (
    <section className="card why" aria-label="Why" aria-busy="true">
      <header className="panel-head">
        {tabs}
        <h2>Why</h2>
      </header>
    </section>
  );
}

/** How it ended, or the items of the branch that was picked; and below it why, as everywhere. */
function BesideFlow({ store, onOpen }: BodyProps) {
  const { filter } = usePicked(store, 'filter');
  const isPicked = filter !== NO_FILTER && filter.label !== null;
  return (
    <div className={isPicked ? 'right beside-flow over' : 'right beside-flow'}>
      {isPicked ? (
        <LedgerPanel store={store} onClose={() => store.picked.clearFilter()} />
      ) : (
        <div className="ends-stack scrolls">
          <Suspense fallback={null}>
            <EndsPanel store={store} />
            <ProofPanel store={store} onOpen={() => onOpen('proof')} />
          </Suspense>
        </div>
      )}
      <Suspense fallback={<WhyToCome />}>
        <Why store={store} />
      </Suspense>
    </div>
  );
}
