import { useState } from 'react';
import { messageOf } from './message-of.ts';

export interface Saving {
  /** Why the last file could not be made. */
  readonly notSaved: string | null;
  readonly saving: (save: () => void | Promise<void>) => () => void;
}

/** A file that could not be made says so: nothing else would tell that it is missing. */
export function useSaving(): Saving {
  const [notSaved, setNotSaved] = useState<string | null>(null);
  const saving = (save: () => void | Promise<void>) => () => {
    setNotSaved(null);
    void Promise.resolve()
      .then(save)
      .catch((error: unknown) => setNotSaved(`Nothing was saved. ${messageOf(error)}`));
  };
  return { notSaved, saving };
}
