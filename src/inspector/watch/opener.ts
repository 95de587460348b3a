import { readLiveValue } from '../../report/live.ts';
import type { LiveMessage } from '../../report/live-message.ts';
import { isLoopbackOrigin } from '../../report/loopback.ts';

/** The window that opened this one to be watched, as far as it is let in. */
export type Opener =
  | { readonly is: 'none' }
  /** Its referrer policy hides who it is. */
  | { readonly is: 'nameless' }
  | { readonly is: 'foreign'; readonly origin: string }
  | { readonly is: 'local'; readonly origin: string };

interface Listening {
  readonly told: (message: LiveMessage) => void;
  readonly left: (why: string) => void;
}

const LOOK_EVERY = 1000;

/** Who opened this window. Nothing is said to it by that. */
export function openerOf({ opener, document }: Window): Opener {
  if (!opener) return { is: 'none' };
  if (!URL.canParse(document.referrer)) return { is: 'nameless' };
  const { origin } = new URL(document.referrer);
  return isLoopbackOrigin(origin) ? { is: 'local', origin } : { is: 'foreign', origin };
}

/** Listens to the window that opened this one, which learns by a handshake that somebody does. */
export function listenToOpener(origin: string, { told, left }: Listening): void {
  const opener = window.opener as Window | null;
  if (!opener) return;
  window.addEventListener('message', (event) => {
    if (event.source !== opener || event.origin !== origin) return;
    const data: unknown = event.data;
    if (isDisconnected(data)) left('its inspector was stopped');
    const message = readLiveValue(data);
    if (message !== undefined && message !== 'not shown') told(message);
  });
  // A closed window says nothing any more.
  const looking = setInterval(() => {
    if (!opener.closed) return;
    clearInterval(looking);
    left('its window was closed');
  }, LOOK_EVERY);
  opener.postMessage({ type: '@statelyai.connected' }, origin);
}

const isDisconnected = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && (data as { type?: unknown }).type === '@statelyai.disconnected';
