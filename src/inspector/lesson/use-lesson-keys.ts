import { useEffect } from 'react';
import { toggleTheme } from '../shell/theme.ts';

const FIELDS = 'input:not([type=radio]), select, textarea, dialog, [contenteditable]';

/** The keys that work on every screen of a lesson. */
export function useLessonKeys(onHelp: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if ((event.target as Element | null)?.closest?.(FIELDS)) return;
      if (event.key === '?') onHelp();
      else if (event.key === 't') toggleTheme();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onHelp]);
}
