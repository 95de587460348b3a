import { attemptText } from '../../../teach/attempt.ts';
import { saveText } from '../../export/save.ts';
import { Icon } from '../../parts/Icon.tsx';
import type { LessonDesk } from '../lesson-desk.ts';

/** The result as a file for the trainer: what was chosen and the code, no name. It goes where the person sends it. */
export function HandIn({ desk }: { readonly desk: LessonDesk }) {
  const save = () => {
    const { attempt } = desk.getSnapshot();
    saveText(`${desk.lesson.id}.${desk.learner}.txt`, 'text/plain;charset=utf-8', `${attemptText(attempt)}\n`);
  };
  return (
    <div className="hand-in">
      <button type="button" className="button" onClick={save}>
        <Icon name="save" /> Save my result
      </button>
      <p className="quiet">For your trainer: your code and what you chose, and no name. Nothing is sent by itself.</p>
    </div>
  );
}
