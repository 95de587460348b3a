import type { LessonDesk } from '../lesson-desk.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { lessonPrinting, type PaperWish } from './lesson-printing.ts';
import './print-dialog.css';

interface PrintProps {
  readonly desk: LessonDesk;
  readonly task: number;
  /** Whether the task puts a case that can be answered on paper. */
  readonly hasCase: boolean;
  readonly onClose: () => void;
}

const PAPERS: readonly { readonly kind: PaperWish['kind']; readonly word: string; readonly says: string }[] = [
  { kind: 'sheet', word: 'Sheet to fill in', says: 'This case on one page, with an empty table.' },
  { kind: 'sheet and key', word: 'Sheet and key', says: 'The same, and what is right on a page of its own.' },
  { kind: 'cards', word: 'Voting cards', says: 'A letter, the shape and the word of each fate, to hold up.' },
];

/** What of this task can be taken along on paper. The key only once the bets are locked. */
export function PrintDialog({ desk, task, hasCase, onClose }: PrintProps) {
  const isLocked = desk.log(task).locked;
  const print = (kind: PaperWish['kind']) => {
    onClose();
    if (kind === 'cards') lessonPrinting.print({ kind });
    else lessonPrinting.print({ kind, lesson: desk.lesson, learners: [desk.learner], tasks: [task] });
  };
  return (
    <Dialog title="Print" onClose={onClose}>
      <ul className="paper-choices">
        {PAPERS.filter(({ kind }) => hasCase || kind === 'cards').map(({ kind, word, says }) => {
          const isShut = kind === 'sheet and key' && !isLocked;
          return (
            <li key={kind}>
              <span className="quiet">{isShut ? 'Once your bets are locked.' : says}</span>
              <button type="button" className="button" aria-disabled={isShut} onClick={() => !isShut && print(kind)}>
                <Icon name="print" /> {word}
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
