import { useState } from 'react';
import type { BrowserShelf } from '../browser-shelf.ts';

interface KeptProps {
  readonly shelf: BrowserShelf;
  readonly onDeleted: () => void;
}

/** What lessons keep in this browser, and the button that deletes all of it. */
export function KeptHere({ shelf, onDeleted }: KeptProps) {
  const [state, setState] = useState<'kept' | 'asks' | 'deleted'>('kept');
  const remove = () => {
    shelf.deleteAll();
    setState('deleted');
    onDeleted();
  };
  return (
    <footer className="kept-here">
      <p className="quiet">
        {shelf.keepsNothing
          ? 'This browser lets the page keep nothing: what you do here holds until you leave.'
          : 'Kept in this browser are your code and what you chose, and nothing else. Nothing is sent anywhere.'}
      </p>
      {state === 'asks' ? (
        <span className="line-up">
          <span role="alert">All your answers and your code will be gone.</span>
          <button type="button" className="button small" onClick={remove}>
            Delete them for good
          </button>
          <button type="button" className="button small" onClick={() => setState('kept')}>
            Keep them
          </button>
        </span>
      ) : (
        <button type="button" className="button small" onClick={() => setState('asks')}>
          Delete all that is kept
        </button>
      )}
      {state === 'deleted' && (
        <span role="status" className="quiet">
          Deleted. You have a new code.
        </span>
      )}
    </footer>
  );
}
