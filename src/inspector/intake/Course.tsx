import { useState } from 'react';
import type { CaseView } from '../../intake/case-view.ts';
import { isList } from '../../intake/json.ts';
import type { Json } from '../../model/canonical.ts';
import { Acts } from './Acts.tsx';
import type { CaseDesk } from './case-desk.ts';
import type { NamedParts } from './more-values.ts';
import { Tries } from './Tries.tsx';

interface CourseProps {
  readonly desk: CaseDesk;
  readonly view: CaseView;
  readonly names: NamedParts;
}

/** What the tiles of the last card do not say: the course entry by entry, and what was tried again. */
export function Course({ desk, view, names }: CourseProps) {
  const [isOpen, setIsOpen] = useState(false);
  const script = listAt(view.stated['script']);
  const tries = listAt(view.stated['attempts']);
  const set = (path: string) => (entries: readonly Json[]) =>
    desk.change(entries.length === 0 ? { path: [path] } : { path: [path], value: entries });
  return (
    <>
      <details className="more-fields" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          What happened, one after the other {script.length > 0 && <span className="tag">{script.length} said</span>}
        </summary>
        {isOpen && (
          <>
            <p className="quiet">
              Only what was out of the ordinary: whatever is not said here goes as it usually goes.
            </p>
            <Acts view={view} entries={script} onSet={set('script')} />
          </>
        )}
      </details>
      <Tries view={view} names={names} tries={tries} onSet={set('attempts')} />
    </>
  );
}

const listAt = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);
