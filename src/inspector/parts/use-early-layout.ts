import { useLayoutEffect } from 'react';

/**
 * Lays the page out as soon as a change is drawn into it. By itself the browser begins with that at its next picture,
 * and has done nothing until then: at a step that is most of the time from the picture's begin to its end.
 */
export function useEarlyLayout(subscribe: (onChange: () => void) => () => void): void {
  useLayoutEffect(() => {
    const { port1, port2 } = new MessageChannel();
    let isDone = false;
    // A message comes after all that is drawn for the change.
    port1.addEventListener('message', () => void document.body.offsetHeight);
    port1.start();
    const end = subscribe(() => {
      // Of the changes before one picture only the first: each could undo the work of the one before.
      if (isDone) return;
      isDone = true;
      port2.postMessage(null);
      requestAnimationFrame(() => {
        isDone = false;
      });
    });
    return () => {
      end();
      port1.close();
    };
  }, [subscribe]);
}
