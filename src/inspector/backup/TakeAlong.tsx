import { type FormEvent, useState } from 'react';
import { saveText } from '../export/save.ts';
import type { KeptCase } from '../intake/kept-case.ts';
import { myCases, STAYS_HERE } from '../intake/my-cases.ts';
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

/** Keeps the scenario among the cases of one’s own; one that is there is only replaced by somebody who says so. */
function KeepBackup({ file, onDone }: { readonly file: BackupAnswer['file']; readonly onDone: () => void }) {
  const [title, setTitle] = useState(file.title);
  const [exists, setExists] = useState<KeptCase | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const keep = (over: KeptCase | null) => {
    const kept = myCases().keep({ title: title.trim(), text: file.text }, over);
    if ('exists' in kept) return setExists(kept.exists);
    if ('failed' in kept) return setFailed(kept.failed);
    return onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') keep(null);
  };
  return (
    <form className="keep-backup" onSubmit={submit}>
      <label>
        <span>Name</span>
        <input
          className="typed-in"
          value={title}
          maxLength={200}
          onChange={(event) => {
            setTitle(event.target.value);
            setExists(null);
          }}
        />
      </label>
      {exists === null ? (
        <button type="submit" className="button">
          Keep it in My cases
        </button>
      ) : (
        <>
          <span role="alert">There is a case with this name already.</span>
          <button type="button" className="button" onClick={() => keep(exists)}>
            Replace it
          </button>
        </>
      )}
      {failed !== null && <span role="alert">{failed}</span>}
      <span className="quiet">{STAYS_HERE}</span>
    </form>
  );
}
