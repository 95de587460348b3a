import { type ReactNode, useSyncExternalStore } from 'react';
import { Icon } from '../parts/Icon.tsx';
import type { LessonFrame } from './lesson-frame.ts';
import { subscribeTheme, themeNow, toggleTheme } from '../shell/theme.ts';

interface BarProps {
  /** What stands between the sign and the tools. */
  readonly children: ReactNode;
  readonly tools?: ReactNode;
  readonly frame: LessonFrame;
}

/** The head of every screen of the lessons. */
export function LessonBar({ children, tools, frame: { onLeave, onHelp } }: BarProps) {
  const theme = useSyncExternalStore(subscribeTheme, themeNow);
  return (
    <header className="lesson-bar">
      {children}
      <span className="bar-tools">
        {tools}
        <button
          type="button"
          className="button square"
          aria-label={theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'}
          onClick={toggleTheme}
        >
          <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        </button>
        <button type="button" className="button square" aria-label="Help" title="Help (?)" onClick={onHelp}>
          <b aria-hidden="true">?</b>
        </button>
        {onLeave && (
          <button
            type="button"
            className="button square"
            aria-label="Back to the workbench"
            title="Back to the workbench"
            onClick={onLeave}
          >
            <Icon name="close" />
          </button>
        )}
      </span>
    </header>
  );
}
