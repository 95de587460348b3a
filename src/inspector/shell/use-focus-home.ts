import { useEffect } from 'react';

/** Where the focus goes when what had it is gone, and nothing around it is left. */
const HOME = '#view';

/**
 * A tap on the phone takes its own button away, a sheet takes all of its own: the browser then lets the focus fall to
 * the page, and whoever works by keyboard begins anew at the top. It goes to what stood around it instead.
 */
export function useFocusHome(): void {
  useEffect(() => {
    let around: readonly Element[] = [];
    const note = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      const chain: Element[] = [];
      for (let at: Element | null = target; at; at = at.parentElement) chain.push(at);
      around = chain;
    };
    const bringHome = (): void => {
      const [had] = around;
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (!had || !isLost || had.isConnected || document.querySelector('dialog[open]')) return;
      const home = around.find((part) => part.isConnected && part.hasAttribute('tabindex'));
      const target = home ?? document.querySelector(HOME);
      if (target instanceof HTMLElement || target instanceof SVGElement) target.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(bringHome);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', note);
    };
  }, []);
}
