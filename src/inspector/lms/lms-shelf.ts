import { readAttempt } from '../../teach/attempt.ts';
import type { Lesson } from '../../teach/lesson.ts';
import { type AttemptResult, resultOf } from '../../teach/results/attempt-result.ts';
import { toldAnswers, toldScore } from '../../teach/results/told-answers.ts';
import type { AttemptShelf } from '../lesson/browser-shelf.ts';
import type { AttemptNow, LmsSession } from './lms-session.ts';

/** An attempt that an LMS keeps: whatever the learner does is told there at once. */
export class LmsShelf implements AttemptShelf {
  readonly #lesson: Lesson;
  readonly #session: LmsSession;
  #text: string | null;

  constructor(lesson: Lesson, session: LmsSession, resume: string | null) {
    this.#lesson = lesson;
    this.#session = session;
    this.#text = resume;
    if (resume !== null) session.goOnFrom(this.#now(resume));
  }

  readonly read = (): string | null => this.#text;

  readonly write = (_lesson: string, _learner: string, text: string): void => {
    this.#text = text;
    void this.#session.tell(this.#now(text));
  };

  readonly subscribe = (): (() => void) => () => {};

  /** The learner ends the lesson: what is not answered counts as not right. */
  finish(): Promise<void> {
    const now = this.#now(String(this.#text));
    return this.#session.finish({ ...now, score: { ...now.score, isDone: true } });
  }

  #now(text: string): AttemptNow {
    const result = resultOf(this.#lesson, readAttempt(text), { lockedOnly: true });
    return { answers: toldAnswers(result), score: toldScore(result), text };
  }

  resultOf(text: string): AttemptResult {
    return resultOf(this.#lesson, readAttempt(text));
  }
}
