import { type KeyboardEvent, type Ref, useRef } from 'react';
import type { StoryStore } from '../state/story-store.ts';
import { usePicked } from '../state/use-story.ts';
import { FIRST_VIEW, VIEW_ORDER, VIEWS } from '../state/views.ts';

/** The views as tabs; the place beside them belongs to the view that is shown. */
export function ViewTabs({ store, tools }: { readonly store: StoryStore; readonly tools: Ref<HTMLDivElement> }) {
  const { view: shown } = usePicked(store, 'view');
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (VIEW_ORDER.indexOf(shown) + by + VIEW_ORDER.length) % VIEW_ORDER.length;
    store.picked.setView(VIEW_ORDER[next] ?? FIRST_VIEW);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="view-head">
      <div className="tabs" role="tablist" aria-label="Views" tabIndex={-1} ref={list} onKeyDown={move}>
        {VIEW_ORDER.map((view) => (
          <button
            key={view}
            type="button"
            role="tab"
            id={`tab-${view}`}
            aria-selected={view === shown}
            aria-controls="view"
            tabIndex={view === shown ? 0 : -1}
            onClick={() => store.picked.setView(view)}
          >
            {VIEWS[view].title}
          </button>
        ))}
      </div>
      <div className="view-tools" ref={tools} />
    </div>
  );
}
