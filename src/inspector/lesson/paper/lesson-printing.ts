import type { Lesson } from '../../../teach/lesson.ts';
import { Observable } from '../../state/observable.ts';

/** What goes onto paper of a case: the sheet to fill in, its key, or both. */
export type PaperKind = 'sheet' | 'key' | 'sheet and key';

/** Cards to vote with, or the cases of learners. */
export type PaperWish = { readonly kind: 'cards' } | CasePaper;

export interface CasePaper {
  readonly kind: PaperKind;
  readonly lesson: Lesson;
  readonly learners: readonly string[];
  /** Places of the tasks. */
  readonly tasks: readonly number[];
}

/** What is being printed. It stands in the page only while it prints. */
class LessonPrinting extends Observable<{ readonly wish: PaperWish | null }> {
  constructor() {
    super({ wish: null });
  }

  /** Has it drawn; `LessonPaper` tells when it is there. */
  print(wish: PaperWish): void {
    this.set({ wish });
  }

  /** Prints what has been drawn, and takes it away again. */
  drawn(wish: PaperWish): void {
    if (wish !== this.getSnapshot().wish) return;
    addEventListener('afterprint', () => this.set({ wish: null }), { once: true });
    print();
  }
}

export const lessonPrinting = new LessonPrinting();
