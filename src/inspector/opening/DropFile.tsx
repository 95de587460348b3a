import { useEffect, useState } from 'react';
import type { Session } from '../state/session.ts';
import { type Dropped, droppedOn, mayBeBackup } from './dropped.ts';

interface DropProps {
  readonly session: Session;
  /** A backup was dropped, and is being read. */
  readonly onBackup: () => void;
}

/** A scenario file, or the folder of a backup, can be dropped anywhere on the page. */
export function DropFile({ session, onBackup }: DropProps) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const open = async (dropped: readonly Dropped[]) => {
      if (dropped.some(mayBeBackup)) {
        const { takeDropped } = await import('../backup/take-backup.ts');
        if (await takeDropped(dropped, onBackup)) return;
      }
      const { filesOf, openFiles } = await import('./pick-file.ts');
      await openFiles(session, await filesOf(dropped));
    };
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
      void open(droppedOn(event.dataTransfer));
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [session, onBackup]);
  return over ? <div className="drop-veil">Drop the scenario file, or the folder of a backup</div> : null;
}
