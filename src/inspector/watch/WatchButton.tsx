import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import type { Session } from '../state/session.ts';
import { WatchStore } from './connection.ts';
import { offered } from './offered.ts';

const WatchSheet = lazy(async () => ({ default: (await import('./WatchSheet.tsx')).WatchSheet }));
const watching = new WatchStore();

/** Opens what other programs tell of their actors. Only there when the page comes from our own local server. */
export function WatchButton({ session }: { readonly session: Session }) {
  const { programs } = useSyncExternalStore(watching.subscribe, watching.getSnapshot);
  const [open, setOpen] = useState(offered('watch') !== null);
  useEffect(() => watching.start(), []);
  if (offered('live') === null) return null;
  const running = programs.filter(({ connected }) => connected).length;
  const show = (name: string, text: string) => {
    if (session.openText(name, text)) setOpen(false);
  };
  return (
    <>
      <button type="button" className="button watch-button" title="Watch other programs" onClick={() => setOpen(true)}>
        Watch{running > 0 && <span className="tag now">{running}</span>}
      </button>
      {open && (
        <Suspense fallback={null}>
          <WatchSheet store={watching} onClose={() => setOpen(false)} onOpen={show} />
        </Suspense>
      )}
    </>
  );
}
