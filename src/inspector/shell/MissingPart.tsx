import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Session } from '../state/session.ts';
import './missing-part.css';

/** Told by what fetches the page's parts, wherever one of them is asked for. */
const MISSED = 'vite:preloadError';

/**
 * Says that a part of the page did not come: the program that serves the page may have ended, or another version of
 * it has taken its place. A browser asks for a part but once, so the page is loaded anew, and not before it is there.
 * What is shown stands there again; where it cannot be kept, that is said before it is lost.
 */
export function MissingPart({ session }: { readonly session: Session }) {
  const [says, setSays] = useState('');
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    const tell = () => setSays('A part of this page could not be fetched. Was the program closed? Start it again.');
    window.addEventListener(MISSED, tell);
    return () => window.removeEventListener(MISSED, tell);
  }, []);
  const line = useRef<HTMLDivElement>(null);
  // Above an open dialog too: what was pressed may stand in it.
  useLayoutEffect(() => {
    if (says !== '') line.current?.togglePopover(true);
  }, [says]);
  const again = async () => {
    const isThere = await fetch(location.href).then(
      () => true,
      () => false,
    );
    if (!isThere) setSays('There is still no answer. Start the program again, then try once more.');
    else if (isLost || (await session.isKeptForReload())) location.reload();
    else {
      setIsLost(true);
      setSays('This case is too large to be kept: loading the page again loses it. Keep its file at hand.');
    }
  };
  return says === '' ? null : (
    <div className="floating missing-part" role="alert" popover="manual" ref={line}>
      <p>{says}</p>
      <button type="button" className="button small" onClick={() => void again()}>
        {isLost ? 'Load it all the same' : 'Load the page again'}
      </button>
    </div>
  );
}
