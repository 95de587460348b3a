import { useEffect, useLayoutEffect, useRef } from 'react';
import { toggleTheme } from '../shell/theme.ts';
import type { Show } from './use-show.ts';
import { type LiveState, useLiveState } from './use-live-state.ts';

/** What the keys of class mode do, by the key that the browser names. */
export interface ClassActs {
  readonly show: Show;
  readonly blank: LiveState<boolean>;
  /** Whether the list of keys lies over the stage. */
  readonly list: LiveState<boolean>;
  readonly notes: () => void;
  readonly fullScreen: () => void;
  readonly leave: () => void;
}

interface ClassKey {
  /** As they are shown, and as the browser names them. */
  readonly shown: readonly string[];
  readonly keys: readonly string[];
  readonly says: string;
  readonly does: (acts: ClassActs) => void;
}

/** In the order of the list behind `?`. A presenter’s clicker sends Page Up and Page Down, and b or a full stop. */
export const CLASS_KEYS: readonly ClassKey[] = [
  {
    shown: ['→', '↓', 'Page Down', 'Space'],
    keys: ['ArrowRight', 'ArrowDown', 'PageDown', ' '],
    says: 'Next',
    does: ({ show }) => show.next(),
  },
  {
    shown: ['←', '↑', 'Page Up'],
    keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'],
    says: 'Back',
    does: ({ show }) => show.back(),
  },
  { shown: ['Home'], keys: ['Home'], says: 'First scene', does: ({ show }) => show.goTo(0) },
  { shown: ['End'], keys: ['End'], says: 'Last scene', does: ({ show }) => show.goTo(show.scenes.length - 1) },
  { shown: ['b', '.'], keys: ['b', 'B', '.'], says: 'Blank the screen', does: ({ blank }) => blank.set(true) },
  { shown: ['n'], keys: ['n', 'N'], says: 'Notes in a second window', does: ({ notes }) => notes() },
  { shown: ['f'], keys: ['f', 'F'], says: 'Full screen, on or off', does: ({ fullScreen }) => fullScreen() },
  { shown: ['t'], keys: ['t', 'T'], says: 'Light or dark', does: toggleTheme },
  { shown: ['?'], keys: ['?'], says: 'These keys', does: ({ list }) => list.set(!list.now.current) },
  { shown: ['Esc'], keys: ['Escape'], says: 'Back to the workbench', does: ({ leave }) => leave() },
];

const KEY_OF = new Map(CLASS_KEYS.flatMap((row) => row.keys.map((key) => [key, row] as const)));
/** How long after a digit another may still belong to the same number. */
const TYPING_MS = 1200;

/**
 * The keys of class mode in the windows given, and the number that is being typed: digits go to a scene by themselves
 * a moment later, or at once with Enter.
 */
export function useClassKeys(acts: ClassActs, windows: readonly (Window | null)[]): string {
  const { value: typed, now, set: type } = useLiveState('');
  const latest = useRef(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    if (typed === '') return undefined;
    const timer = setTimeout(() => {
      type('');
      latest.current.show.goTo(Number(typed) - 1);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, type]);
  const [main = null, second = null] = windows;
  // Drawn is ready: a key pressed the moment the stage stands there is heard.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      press(event, latest.current, now.current, type);
    };
    const open = [main, second].filter((target) => target !== null);
    for (const target of open) target.addEventListener('keydown', listen);
    return () => {
      for (const target of open) target.removeEventListener('keydown', listen);
    };
  }, [main, second, now, type]);
  return typed;
}

function press(event: KeyboardEvent, acts: ClassActs, typed: string, type: (typed: string) => void): void {
  const { key } = event;
  const known = KEY_OF.get(key);
  if (acts.list.now.current && key !== 'Escape' && key !== '?') return undefined;
  if (acts.blank.now.current && (known || key === 'Enter')) {
    // Whatever is pressed brings the picture back, and does no more.
    event.preventDefault();
    return acts.blank.set(false);
  }
  if (/^\d$/.test(key)) {
    event.preventDefault();
    return type(`${typed}${key}`.slice(-4));
  }
  if (key === 'Enter' && typed !== '') {
    event.preventDefault();
    type('');
    return acts.show.goTo(Number(typed) - 1);
  }
  // Buttons keep the space bar, and a list that scrolls its arrows.
  if (!known || isLeftTo(event)) return undefined;
  event.preventDefault();
  type('');
  return known.does(acts);
}

function isLeftTo({ key, target }: KeyboardEvent): boolean {
  const element = target as Element | null;
  if (key === ' ') return element?.closest('button, a, summary') !== null;
  const scroller = element?.closest('.scrolls');
  return (
    (key === 'ArrowUp' || key === 'ArrowDown') &&
    scroller instanceof Object &&
    scroller !== null &&
    scroller.scrollHeight > scroller.clientHeight + 1
  );
}
