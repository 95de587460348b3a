import { useState } from 'react';
import type { CaseDesk } from './case-desk.ts';
import { Keeping } from './Keeping.tsx';

interface LeavingProps {
  readonly desk: CaseDesk;
  /** Something in the file waits to be used; it goes with the sheet. */
  readonly isEdited: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Before the sheet goes with something in it that was kept under no name. */
export function Leaving({ desk, isEdited, onStay, onLeave }: LeavingProps) {
  const [keeps, setKeeps] = useState(false);
  return (
    <div className="leaving" role="alertdialog" aria-label="Close the case?">
      {keeps ? (
        <Keeping desk={desk} onDone={() => (desk.getSnapshot().isChanged ? setKeeps(false) : onLeave())} />
      ) : (
        <>
          <p>
            Close the case? What you said stays in this browser as a draft: <b>New case</b> goes on with it.
            {isEdited && ' What you changed in the file and did not use is lost.'}
          </p>
          <div className="line-up">
            <button
              type="button"
              className="button main"
              ref={(button) => {
                if (button && document.activeElement?.closest('.leaving') === null) button.focus();
              }}
              onClick={onStay}
            >
              Go on
            </button>
            <button type="button" className="button" onClick={() => setKeeps(true)}>
              Keep it in My cases
            </button>
            <button type="button" className="button" onClick={onLeave}>
              Close
            </button>
          </div>
        </>
      )}
    </div>
  );
}
