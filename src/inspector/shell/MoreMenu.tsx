import { Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { part } from '../parts/part.ts';
import { Icon } from '../parts/Icon.tsx';
import { served } from '../state/served-file.ts';
import { openLessons } from '../state/address.ts';
import type { Session } from '../state/session.ts';
import type { Overlay } from '../state/overlay.ts';
import type { StoryStore } from '../state/story-store.ts';
import { usePicked } from '../state/use-story.ts';
import type { Watching } from '../watch/watching.ts';

const WatchSheet = part(async () => (await import('../watch/WatchSheet.tsx')).WatchSheet);

interface MoreProps {
  readonly session: Session;
  readonly watching: Watching;
  readonly store: StoryStore;
  readonly onOpen: (sheet: Overlay) => void;
}

/**
 * The machinery, out of the way of everybody who has not asked for it. The browser closes the menu with Escape or a
 * click beside it, and gives the focus back.
 */
export function MoreMenu({ session, watching, store, onOpen }: MoreProps) {
  const { machinery } = usePicked(store, 'machinery');
  const { store: watched, running } = useSyncExternalStore(watching.subscribe, watching.getSnapshot);
  const [watches, setWatches] = useState(served('watch') !== undefined);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => watching.start(), [watching]);
  const canWatch = machinery && served('live') !== undefined;
  const show = (name: string, text: string) => {
    void session.openText(name, text).then((isOpen) => isOpen && setWatches(false));
  };
  return (
    <>
      <button type="button" className="button more-button" popoverTarget="more-menu" aria-label="More">
        <span className="more-word">More</span>
        <span className="more-sign">
          <Icon name="same" />
        </span>
        {canWatch && running > 0 && <span className="tag now">{running}</span>}
        <Icon name="chevron" size={13} />
      </button>
      <div ref={menu} id="more-menu" className="more-menu" popover="auto" role="group" aria-label="More">
        <button
          type="button"
          className="more-item"
          onClick={() => {
            menu.current?.hidePopover();
            onOpen('class');
          }}
        >
          <b>Class mode</b>
          <span className="quiet">In front of a room: full screen, one thing at a time, with a clicker (key f)</span>
        </button>
        <button type="button" className="more-item" onClick={openLessons}>
          <b>Lessons</b>
          <span className="quiet">
            Predict what comes back, then watch it being decided: for one, or for a class (key l)
          </span>
        </button>
        <button
          type="button"
          className="more-item"
          onClick={() => {
            menu.current?.hidePopover();
            onOpen('backup');
          }}
        >
          <b>A customer’s backup</b>
          <span className="quiet">What would it bring back, onto that phone? Read in this browser, sent nowhere</span>
        </button>
        <button
          type="button"
          role="switch"
          aria-checked={machinery}
          className="more-item"
          onClick={() => store.picked.showMachinery(!machinery)}
        >
          <b>Show the machinery</b>
          <span className="quiet">
            For engineers: charts of states, messages, the rules’ own names, fingerprints of runs
          </span>
          <span className="on-off" aria-hidden="true">
            {machinery ? 'On' : 'Off'}
          </span>
        </button>
        {canWatch && (
          <button
            type="button"
            className="more-item"
            onClick={() => {
              menu.current?.hidePopover();
              setWatches(true);
            }}
          >
            <b>Watch programs</b>
            <span className="quiet">An event log and a sequence of programs that use @statelyai/inspect</span>
            {running > 0 && <span className="tag now">{`${running} running`}</span>}
          </button>
        )}
      </div>
      {watches && watched && (
        <Suspense fallback={null}>
          <WatchSheet store={watched} onClose={() => setWatches(false)} onOpen={show} />
        </Suspense>
      )}
    </>
  );
}
