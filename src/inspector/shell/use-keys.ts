import type { Overlay } from '../state/overlay.ts';
import { useEffect } from 'react';
import type { StoryStore } from '../state/story-store.ts';
import { VIEW_ORDER, VIEWS } from '../state/views.ts';
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

/** All keys of the page, in the order of the help. */
export const KEYS: readonly Key[] = [
  { key: 'Home', says: 'First', does: (store) => store.first(), leaveTo: WIDGETS },
  { key: 'ArrowLeft', says: 'Back', does: (store) => store.back(), leaveTo: WIDGETS },
  { key: 'ArrowRight', says: 'Next', does: (store) => store.next(), leaveTo: WIDGETS },
  { key: 'g', says: 'Next gate', does: (store) => store.nextGate() },
  { key: 'd', says: 'Next drop', does: (store) => store.nextDrop() },
  { key: 'End', says: 'Last', does: (store) => store.last(), leaveTo: WIDGETS },
  { key: 'p', says: 'Play or pause', does: (store) => store.setPlaying(!store.getSnapshot().playing) },
  { key: 'r', says: 'Run again', does: (store) => void store.runAgain() },
  { key: 'w', says: 'Wait: let time pass', does: (store) => store.wait() },
  ...VIEW_ORDER.map((view): Key => ({
    key: VIEWS[view].key,
    says: `Show ${VIEWS[view].title.toLowerCase()}`,
    does: (store) => store.picked.setView(view),
  })),
  { key: 'o', says: 'Open a scenario', does: (_store, open) => open('picker') },
  { key: 's', says: 'Share and save', does: (_store, open) => open('share') },
  { key: '/', says: 'Search the ledger', does: () => document.querySelector<HTMLElement>('#ledger-search')?.focus() },
  { key: 'f', says: 'Class mode', does: (_store, open) => open('class') },
  { key: 't', says: 'Light or dark', does: toggleTheme },
  { key: '?', says: 'This list', does: (_store, open) => open('help') },
];

const KEY_OF = new Map(KEYS.map((key) => [key.key, key]));

/** Keys work wherever the focus is, unless what has the focus needs them. */
export function useKeys(store: StoryStore, sheet: Overlay | null, open: (sheet: Overlay) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (sheet !== null || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const known = KEY_OF.get(event.key);
      if (!known || (event.target as Element | null)?.closest?.(known.leaveTo ?? FIELDS)) return;
      event.preventDefault();
      known.does(store, open);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [store, sheet, open]);
}
