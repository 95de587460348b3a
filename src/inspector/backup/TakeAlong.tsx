import { useState } from 'react';
import { saveText } from '../export/save.ts';
import { KeepForm } from '../intake/KeepForm.tsx';
import type { KeptCase } from '../intake/kept-case.ts';
import { myCases } from '../intake/my-cases.ts';
import { Icon } from '../parts/Icon.tsx';
import type { Session } from '../state/session.ts';
import type { BackupAnswer } from './backup-answer.ts';

interface TakeProps {
  readonly file: BackupAnswer['file'];
  readonly session: Session;
  readonly isBehind: boolean;
  readonly onPlayed: () => void;
}

/** Play it in the page like any other scenario, save it, or keep it in this browser. */
export function TakeAlong({ file, session, isBehind, onPlayed }: TakeProps) {
  const [keeps, setKeeps] = useState(false);
  const play = async () => {
    if (await session.openText(file.name, file.text)) onPlayed();
  };
  return (
    <div className="take-along">
      <button type="button" className="button main" disabled={isBehind} onClick={() => void play()}>
        <Icon name="next" /> Play this restore
      </button>
      <button
        type="button"
        className="button"
        disabled={isBehind}
        onClick={() => saveText(file.name, 'application/yaml', file.text)}
      >
        <Icon name="save" /> Save as a file
      </button>
      <button type="button" className="button" aria-expanded={keeps} onClick={() => setKeeps(!keeps)}>
        <Icon name="box" /> Keep
      </button>
      {keeps && <KeepBackup key={file.title} file={file} onDone={() => setKeeps(false)} />}
    </div>
  );
}

/** Keeps the scenario among the cases of one’s own. */
function KeepBackup({ file, onDone }: { readonly file: BackupAnswer['file']; readonly onDone: () => void }) {
  const keep = (title: string, over: KeptCase | null) => {
    const kept = myCases().keep({ title, text: file.text }, over);
    if ('kept' in kept) onDone();
    return kept;
  };
  return <KeepForm className="keep-backup" title={file.title} keptAs={null} onKeep={keep} isMain={false} />;
}
