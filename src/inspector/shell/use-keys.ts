import type { Overlay } from '../state/overlay.ts';
import { useLayoutEffect } from 'react';
import type { StoryStore } from '../state/story-store.ts';
import { openLessons } from '../state/address.ts';
import { usePicked } from '../state/use-story.ts';
import { VIEWS, viewsShown } from '../state/views.ts';
import { toggleTheme } from './theme.ts';

interface Key {
  readonly key: string;
  readonly says: string;
  readonly does: (store: StoryStore, open: (sheet: Overlay) => void) => void;
  /** Letters that a text field needs are left to it; arrows and the space bar also to sliders, lists and buttons. */
  readonly leaveTo?: string;
}

const FIELDS = 'input, select, textarea, dialog, [contenteditable]';
const WIDGETS = `${FIELDS}, [role=slider], [role=grid], [role=listbox], [role=tablist], [role=application]`;

/** All keys of the page, in the order of the help; those of the views follow the tabs that are there. */
export const pageKeys = (machinery: boolean): readonly Key[] => [
  { key: 'Home', says: 'First', does: (store) => store.first(), leaveTo: WIDGETS },
  { key: 'ArrowLeft', says: 'Back', does: (store) => store.back(), leaveTo: WIDGETS },
  { key: 'ArrowRight', says: 'Next', does: (store) => store.next(), leaveTo: WIDGETS },
  { key: 'g', says: 'Next gate', does: (store) => store.nextGate() },
  { key: 'd', says: 'Next drop', does: (store) => store.nextDrop() },
  { key: 'End', says: 'Last', does: (store) => store.last(), leaveTo: WIDGETS },
  { key: 'p', says: 'Play or pause', does: (store) => store.setPlaying(!store.getSnapshot().playing) },
  { key: 'r', says: 'Run again', does: (store) => void store.runAgain() },
  { key: 'w', says: 'Wait: let time pass', does: (store) => store.wait() },
  ...viewsShown(machinery).map((view, place): Key => ({
    key: String(place + 1),
    says: `Show ${VIEWS[view].title.toLowerCase()}`,
    does: (store) => store.picked.setView(view),
  })),
  { key: 'o', says: 'Library: find a scenario', does: (_store, open) => open('library') },
  { key: 'n', says: 'New case', does: (_store, open) => open('new-case') },
  { key: 'c', says: 'Change this case', does: (_store, open) => open('change-case') },
  { key: 'l', says: 'Lessons', does: openLessons },
  { key: 's', says: 'Share and save', does: (_store, open) => open('share') },
  { key: '/', says: 'Search the ledger', does: () => document.querySelector<HTMLElement>('#ledger-search')?.focus() },
  { key: 'f', says: 'Class mode', does: (_store, open) => open('class') },
  {
    key: 'm',
    says: machinery ? 'Hide the machinery' : 'Show the machinery',
    does: (store) => store.picked.showMachinery(!machinery),
  },
  { key: 't', says: 'Light or dark', does: toggleTheme },
  { key: '?', says: 'This list', does: (_store, open) => open('help') },
];

/** Keys work wherever the focus is, unless what has the focus needs them. */
export function useKeys(store: StoryStore, sheet: Overlay | null, open: (sheet: Overlay) => void): void {
  const { machinery } = usePicked(store, 'machinery');
  useLayoutEffect(() => {
    const known = new Map(pageKeys(machinery).map((key) => [key.key, key]));
    const listen = (event: KeyboardEvent) => {
      if (sheet !== null || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const key = known.get(event.key);
      if (!key || (event.target as Element | null)?.closest?.(key.leaveTo ?? FIELDS)) return;
      event.preventDefault();
      key.does(store, open);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [store, sheet, open, machinery]);
}
