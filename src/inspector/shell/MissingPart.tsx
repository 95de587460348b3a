import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import './missing-part.css';

/** Told by what fetches the page's parts, wherever one of them is asked for. */
const MISSED = 'vite:preloadError';

/**
 * Says that a part of the page did not come: the program that serves the page may have ended, or another version of
 * it has taken its place. A browser asks for a part but once, so the page is loaded anew, and not before it is there.
 */
export function MissingPart() {
  const [says, setSays] = useState('');
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
  const again = () => {
    fetch(location.href).then(
      () => location.reload(),
      () => setSays('There is still no answer. Start the program again, then try once more.'),
    );
  };
  return says === '' ? null : (
    <div className="floating missing-part" role="alert" popover="manual" ref={line}>
      <p>{says}</p>
      <button type="button" className="button small" onClick={again}>
        Load the page again
      </button>
    </div>
  );
}
