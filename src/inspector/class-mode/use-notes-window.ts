import { useCallback, useEffect, useState } from 'react';

/** The second window: closed, open, or not allowed. */
interface SecondWindow {
  readonly window: Window | null;
  readonly isBlocked: boolean;
  readonly open: () => void;
}

/**
 * A window of our own for the trainer. It is an empty page of the same origin that this one draws into, so that both
 * are always at the same scene, no message can be lost, and nothing is fetched or sent. Whichever is closed first, the
 * other stays as it is.
 */
export function useNotesWindow(): SecondWindow {
  const [opened, setOpened] = useState<Window | null>(null);
  const [isBlocked, setBlocked] = useState(false);
  const open = useCallback(() => {
    if (opened && !opened.closed) return opened.focus();
    const found = window.open('', 'restore-sim-notes', 'popup,width=760,height=820');
    if (found) dress(found.document);
    setBlocked(found === null);
    setOpened(found);
  }, [opened]);
  useEffect(() => {
    if (!opened) return undefined;
    const gone = () => setOpened(null);
    const close = () => opened.close();
    opened.addEventListener('pagehide', gone);
    window.addEventListener('pagehide', close);
    return () => {
      opened.removeEventListener('pagehide', gone);
      window.removeEventListener('pagehide', close);
      opened.close();
    };
  }, [opened]);
  useThemeOf(opened);
  return { window: opened, isBlocked, open };
}

/** The styles of this page, by their addresses or, in a page that is one file, as they stand in it. */
function dress(page: Document): void {
  page.documentElement.lang = document.documentElement.lang;
  page.title = 'Notes · restore-sim';
  page.head.replaceChildren(
    ...[...document.querySelectorAll<HTMLElement>('style, link[rel=stylesheet]')].map((sheet) => {
      const copy = page.importNode(sheet, true);
      // An address that is short here would be looked for elsewhere there.
      if (sheet instanceof HTMLLinkElement) copy.setAttribute('href', sheet.href);
      return copy;
    }),
  );
  page.body.replaceChildren();
}

/** Both windows are light or dark together. */
function useThemeOf(opened: Window | null): void {
  useEffect(() => {
    if (!opened) return undefined;
    const follow = () => {
      const { theme } = document.documentElement.dataset;
      if (theme !== undefined) opened.document.documentElement.setAttribute('data-theme', theme);
    };
    follow();
    const watch = new MutationObserver(follow);
    watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => watch.disconnect();
  }, [opened]);
}
