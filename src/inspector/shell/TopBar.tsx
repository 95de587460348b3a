import { useSyncExternalStore } from 'react';
import { CaseButtons } from './CaseButtons.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ProofChip } from '../proof/ProofChip.tsx';
import { countChanges } from '../state/changes.ts';
import type { Session } from '../state/session.ts';
import type { StoryStore } from '../state/story-store.ts';
import { useStory } from '../state/use-story.ts';
import type { Watching } from '../watch/watching.ts';
import { MoreMenu } from './MoreMenu.tsx';
import { subscribeTheme, themeNow, toggleTheme } from './theme.ts';
import type { Overlay } from '../state/overlay.ts';

interface TopBarProps {
  readonly session: Session;
  readonly watching: Watching;
  readonly store: StoryStore;
  readonly onOpen: (sheet: Overlay) => void;
}

/** Where the data come from, told after the iOS of the device. */
const ROUTES = { icloud: 'from iCloud', computer: 'from a computer', direct: 'from phone to phone' } as const;

export function TopBar({ session, watching, store, onOpen }: TopBarProps) {
  const { scenario, changes, hand } = useStory(store, 'scenario', 'changes', 'hand');
  const theme = useSyncExternalStore(subscribeTheme, themeNow);
  const changed = countChanges(changes);
  return (
    <header className="topbar">
      <h1 className="brand">
        <Mark />
        <span>restore-sim</span>
      </h1>
      <button
        type="button"
        className="button picker-button"
        aria-haspopup="dialog"
        aria-label={`Scenario: ${scenario.title.slice(0, 200)}. Choose another`}
        onClick={() => onOpen('library')}
      >
        <bdi className="clip">{scenario.title.slice(0, 400)}</bdi>
        <Icon name="chevron" />
      </button>
      <CaseButtons onOpen={onOpen} />
      <span className="edition">
        <b>iOS {scenario.world.device.ios}</b> <span className="edition-route">{ROUTES[scenario.route]}</span>
      </span>
      <button
        type="button"
        className={changed > 0 ? 'button bare conditions-chip changed' : 'button bare conditions-chip'}
        aria-label={
          changed > 0 ? `${changed} ${changed === 1 ? 'condition' : 'conditions'} changed` : 'Conditions as given'
        }
        title={changed > 0 ? undefined : 'Conditions as given: change one and see what differs'}
        onClick={() => store.picked.setView('what-if')}
      >
        <Icon name="sliders" />
        {changed > 0 && <b className="only-narrow">{changed}</b>}
        {changed > 0 && <span>{`${changed} ${changed === 1 ? 'condition' : 'conditions'} changed`}</span>}
      </button>
      {changed > 0 && (
        <button type="button" className="button small" onClick={() => store.setChanges({})}>
          Reset
        </button>
      )}
      {hand && (
        <button type="button" className="button small by-hand" onClick={() => store.backToScript()}>
          Return to the story
        </button>
      )}
      <span className="spacer" />
      <ProofChip store={store} onOpen={() => onOpen('proof')} />
      <button type="button" className="button share-button" aria-label="Share and save" onClick={() => onOpen('share')}>
        <Icon name="link" />
        <span className="only-wide">Share</span>
      </button>
      <button
        type="button"
        className="button square only-wide"
        aria-label="Class mode"
        title="Class mode (f)"
        onClick={() => onOpen('class')}
      >
        <Icon name="full" />
      </button>
      <button
        type="button"
        className="button square"
        aria-label={theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'}
        onClick={toggleTheme}
      >
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
      </button>
      <button type="button" className="button square" aria-label="Help" onClick={() => onOpen('help')}>
        <b aria-hidden="true">?</b>
      </button>
      <MoreMenu session={session} watching={watching} store={store} onOpen={onOpen} />
    </header>
  );
}

/** The page's own sign: lines that go their way, and one that stops. */
function Mark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="currentColor" />
      <path
        d="M4.5 8h15M4.5 13c5 0 5 4.6 9 4.6"
        fill="none"
        stroke="var(--card)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <circle cx="17" cy="17.6" r="1.7" fill="none" stroke="var(--card)" strokeWidth="1.5" />
    </svg>
  );
}
