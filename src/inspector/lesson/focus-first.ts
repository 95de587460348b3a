import { useEffect } from 'react';

let isWanted = false;

/** What has the focus is about to go: the next screen that is drawn takes it up where one goes on. */
export function handOnFocus(): void {
  isWanted = true;
}

/** Takes the focus up, once the screen is drawn: who works by keyboard would begin anew at the top of the page. */
export function useFocusHandedOn(): void {
  useEffect(() => {
    if (!isWanted) return;
    isWanted = false;
    document.querySelector<HTMLElement>('.lesson-mode [data-first]')?.focus();
  }, []);
}
