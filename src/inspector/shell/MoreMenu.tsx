import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { served } from '../state/served-file.ts';
import type { Session } from '../state/session.ts';
import type { WatchStore } from '../watch/connection.ts';

const WatchSheet = lazy(async () => ({ default: (await import('../watch/WatchSheet.tsx')).WatchSheet }));

/**
 * What only engineers look for, out of the way of everybody else. Only there when the page comes from our own local
 * server. The browser closes the menu with Escape or a click beside it, and gives the focus back.
 */
export function MoreMenu({ session, watching }: { readonly session: Session; readonly watching: WatchStore }) {
  const { programs } = useSyncExternalStore(watching.subscribe, watching.getSnapshot);
  const [watches, setWatches] = useState(served('watch') !== undefined);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => watching.start(), [watching]);
  if (served('live') === undefined) return null;
  const running = programs.all.filter(({ connected }) => connected).length;
  const show = (name: string, text: string) => {
    void session.openText(name, text).then((isOpen) => isOpen && setWatches(false));
  };
  return (
    <>
      <button type="button" className="button more-button" popoverTarget="more-menu" aria-label="More, for engineers">
        <span>More</span>
        {running > 0 && <span className="tag now">{running}</span>}
        <Icon name="chevron" size={13} />
      </button>
      <div ref={menu} id="more-menu" className="more-menu" popover="auto" role="group" aria-label="For engineers">
        <h3>For engineers</h3>
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
      </div>
      {watches && (
        <Suspense fallback={null}>
          <WatchSheet store={watching} onClose={() => setWatches(false)} onOpen={show} />
        </Suspense>
      )}
    </>
  );
}
