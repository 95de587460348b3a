import { attemptText, newAttempt, readAttempt } from '../../teach/attempt.ts';
import type { Lesson } from '../../teach/lesson.ts';
import type { Score } from '../../teach/score.ts';
import { resultOf } from '../../teach/results/attempt-result.ts';
import { toldAnswers, toldScore } from '../../teach/results/told-answers.ts';
import type { AttemptShelf } from '../lesson/browser-shelf.ts';
import type { AttemptNow, LmsSession } from './lms-session.ts';

/** An attempt that an LMS keeps: whatever the learner does is told there at once. */
export class LmsShelf implements AttemptShelf {
  readonly #lesson: Lesson;
  readonly #session: LmsSession;
  readonly #nothing: string;
  #text: string | null;

  constructor(lesson: Lesson, learner: string, session: LmsSession, resume: string | null) {
    this.#lesson = lesson;
    this.#nothing = attemptText(newAttempt(lesson.id, learner));
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
    const now = this.#now(this.#text === null ? this.#nothing : this.#text);
    return this.#session.finish({ ...now, score: { ...now.score, isDone: true } });
  }

  #now(text: string): AttemptNow {
    const result = resultOf(this.#lesson, readAttempt(text), { lockedOnly: true });
    return { answers: toldAnswers(result), score: toldScore(result), text };
  }

  /** What the lesson came to, as far as it was done. */
  scoreNow(): Score {
    return resultOf(this.#lesson, readAttempt(this.#text === null ? this.#nothing : this.#text)).score;
  }
}
