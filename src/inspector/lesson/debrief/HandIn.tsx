import { Icon } from '../../parts/Icon.tsx';
import type { LessonDesk } from '../lesson-desk.ts';

/** The result as a file for the trainer: what was chosen and the code, no name. It goes where the person sends it. */
export function HandIn({ desk }: { readonly desk: LessonDesk }) {
  const save = async () => {
    const { saveResult } = await import('../../lms/save-result.ts');
    saveResult(desk);
  };
  return (
    <div className="hand-in">
      <button type="button" className="button" onClick={() => void save()}>
        <Icon name="save" /> Save my result
      </button>
      <p className="quiet">For your trainer: your code and what you chose, and no name. Nothing is sent by itself.</p>
    </div>
  );
}
