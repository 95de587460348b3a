import { type KeyboardEvent, type Ref, useRef } from 'react';
import type { StoryStore } from '../state/story-store.ts';
import { usePicked } from '../state/use-story.ts';
import { FIRST_VIEW, VIEWS, viewsShown } from '../state/views.ts';

/** The views as tabs; the place beside them belongs to the view that is shown. */
export function ViewTabs({ store, tools }: { readonly store: StoryStore; readonly tools: Ref<HTMLDivElement> }) {
  const { view: shown, machinery } = usePicked(store, 'view', 'machinery');
  const views = viewsShown(machinery);
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (views.indexOf(shown) + by + views.length) % views.length;
    store.picked.setView(views[next] ?? FIRST_VIEW);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="view-head">
      <div className="tabs" role="tablist" aria-label="Views" tabIndex={-1} ref={list} onKeyDown={move}>
        {views.map((view) => (
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
