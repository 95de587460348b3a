import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { FateShape } from '../parts/Fate.tsx';
import { END_COUNTS, END_SHAPES, ENDS_SHOWN } from './end-words.ts';
import type { CaseDesk } from './case-desk.ts';
import { useDesk } from './use-desk.ts';

interface AnswerBarProps {
  readonly desk: CaseDesk;
  readonly children: ReactNode;
}

/** The counts, always in sight; where there is one column they carry the rest of the answer behind them. */
export function AnswerBar({ desk, children }: AnswerBarProps) {
  const { answer, isBehind } = useDesk(desk, 'answer', 'isBehind');
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <aside className="answer" data-open={isOpen} aria-label="What follows">
      <div className="answer-bar" aria-busy={isBehind}>
        <ul className="counts">
          {ENDS_SHOWN.map((end) => (
            <li key={end} className={end}>
              <FateShape fate={END_SHAPES[end]} />
              <b>{answer?.ok ? answer.counts[end] : '–'}</b> {END_COUNTS[end]}
            </li>
          ))}
        </ul>
        <button
          type="button"
          className="button small only-one-column"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Cards' : 'Answer'} <Icon name="chevron" size={13} />
        </button>
      </div>
      <div className="answer-inside scrolls" id={id} tabIndex={0} role="group" aria-label="The answer">
        {children}
      </div>
    </aside>
  );
}
