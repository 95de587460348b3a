import type { CaseDesk } from './case-desk.ts';
import { titleOfCase } from './case-title.ts';
import { fileOfCase } from './file-of-case.ts';
import { KeepForm } from './KeepForm.tsx';
import type { KeptCase } from './kept-case.ts';
import { myCases } from './my-cases.ts';

interface KeepingProps {
  readonly desk: CaseDesk;
  readonly onDone: () => void;
}

/** Keeps the case under a name. */
export function Keeping({ desk, onDone }: KeepingProps) {
  const keep = (title: string, over: KeptCase | null) => {
    const { draft } = desk.getSnapshot();
    const kept = myCases().keep({ title, text: fileOfCase(draft, title).text, draft }, over);
    if ('kept' in kept) {
      desk.wasKept(kept.kept);
      // It has a name now: nobody has to be asked about it again.
      myCases().dropDraft();
      onDone();
    }
    return kept;
  };
  return (
    <KeepForm
      className="keeping"
      title={desk.keptAs?.title ?? titleOfCase(desk.getSnapshot().draft)}
      keptAs={desk.keptAs}
      onKeep={keep}
      isMain
    >
      <button type="button" className="button" onClick={onDone}>
        Not now
      </button>
    </KeepForm>
  );
}
