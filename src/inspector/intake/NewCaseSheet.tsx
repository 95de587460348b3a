import { useEffect, useRef, useState } from 'react';
import type { Session } from '../state/session.ts';
import type { KeptCase } from './kept-case.ts';
import { myCases } from './my-cases.ts';
import { CaseSheet } from './CaseSheet.tsx';
import { freshStart, halfTold, startFromOpen, startWith, type StartOfCase } from './start-of-case.ts';
import '../parts/full-sheet.css';

interface SheetProps {
  readonly session: Session;
  /** `new`: nothing is said yet; `open`: the cards of what stands in the page. */
  readonly from: 'new' | 'open';
  readonly onClose: () => void;
}

/** The sheet over the page in which a case is asked for. It begins with nothing, or with what is open in the page. */
export function NewCaseSheet({ session, from, onClose }: SheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const [half, setHalf] = useState(halfTold);
  const [start, setStart] = useState<StartOfCase | null>(null);
  useEffect(() => {
    const { current } = sheet;
    if (current && !current.open) current.showModal();
    return () => current?.close();
  }, []);
  useEffect(() => {
    if (half !== null || start !== null) return undefined;
    let isOver = false;
    const begin = async () => {
      const begun = from === 'new' ? freshStart() : await startFromOpen(session);
      if (!isOver) setStart(begun);
    };
    void begin();
    return () => {
      isOver = true;
    };
  }, [half, start, from, session]);
  const label = from === 'new' ? 'New case' : 'Change this case';
  return (
    <dialog ref={sheet} className="full-sheet intake" aria-label={label} onCancel={(event) => event.preventDefault()}>
      {start ? (
        <CaseSheet session={session} start={start} onClose={onClose} />
      ) : (
        half && (
          <HalfTold
            half={half}
            onGoOn={() => setStart(startWith(half))}
            onBegin={() => setHalf(null)}
            onClose={onClose}
          />
        )
      )}
    </dialog>
  );
}

interface HalfProps {
  readonly half: KeptCase;
  readonly onGoOn: () => void;
  readonly onBegin: () => void;
  readonly onClose: () => void;
}

/** Nothing that somebody said is thrown away unasked. */
function HalfTold({ half, onGoOn, onBegin, onClose }: HalfProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const keep = () => {
    const cases = myCases();
    const taken = cases.getSnapshot().cases.map(({ title }) => title);
    let title = half.title;
    for (let n = 2; taken.includes(title); n += 1) title = `${half.title} (${n})`;
    const kept = cases.keep({ title, text: half.text, draft: half.draft });
    if ('failed' in kept) return setFailed(kept.failed);
    return begin();
  };
  const begin = () => {
    myCases().dropDraft();
    onBegin();
  };
  return (
    <div
      className="half-told"
      role="presentation"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h2>A case is half told</h2>
      <p>
        <bdi>{half.title}</bdi>
      </p>
      <div className="line-up">
        <button type="button" className="button main" ref={(button) => button?.focus()} onClick={onGoOn}>
          Go on with it
        </button>
        <button type="button" className="button" onClick={keep}>
          Keep it in My cases and begin anew
        </button>
        <button type="button" className="button" onClick={begin}>
          Throw it away and begin anew
        </button>
        <button type="button" className="button bare" onClick={onClose}>
          Close
        </button>
      </div>
      {failed !== null && <p role="alert">{failed}</p>}
    </div>
  );
}
