import { type FormEvent, useEffect, useState, useSyncExternalStore } from 'react';
import { saveText } from '../export/save.ts';
import { Icon } from '../parts/Icon.tsx';
import type { Session } from '../state/session.ts';
import { dayAndTime } from './day-here.ts';
import { caseFileName } from './case-file-name.ts';
import type { DamagedCase, KeptCase } from './kept-case.ts';
import { myCases, STAYS_HERE } from './my-cases.ts';
import './my-cases.css';

interface ListProps {
  readonly session: Session;
  /** A case stands in the page now. */
  readonly onOpened: () => void;
  /** The same, and its cards are wanted. */
  readonly onChange: () => void;
}

/** The cases that were kept in this browser: to be played, changed, renamed, saved as files and deleted. */
export function MyCasesList({ session, onOpened, onChange }: ListProps) {
  const kept = myCases();
  const { cases, damaged, deleted, trouble } = useSyncExternalStore(kept.subscribe, kept.getSnapshot);
  useEffect(() => () => kept.forgetDeleted(), [kept]);
  const open = (one: KeptCase, then: () => void) =>
    void session.openText(caseFileName(one.title), one.text).then((isOpen) => isOpen && then());
  return (
    <section className="my-cases" aria-label="My cases">
      <h3>
        My cases <span className="quiet">{cases.length}</span>
      </h3>
      {trouble !== null && <p role="alert">{trouble}</p>}
      {deleted && (
        <p className="undo" role="status">
          <span>
            Deleted: <bdi>{deleted.title}</bdi>
          </span>
          <button type="button" className="button small" onClick={() => kept.undo()}>
            Undo
          </button>
        </p>
      )}
      <ul>
        {cases.map((one) => (
          <KeptRow
            key={one.id}
            one={one}
            onPlay={() => open(one, onOpened)}
            onChange={() => open(one, onChange)}
            onRename={(title) => kept.rename(one.id, title)}
            onDelete={() => kept.delete(one.id)}
          />
        ))}
        {damaged.map((one) => (
          <DamagedRow key={one.id} one={one} onDelete={() => kept.delete(one.id)} />
        ))}
      </ul>
      <p className="quiet">
        {cases.length === 0 ? 'None yet: “New case” makes one, and “Keep” puts it here. ' : ''}
        {STAYS_HERE}
      </p>
    </section>
  );
}

interface RowProps {
  readonly one: KeptCase;
  readonly onPlay: () => void;
  readonly onChange: () => void;
  readonly onRename: (title: string) => boolean;
  readonly onDelete: () => void;
}

function KeptRow({ one, onPlay, onChange, onRename, onDelete }: RowProps) {
  const [renames, setRenames] = useState(false);
  if (renames) return <Rename one={one} onRename={onRename} onDone={() => setRenames(false)} />;
  return (
    <li className="kept">
      <button type="button" className="kept-name" onClick={onPlay} aria-label={`Play ${one.title}`}>
        <b>
          <bdi>{one.title}</bdi>
        </b>
        <span className="quiet">{dayAndTime(one.at)}</span>
      </button>
      <span className="line-up">
        <button type="button" className="button small" onClick={onChange} aria-label={`Change ${one.title}`}>
          Change
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => setRenames(true)}
          aria-label={`Rename ${one.title}`}
        >
          Rename
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => saveText(caseFileName(one.title), 'application/yaml', one.text)}
          aria-label={`Save ${one.title} as a file`}
        >
          <Icon name="save" size={13} /> File
        </button>
        <button type="button" className="button small" onClick={onDelete} aria-label={`Delete ${one.title}`}>
          Delete
        </button>
      </span>
    </li>
  );
}

interface RenameProps {
  readonly one: KeptCase;
  readonly onRename: RowProps['onRename'];
  readonly onDone: () => void;
}

function Rename({ one, onRename, onDone }: RenameProps) {
  const [title, setTitle] = useState(one.title);
  const [isTaken, setIsTaken] = useState(false);
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === one.title || onRename(title.trim())) onDone();
    else setIsTaken(true);
  };
  return (
    <li className="kept">
      <form className="line-up" onSubmit={rename}>
        <label className="field">
          <span className="hidden">New name</span>
          <input
            ref={(input) => input?.focus()}
            value={title}
            maxLength={200}
            required
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <button type="submit" className="button small main">
          Rename
        </button>
        <button type="button" className="button small" onClick={onDone}>
          Leave it
        </button>
        {isTaken && <span role="alert">Another case has this name.</span>}
      </form>
    </li>
  );
}

function DamagedRow({ one, onDelete }: { readonly one: DamagedCase; readonly onDelete: () => void }) {
  const [asks, setAsks] = useState(false);
  return (
    <li className="kept">
      <span className="kept-name">
        <b>A case that cannot be read</b>
        <span className="quiet">{one.says}</span>
      </span>
      <span className="line-up">
        <button
          type="button"
          className="button small"
          onClick={() => saveText(`damaged-case-${one.id}.txt`, 'text/plain', one.raw)}
        >
          <Icon name="save" size={13} /> Save what is there
        </button>
        <button type="button" className="button small" onClick={() => (asks ? onDelete() : setAsks(true))}>
          {asks ? 'Delete it for good' : 'Delete'}
        </button>
      </span>
    </li>
  );
}
