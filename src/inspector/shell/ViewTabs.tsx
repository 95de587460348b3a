import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { createPortal } from 'react-dom';
import { type View, VIEWS } from '../state/snapshot.ts';
import type { StoryStore } from '../state/story-store.ts';
import { useStoryPart } from '../state/use-story.ts';

const WORDS: Readonly<Record<View, string>> = {
  charts: 'Charts',
  flow: 'Flow',
  messages: 'Messages',
  'what-if': 'What if',
};
const TOOLS = 'view-tools';

/** The views as tabs; the place beside them belongs to the view that is shown. */
export function ViewTabs({ store }: { readonly store: StoryStore }) {
  const shown = useStoryPart(store, ({ view }) => view);
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (VIEWS.indexOf(shown) + by + VIEWS.length) % VIEWS.length;
    store.setView(VIEWS[next] ?? 'charts');
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="view-head">
      <div className="tabs" role="tablist" aria-label="Views" tabIndex={-1} ref={list} onKeyDown={move}>
        {VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            role="tab"
            id={`tab-${view}`}
            aria-selected={view === shown}
            aria-controls="view"
            tabIndex={view === shown ? 0 : -1}
            onClick={() => store.setView(view)}
          >
            {WORDS[view]}
          </button>
        ))}
      </div>
      <div className={TOOLS} id={TOOLS} />
    </div>
  );
}

/** For a view: puts its tools beside the tabs. */
export function ViewTools({ children }: { readonly children: ReactNode }) {
  const place = document.getElementById(TOOLS);
  return place ? createPortal(children, place) : null;
}
