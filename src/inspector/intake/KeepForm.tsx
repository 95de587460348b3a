import { type FormEvent, type ReactNode, useState } from 'react';
import type { KeptCase } from './kept-case.ts';
import { type Kept, STAYS_HERE } from './my-cases.ts';

interface KeepProps {
  readonly className: string;
  readonly title: string;
  /** What was opened out of My cases; it is kept over itself. */
  readonly keptAs: KeptCase | null;
  /** Keeps it under a name, and over a case if one is named. */
  readonly onKeep: (title: string, over: KeptCase | null) => Kept;
  /** Whether it is the main thing to do here, and the name is to be typed at once. */
  readonly isMain: boolean;
  /** Other ways out, behind the button that keeps. */
  readonly children?: ReactNode;
}

/** Keeps a case under a name. One that is there already is only replaced by somebody who says so. */
export function KeepForm({ className, title: first, keptAs, onKeep, isMain, children }: KeepProps) {
  const [title, setTitle] = useState(first);
  const [exists, setExists] = useState<KeptCase | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const keep = (over: KeptCase | null) => {
    const kept = onKeep(title.trim(), over);
    if ('exists' in kept) setExists(kept.exists);
    if ('failed' in kept) setFailed(kept.failed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') keep(keptAs);
  };
  return (
    <form className={className} onSubmit={submit}>
      <label className={isMain ? 'field' : undefined}>
        <span>Name</span>
        <input
          className={isMain ? undefined : 'typed-in'}
          ref={(input) => {
            if (isMain && input && document.activeElement?.closest(`.${className}`) === null) input.focus();
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
        <button type="submit" className={isMain ? 'button main' : 'button'}>
          Keep it in My cases
        </button>
      ) : (
        <>
          <span role="alert">
            {exists.id === keptAs?.id
              ? 'Another window has changed this case.'
              : 'There is a case with this name already.'}
          </span>
          <button type="button" className="button" onClick={() => keep(exists)}>
            Replace it
          </button>
        </>
      )}
      {children}
      {failed !== null && <span role="alert">{failed}</span>}
      <span className="quiet">{STAYS_HERE}</span>
    </form>
  );
}
