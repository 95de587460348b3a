import { type FormEvent, useState } from 'react';
import type { CaseDesk } from './case-desk.ts';
import { titleOfCase } from './case-title.ts';
import { fileOfCase } from './file-of-case.ts';
import type { KeptCase } from './kept-case.ts';
import { myCases, STAYS_HERE } from './my-cases.ts';

interface KeepingProps {
  readonly desk: CaseDesk;
  readonly onDone: () => void;
}

/** Keeps the case under a name. One that is there already is only replaced by somebody who says so. */
export function Keeping({ desk, onDone }: KeepingProps) {
  const [title, setTitle] = useState(() => desk.keptAs?.title ?? titleOfCase(desk.getSnapshot().draft));
  const [exists, setExists] = useState<KeptCase | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const keep = (over: KeptCase | null) => {
    const { draft } = desk.getSnapshot();
    const kept = myCases().keep({ title: title.trim(), text: fileOfCase(draft, title.trim()).text, draft }, over);
    if ('exists' in kept) return setExists(kept.exists);
    if ('failed' in kept) return setFailed(kept.failed);
    desk.wasKept(kept.kept);
    // It has a name now: nobody has to be asked about it again.
    myCases().dropDraft();
    return onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') keep(desk.keptAs);
  };
  return (
    <form className="keeping" onSubmit={submit}>
      <label className="field">
        <span>Name</span>
        <input
          ref={(input) => {
            if (input && document.activeElement?.closest('.keeping') === null) input.focus();
          }}
          value={title}
          maxLength={200}
          onChange={(event) => {
            setTitle(event.target.value);
            setExists(null);
          }}
        />
      </label>
      {exists === null ? (
        <button type="submit" className="button main">
          Keep it in My cases
        </button>
      ) : (
        <>
          <span role="alert">
            {exists.id === desk.keptAs?.id
              ? 'Another window has changed this case.'
              : 'There is a case with this name already.'}
          </span>
          <button type="button" className="button" onClick={() => keep(exists)}>
            Replace it
          </button>
        </>
      )}
      <button type="button" className="button" onClick={onDone}>
        Not now
      </button>
      {failed !== null && <span role="alert">{failed}</span>}
      <span className="quiet">{STAYS_HERE}</span>
    </form>
  );
}
