import { useEffect, useState } from 'react';
import type { Session } from '../state/session.ts';
import { filesOf, openFiles } from './pick-file.ts';

/** A scenario file can be dropped anywhere on the page. */
export function DropFile({ session }: { readonly session: Session }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      void filesOf(event.dataTransfer).then((files) => openFiles(session, files));
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [session]);
  return over ? <div className="drop-veil">Drop the scenario file</div> : null;
}
